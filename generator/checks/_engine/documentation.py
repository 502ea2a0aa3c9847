"""Rule documentation parsed from docstrings, for `tthc explain`, the handbook and SARIF."""

from __future__ import annotations

import re
import textwrap
from dataclasses import dataclass

from generator.checks._engine.rule import Rule, all_rules
from generator.checks.fixes._runner import FIXERS
from generator.problem import SEVERITY_WORDS
from generator.schema.kinds import BY_NAME

CONFIDENCE = {
    "V": "đã đọc văn bản",
    "S": "theo nguồn thứ cấp",
    "M": "theo hiểu biết, chưa đối chiếu điều khoản",
    "": "không do luật đặt ra",
}
REPAIRS: dict[str, str] = {fixer.FIXES: fixer.DESCRIPTION for fixer in FIXERS}


@dataclass(frozen=True, slots=True)
class RuleDoc:
    """Documentation of one rule. text: the fault, its reason and its correction; wrong, right: examples ('' without
    one); kinds: Vietnamese names of record kinds; mended: the correction that `tthc fix` makes ('' for none)."""

    id: str
    title: str
    severity: str
    law: str
    confidence: str
    text: str
    wrong: str
    right: str
    kinds: tuple[str, ...]
    checks: tuple[str, ...]
    suppressible: bool
    mended: str


def documentation() -> tuple[RuleDoc, ...]:
    """The documentation of every rule, sorted by identifier."""
    return tuple(_doc(rule) for rule in all_rules())


def find_rule(id: str) -> RuleDoc | None:
    """The documentation of one rule, None if there is no such rule; `14`, `tt-14` and `TT-014` are equivalent."""
    number = re.fullmatch(r"(?:tt[-_ ]?)?(\d{1,3})", id.strip(), re.IGNORECASE)
    wanted = f"TT-{int(number[1]):03}" if number else id.strip().upper()
    return next((doc for doc in documentation() if doc.id == wanted), None)


def _doc(rule: Rule) -> RuleDoc:
    text, wrong, right = _split_docstring(rule.doc)
    return RuleDoc(
        id=rule.id,
        title=rule.title,
        severity=SEVERITY_WORDS[rule.severity],
        law=rule.law,
        confidence=CONFIDENCE[rule.confidence],
        text=text,
        wrong=wrong,
        right=right,
        kinds=tuple(BY_NAME[kind].label for kind in rule.kinds),
        checks=rule.checks,
        suppressible=rule.suppressible,
        mended=REPAIRS.get(rule.id, ""),
    )


def _split_docstring(doc: str) -> tuple[str, str, str]:
    """(prose, wrong example, right example) of a docstring's body."""
    parts = re.split(r"(?m)^(Sai|Đúng):", doc)
    examples = {"Sai": "", "Đúng": ""}
    for name, example in zip(parts[1::2], parts[2::2], strict=True):
        examples[name] = textwrap.dedent(example.strip("\n")).strip() if example.startswith("\n") else example.strip()
    prose = "\n\n".join(" ".join(block.split()) for block in parts[0].strip().split("\n\n"))
    return prose, examples["Sai"], examples["Đúng"]
