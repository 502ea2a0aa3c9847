"""The rules' documentation as data, read from their docstrings: for `tthc explain`, the handbook and SARIF."""

from __future__ import annotations

import re
import textwrap
from dataclasses import dataclass

from generator.checks._engine.rule import Rule, all_rules
from generator.schema.kinds import BY_NAME

CONFIDENCE = {
    "V": "đã đọc văn bản",
    "S": "theo nguồn thứ cấp",
    "M": "theo hiểu biết, chưa đối chiếu điều khoản",
    "": "không do luật đặt ra",
}
SEVERITY = {"error": "lỗi", "warning": "nhắc"}
MENDED = {
    "TT-002": "bỏ dấu BOM ở đầu tệp", "TT-013": "viết lại ngày không thể hiểu nhầm", "TT-024": "thêm dấu ngoặc kép quanh mã",
    "TT-070": "chuyển sang Unicode dựng sẵn", "TT-088": "bỏ khoảng trắng thừa", "TT-098": "xếp lại thứ tự khóa",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class RuleDoc:
    """One rule for readers: text is what is wrong, why and how to mend; wrong and right are examples ('' when the
    docstring has none); kinds are Vietnamese names of records; mended says what `tthc fix` does, '' when nothing."""

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
    """Every rule, by identifier."""
    return tuple(_doc(rule) for rule in all_rules())


def find_rule(id: str) -> RuleDoc | None:
    """The documentation of one rule; `14`, `tt-14` and `TT-014` name the same."""
    number = re.fullmatch(r"(?:tt[-_ ]?)?(\d{1,3})", id.strip(), re.IGNORECASE)
    wanted = f"TT-{int(number[1]):03}" if number else id.strip().upper()
    return next((doc for doc in documentation() if doc.id == wanted), None)


def _doc(rule: Rule) -> RuleDoc:
    text, wrong, right = split_docstring(rule.doc)
    return RuleDoc(
        id=rule.id,
        title=rule.title,
        severity=SEVERITY[rule.severity],
        law=rule.law,
        confidence=CONFIDENCE[rule.confidence],
        text=text,
        wrong=wrong,
        right=right,
        kinds=tuple(BY_NAME[kind].label for kind in rule.kinds),
        checks=rule.checks,
        suppressible=rule.suppressible,
        mended=MENDED.get(rule.id, ""),
    )


def split_docstring(doc: str) -> tuple[str, str, str]:
    """(prose, wrong example, right example) of a docstring's body."""
    parts = re.split(r"(?m)^(Sai|Đúng):", doc)
    found = {"Sai": "", "Đúng": ""}
    for name, example in zip(parts[1::2], parts[2::2], strict=True):
        found[name] = textwrap.dedent(example.strip("\n")).strip() if example.startswith("\n") else example.strip()
    prose = "\n\n".join(" ".join(block.split()) for block in parts[0].strip().split("\n\n"))
    return prose, found["Sai"], found["Đúng"]
