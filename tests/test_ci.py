"""The continuous integration's files: known actions by full hash, least rights, only `make` targets that exist."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.conftest import PROJECT

WORKFLOWS = sorted((PROJECT / ".github" / "workflows").glob("*.yml"))
FILES = [*WORKFLOWS, PROJECT / ".gitlab-ci.yml"]
TARGETS = set(re.findall(r"^([a-z]+):", (PROJECT / "Makefile").read_text("utf-8"), re.MULTILINE))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_only_make_targets_that_exist(file: Path) -> None:
    lines = [line for line in file.read_text("utf-8").splitlines() if re.search(r"(run: |- )make ", line)]
    assert lines
    for line in lines:
        words = re.sub(r"#.*|[|>].*", "", line.split("make ", 1)[1]).split()
        assert {word for word in words if re.fullmatch(r"[a-z]+", word)} <= TARGETS, line


@pytest.mark.parametrize("file", WORKFLOWS, ids=lambda file: file.name)
def test_actions_are_pinned_and_rights_are_few(file: Path) -> None:
    flow: dict[Any, Any] = yaml.safe_load(file.read_text("utf-8"))
    assert flow["permissions"] == {"contents": "read"}
    text = file.read_text("utf-8")
    assert "pull_request_target" not in text
    for used in re.findall(r"uses: (.+)", text):
        assert re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", used), used
    for job in flow["jobs"].values():
        assert job["timeout-minutes"]
        for step in job["steps"]:
            assert "${{" not in step.get("run", ""), "given texts go through env, never into a script"


def test_only_what_passed_its_checks_on_main_is_published() -> None:
    job = yaml.safe_load((PROJECT / ".github/workflows/check.yml").read_text("utf-8"))["jobs"]["publish"]
    assert job["needs"] == ["content", "tests"]
    assert "github.event_name == 'push' && github.ref == 'refs/heads/main'" in job["if"]
    assert job["concurrency"] == {"group": "publish", "cancel-in-progress": False}
    gitlab = yaml.safe_load((PROJECT / ".gitlab-ci.yml").read_text("utf-8"))
    assert gitlab["stages"].index("publish") > gitlab["stages"].index(gitlab["tests"]["stage"])
    assert gitlab["publish"]["interruptible"] is False and gitlab["publish"]["resource_group"] == "publish"
    assert "$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH" in gitlab["publish"]["rules"][0]["if"]
