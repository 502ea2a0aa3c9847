"""Identifiers are unique, permanent and documented; every rule has its test; every legal check is answered."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

import generator.checks
from generator import limits
from generator.checks._engine import suppressions
from generator.checks._engine.documentation import documentation, find_rule
from generator.checks._engine.rule import all_rules, is_suppressible, rules_for, rules_named
from generator.loading import bounds as text_bounds
from generator.loading import markdown_bounds
from generator.problem import ERROR, WARNING
from generator.schema.kinds import BY_NAME
from tests.conftest import PROJECT

HERE = Path(__file__).parent
RULES = all_rules()
# checks that the list asks of records; W01, W05 and L19 are answered by the site audit and by `tthc report`
ASKED = (
    {f"L{n:02}" for n in range(1, 19)}
    | {f"M{n:02}" for n in range(1, 7)}
    | {f"P{n:02}" for n in range(1, 6)}
    | {"W02", "W03", "W04"}
)


def test_identifiers_are_unique() -> None:
    found = [rule.id for rule in RULES]
    assert len(found) == len(set(found))
    assert all(re.fullmatch(r"TT-\d{3}", id) for id in found)


def test_identifiers_are_permanent() -> None:
    """An identifier once published keeps its meaning: it is never given to another rule, never dropped. A new rule is
    added to the list; a rule that is retired keeps its line there and its file with a docstring."""
    committed = dict(
        line.split() for line in (HERE / "permanent_ids.txt").read_text("utf-8").splitlines() if line.strip()
    )
    assert {rule.id: rule.module for rule in RULES} == committed


@pytest.mark.parametrize("kind", BY_NAME)
def test_the_rules_for_a_kind_are_found_without_importing_the_others(kind: str) -> None:
    for scope in ("record", "content"):
        wanted = [rule for rule in RULES if rule.check and rule.scope == scope and kind in rule.kinds]
        assert [(rule.id, rule.check) for rule in rules_for(scope, kind)] == [(rule.id, rule.check) for rule in wanted]


def test_a_rule_is_found_by_its_identifier_without_importing_the_others() -> None:
    assert {rule.id for rule in RULES if rule.suppressible} == {rule.id for rule in RULES if is_suppressible(rule.id)}
    assert not is_suppressible("TT-999") and not is_suppressible("")
    ids = {rule.id for rule in RULES if rule.scope == "content"}
    assert [rule.id for rule in rules_named(ids)] == sorted(ids) and rules_named(set()) == ()
    code = (
        "import sys, generator.checks._engine.runner as runner\n"
        "print(*sorted(runner._kinds_checked_by({'TT-042'})), 'generator.checks.text.personal_data' in sys.modules)"
    )
    asked = subprocess.run([sys.executable, "-c", code], cwd=PROJECT, capture_output=True, text=True, check=True)
    assert asked.stdout.split() == ["procedure", "False"]


def test_the_docstrings_say_what_why_and_how() -> None:
    for rule in RULES:
        doc = find_rule(rule.id)
        assert doc is not None, rule.id
        assert doc.title and len(doc.title) <= 80 and not doc.title.endswith("."), rule.id
        assert len(doc.text) >= 60, f"{rule.id}: say what is wrong, why, and how to mend"
        assert doc.wrong and doc.right, f"{rule.id}: give a Sai: and an Đúng: example"
        assert bool(rule.law) == bool(rule.confidence), f"{rule.id}: a law has a confidence, and only a law"
        if rule.confidence == "M":  # from memory: no clause numbers
            assert not re.search(r"\bk\d", rule.law) and rule.law.startswith("theo "), rule.id


def test_every_rule_has_a_test_of_its_own() -> None:
    for rule in RULES:
        file = HERE / rule.subject / f"test_{rule.module}.py"
        assert file.is_file(), rule.id
        text = file.read_text("utf-8")
        assert rule.id in text, file
        assert text.count("def test_") >= 2, f"{file}: a failing and a passing example"


def test_every_file_of_a_rule_is_found() -> None:
    declared = {
        file.stem
        for file in Path(generator.checks.__path__[0]).rglob("*.py")
        if re.search(r"^ID = ", file.read_text("utf-8"), re.MULTILINE)
    }
    assert declared == {rule.module for rule in RULES}


def test_every_legal_check_is_answered_by_a_rule() -> None:
    answered = {check for rule in RULES for check in rule.checks}
    assert sorted(ASKED - answered) == []


def test_documentation_lists_them_all_in_order() -> None:
    assert [doc.id for doc in documentation()] == sorted(rule.id for rule in RULES)


@pytest.mark.parametrize("name", ["TT-014", "tt-14", "14", "tt14", " TT-014 "])
def test_a_rule_is_found_however_it_is_typed(name: str) -> None:
    assert find_rule(name).id == "TT-014"


@pytest.mark.parametrize(
    ("id", "bounds"),
    [
        ("TT-178", {limits.MAX_TEXT, limits.MAX_WORD}),
        ("TT-179", {limits.MAX_NESTING, limits.MAX_LINE, limits.MAX_LINES, limits.MAX_COLUMNS, limits.MAX_SIGNS,
                    limits.MAX_ALL_SIGNS}),
    ],
)  # fmt: skip
def test_the_documentation_names_the_bounds_that_are_applied(id: str, bounds: set[int]) -> None:
    text = find_rule(id).text
    assert {int(number.replace(".", "")) for number in re.findall(r"\d[\d.]*\b", text)} == bounds


def test_what_is_found_outside_the_rules_has_the_severity_of_its_rule() -> None:
    """The loader and the engine report some findings themselves; the rule's module documents them."""
    known = {rule.id: rule.severity for rule in RULES}
    assert {text_bounds.ID: ERROR, markdown_bounds.ID: ERROR, suppressions.UNUSED: WARNING}.items() <= known.items()
    package = Path(generator.__path__[0])
    for file in [*(package / "loading").rglob("*.py"), *(package / "checks/_engine").glob("*.py")]:
        for id in re.findall(r'"(TT-\d{3})"', file.read_text("utf-8")):
            assert id in known, (file, id)
