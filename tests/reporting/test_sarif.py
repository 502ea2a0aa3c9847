"""SARIF against the official schema (OASIS, errata 01), kept beside this file."""

import json
from pathlib import Path

from jsonschema import Draft4Validator

from generator.checks._engine.documentation import documentation
from generator.problem import Problem
from generator.reporting.context import Context
from generator.reporting.sarif import SCHEMA, render
from tests.support.problem_examples import MILD, WRONG

OFFICIAL = json.loads((Path(__file__).parent / "sarif-schema-2.1.0.json").read_text("utf-8"))
CONTEXT = Context(rules=documentation())


def faults(problems: list[Problem], context: Context = CONTEXT) -> list[str]:
    return [error.message for error in Draft4Validator(OFFICIAL).iter_errors(json.loads(render(problems, context)))]


def test_it_follows_the_official_schema() -> None:
    assert OFFICIAL["id"] == SCHEMA
    assert faults([WRONG, MILD]) == []
    assert faults([]) == []
    assert faults([WRONG], Context()) == []


def test_the_schema_would_notice_a_fault() -> None:
    wrong = json.loads(render([WRONG], CONTEXT))
    wrong["runs"][0]["results"][0]["level"] = "lỗi"
    assert not Draft4Validator(OFFICIAL).is_valid(wrong)


def test_a_result_names_its_rule_and_place() -> None:
    run = json.loads(render([WRONG], CONTEXT))["runs"][0]
    [result] = run["results"]
    assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"] == "TT-024"
    assert result["locations"][0]["physicalLocation"]["region"] == {"startLine": 1, "startColumn": 13}


def test_paths_become_addresses() -> None:
    run = json.loads(render([Problem("content/a b/đ.yml", 1, 1, "TT-001", "error", "x")], CONTEXT))["runs"][0]
    assert (
        run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "content/a%20b/%C4%91.yml"
    )
