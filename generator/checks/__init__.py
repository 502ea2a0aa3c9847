"""Validation rules, one package per subject, one module and one test per rule.

A module's docstring (Vietnamese) is the published documentation of its rule."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from generator.problem import Severity


class RuleModule(Protocol):
    """A rule. `Rule` in _engine/rule.py says what each attribute means."""

    ID: str
    SEVERITY: Severity
    KINDS: tuple[str, ...] = ()
    check: Callable[..., object] | None = None  # check(entry, context); None if the parser itself reports the fault
    LAW: str = ""
    CONFIDENCE: str = ""
    CHECKS: tuple[str, ...] = ()
    COMPARES: tuple[str, ...] = ()
    GIVES_WAY_TO: tuple[str, ...] = ()
    SUPPRESSIBLE: bool = True
    SITE_WIDE: bool = False
    SCOPE: str = "record"
    facts: Callable[..., object] | None = None  # facts(entry)


PLUGIN = RuleModule
