"""Each legal check is answered: by rules that say so, or by a named part of the site."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import generator.audit
from generator.checks._engine.legal_checks import LEGAL_CHECKS, table
from generator.checks._engine.rule import all_rules
from tests.conftest import REFERENCE

# those that concern records: at least one rule each; the others are of the site as a whole
OF_RECORDS = {
    *(f"L{n:02}" for n in range(1, 19)),
    *(f"M{n:02}" for n in range(1, 7)),
    *(f"P{n:02}" for n in range(1, 6)),
    "W02",
    "W03",
    "W04",
}


def test_identifiers_are_unique_and_in_order() -> None:
    found = [check.id for check in LEGAL_CHECKS]
    assert found == sorted(set(found))


def test_the_table_has_every_check_of_the_list() -> None:
    source = REFERENCE / "law-checks.md"
    if not source.is_file():
        pytest.skip("the list of legal checks is not on this machine")
    listed = set(re.findall(r"^\| ([LMPW]\d\d) \|", source.read_text("utf-8"), re.MULTILINE))
    assert len(listed) > 30
    assert listed == {check.id for check in LEGAL_CHECKS}


@pytest.mark.parametrize("check, rules", table(), ids=lambda value: getattr(value, "id", ""))
def test_each_is_answered(check, rules) -> None:
    if check.id in OF_RECORDS:
        assert rules, f"{check.id} has no rule"
    assert rules or check.elsewhere


def test_rules_answer_only_checks_that_exist() -> None:
    assert {check for rule in all_rules() for check in rule.checks} <= {check.id for check in LEGAL_CHECKS}


def test_audit_checks_that_are_named_exist() -> None:
    audits = {
        match
        for file in Path(generator.audit.__path__[0]).glob("*.py")
        for match in re.findall(r'^ID = "(KT-\d{3})"', file.read_text("utf-8"), re.MULTILINE)
    }
    named = {name for check in LEGAL_CHECKS for name in re.findall(r"KT-\d{3}", check.elsewhere)}
    assert named and named <= audits
