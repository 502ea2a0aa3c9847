"""GitLab's code quality report has what GitLab asks for, and fingerprints that survive moved lines."""

from __future__ import annotations

import json

from generator.problem import WARNING, Problem
from generator.reporting.gitlab import render

PROBLEM = Problem("content/a.yml", 3, 1, "TT-001", "error", "sai", "", "sửa đi")


def test_each_row_has_what_gitlab_asks_for() -> None:
    row = json.loads(render([PROBLEM]))[0]
    assert row["location"] == {"path": "content/a.yml", "lines": {"begin": 3}}
    assert (row["check_name"], row["severity"], row["description"]) == ("TT-001", "major", "TT-001: sai → sửa đi")
    assert json.loads(render([PROBLEM._replace(severity=WARNING)]))[0]["severity"] == "minor"


def test_fingerprints_differ_within_a_file_and_survive_moved_lines() -> None:
    first = [row["fingerprint"] for row in json.loads(render([PROBLEM, PROBLEM._replace(line=9)]))]
    moved = [row["fingerprint"] for row in json.loads(render([PROBLEM._replace(line=13), PROBLEM._replace(line=19)]))]
    assert len(set(first)) == 2
    assert first == moved
