"""The rule and finding types, and discovery: every module below generator/checks that has an `ID` is a rule."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Set
from dataclasses import dataclass
from functools import cache
from types import ModuleType
from typing import Any, Literal, NamedTuple

import generator.checks
from generator.checks._engine.context import ValidationContext
from generator.io.regular_file import read_regular
from generator.loading.entry import Entry
from generator.plugins import modules_in
from generator.problem import KeyPath, Severity

Scope = Literal["record", "content"]


class Finding(NamedTuple):
    """A finding of a rule: path in the record (YAML keys), message, hint. law: overrides the rule's own; key: point at
    the key instead of the value; at: (line, column) in the file, for rules that check its text; open: something is
    incomplete rather than wrong, so it is only a reminder while the record still has its source's wording (see
    `as_imported`)."""

    path: KeyPath
    message: str
    hint: str = ""
    law: str = ""
    key: bool = False
    severity: Severity | None = None
    at: tuple[int, int] | None = None
    open: bool = False


@dataclass(frozen=True, slots=True)
class Rule:
    """A validation rule. kinds: record kinds it applies to; check: None if the parser itself reports the fault; checks:
    legal requirements it covers (L03, M02 …); suppressible: an editor may suppress it; module: name of its module in
    generator/checks/<subject>/; compares: top-level keys its findings depend on: if the parser found a fault in one of
    them, the rule is skipped, because its findings would only follow from that fault.

    scope: `record` rules need this record and the day alone and run once, where the file is read; `content` rules run
    whenever anything in the content changed, and see only the summary of a procedure; facts: what such a rule keeps of
    the record and its text from reading (plain values), later in `entry.facts`; site_wide: its errors are faults of the
    content as a whole: no procedure can be withheld instead (withholding.py); every_day: something has not come yet, so
    a finding counts only if it is made as of every day that the site publishes, and is reported once, for the last of
    them (days.py); gives_way_to: rules that say better what is wrong with a value about which both say something
    (`once_each` in the runner). One of two such rules needs this record alone: else neither might run again."""

    id: str
    severity: Severity
    title: str
    doc: str
    law: str
    confidence: str  # V: the text was read, S: a secondary source, M: from memory, "": no legal basis
    kinds: tuple[str, ...]
    check: Callable[[Entry, ValidationContext], Iterable[Finding]] | None
    checks: tuple[str, ...] = ()
    suppressible: bool = True
    module: str = ""
    subject: str = ""
    compares: tuple[str, ...] = ()
    scope: Scope = "record"
    site_wide: bool = False
    every_day: bool = False
    gives_way_to: tuple[str, ...] = ()
    facts: Callable[[Entry], Any] | None = None


@cache
def all_rules() -> tuple[Rule, ...]:
    """Every rule, sorted by identifier."""
    return _rules_in(modules_in(generator.checks))


@cache
def rules_for(scope: Scope, kind: str) -> tuple[Rule, ...]:
    """The rules of `scope` that check records of `kind`, sorted by identifier. Modules whose files state another scope
    or other kinds are not imported: checking one file needs a few of them."""
    found = _rules_in(modules_in(generator.checks, lambda file: _stated(file).may_check(scope, kind)))
    return tuple(rule for rule in found if rule.check and rule.scope == scope and kind in rule.kinds)


def rules_named(ids: Set[str]) -> tuple[Rule, ...]:
    """The rules with these identifiers, sorted. Other modules are not imported."""
    return _rules_in(modules_in(generator.checks, lambda file: _stated(file).id in ids)) if ids else ()


@cache
def is_suppressible(id: str) -> bool:
    """True if there is a rule with this identifier that an editor may suppress."""
    return any(rule.suppressible for rule in rules_named({id}))


@cache
def counts_every_day(id: str) -> bool:
    """True if there is a rule with this identifier that is `every_day`."""
    return any(rule.every_day for rule in rules_named({id}))


@cache
def is_site_wide(id: str) -> bool:
    """True if there is a rule with this identifier that is `site_wide`."""
    return any(rule.site_wide for rule in rules_named({id}))


class _Stated(NamedTuple):
    """What the source of a rule's module states, read without importing it. kinds: None if the module computes them."""

    id: str
    scope: str
    kinds: frozenset[str] | None

    def may_check(self, scope: str, kind: str) -> bool:
        return self.scope == scope and (self.kinds is None or kind in self.kinds)


_PLAIN = re.compile(r'\((?:"\w+"(?:, ?|(?=\))))*\)')


@cache
def _stated(file: str) -> _Stated:
    text = read_regular(file)[0].decode("utf-8")
    kinds = _value(text, "KINDS")
    plain = not kinds or _PLAIN.fullmatch(kinds)
    named = frozenset(kinds.split('"')[1::2]) if plain else None
    return _Stated(_value(text, "ID").strip('"'), _value(text, "SCOPE").strip('"') or "record", named)


def _value(text: str, name: str) -> str:
    """The text after `NAME = ` on a line; "" without such a line."""
    start = text.find(f"\n{name} = ") + len(name) + 4
    return text[start : text.find("\n", start)] if start >= len(name) + 4 else ""


def _rules_in(modules: Iterable[ModuleType]) -> tuple[Rule, ...]:
    return tuple(sorted(filter(None, map(_rule, modules)), key=lambda rule: rule.id))


@cache
def _rule(module: ModuleType) -> Rule | None:
    """The rule of a module; None for a helper."""
    id = getattr(module, "ID", None)
    if not id:
        return None
    _, _, subject, name = module.__name__.rsplit(".", 3)
    title, _, rest = (module.__doc__ or "").strip().partition("\n")
    return Rule(
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
        scope=getattr(module, "SCOPE", "record"),
        site_wide=getattr(module, "SITE_WIDE", False),
        every_day=getattr(module, "EVERY_DAY", False),
        gives_way_to=getattr(module, "GIVES_WAY_TO", ()),
        facts=getattr(module, "facts", None),
    )
