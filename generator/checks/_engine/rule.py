"""What a rule is, and how the rules are found: every module below generator/checks that has an `ID`."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

import generator.checks
from generator.checks._engine.context import ValidationContext
from generator.loading.store import Entry
from generator.plugins import modules_in
from generator.problem import Severity


class Finding(NamedTuple):
    """What a rule yields: where in the record (YAML keys), what is wrong, how to mend. law overrides the rule's own;
    key points at the key instead of the value; at is a (line, column) of the file, for rules that look at its text."""

    path: tuple
    message: str
    hint: str = ""
    law: str = ""
    key: bool = False
    severity: Severity | None = None
    at: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """One check. kinds: the kinds of record it looks at; check is None where the reader itself reports the fault;
    checks: what it answers in the list of legal checks (L03, M02 …); suppressible: an editor may set it aside;
    module: name of its file in generator/checks/<subject>/; compares: top-level keys of the parts that its findings follow from: where
    the reader found a fault in one of them, a finding is a consequence of that fault and is left out."""

    id: str
    severity: Severity
    title: str
    doc: str
    law: str
    confidence: str  # V the text was read, S a secondary source, M from memory, "" not from law
    kinds: tuple[str, ...]
    check: Callable[[Entry, ValidationContext], Iterable[Finding]] | None
    checks: tuple[str, ...] = ()
    suppressible: bool = True
    module: str = ""
    subject: str = ""
    compares: tuple[str, ...] = ()


@lru_cache(maxsize=1)
def all_rules() -> tuple[Rule, ...]:
    """Every rule, by identifier."""
    found = []
    for module in modules_in(generator.checks):
        _, _, subject, name = module.__name__.rsplit(".", 3)
        for id in rule_ids(module):
            title, _, rest = (module.__doc__ or "").strip().partition("\n")
            found.append(
                Rule(
                    id=id,
                    severity=module.SEVERITY,
                    title=title.rstrip("."),
                    doc=rest.strip(),
                    law=getattr(module, "LAW", ""),
                    confidence=getattr(module, "CONFIDENCE", ""),
                    kinds=getattr(module, "KINDS", ()),
                    check=getattr(module, "check", None),
                    checks=getattr(module, "CHECKS", ()),
                    suppressible=getattr(module, "SUPPRESSIBLE", hasattr(module, "check")),
                    module=name,
                    subject=subject,
                    compares=getattr(module, "COMPARES", ()),
                )
            )
    return tuple(sorted(found, key=lambda rule: rule.id))


def rule_ids(module: object) -> tuple[str, ...]:
    """The identifiers a module declares (one; helper modules have none)."""
    value = getattr(module, "ID", None)
    return (value,) if value else ()
