"""SARIF 2.1.0 (OASIS): for code-scanning services and editors."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import quote

from generator.problem import Problem
from generator.reporting.context import PLAIN, Context
from generator.reporting.text import sentence

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"


def render(problems: list[Problem], context: Context = PLAIN) -> str:
    """One run with the rules, and one result per problem."""
    driver = {"name": "tthc", "language": "vi", "rules": [_rule(rule) for rule in context.rules]}
    places = {rule.id: place for place, rule in enumerate(context.rules)}
    run = {
        "tool": {"driver": driver},
        "language": "vi",
        "columnKind": "unicodeCodePoints",
        "results": [_result(problem, places, context.place) for problem in problems],
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=1)


def _rule(rule: Any) -> dict[str, Any]:
    help_text = [rule.text, rule.wrong and f"Sai: {rule.wrong}", rule.right and f"Đúng: {rule.right}"]
    found: dict[str, Any] = {
        "id": rule.id,
        "shortDescription": {"text": rule.title},
        "fullDescription": {"text": rule.text},
        "help": {"text": "\n".join(filter(None, help_text))},
        "defaultConfiguration": {"level": "error" if rule.severity == "lỗi" else "warning"},
    }
    if rule.law:
        found["properties"] = {"law": rule.law, "confidence": rule.confidence}
    return found


def _result(problem: Problem, places: dict[str, int], place_of: Callable[[str], str]) -> dict[str, Any]:
    text = f"{sentence(problem)} {problem.hint}".rstrip()
    region = {"startLine": problem.line, "startColumn": problem.column}
    path = place_of(problem.path)
    uri = Path(path).as_uri() if Path(path).is_absolute() else quote(path)
    place = {"artifactLocation": {"uri": uri}, "region": region}
    found: dict[str, Any] = {
        "ruleId": problem.id,
        "level": problem.severity,
        "message": {"text": text},
        "locations": [{"physicalLocation": place}],
    }
    if problem.id in places:
        found["ruleIndex"] = places[problem.id]
    return found
