"""The continuous integration's files: what the forges accept, least rights, no secret near a proposal's own code,
only `make` targets
that exist, no pipe whose failure is lost."""

from __future__ import annotations

import importlib.util
import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from tests.conftest import PROJECT

WORKFLOWS = sorted((PROJECT / ".github" / "workflows").glob("*.yml"))
GITLAB = PROJECT / ".gitlab-ci.yml"
FILES = [*WORKFLOWS, GITLAB]
TARGETS = set(re.findall(r"^([a-z]+):", (PROJECT / "Makefile").read_text("utf-8"), re.MULTILINE))
# lib/gitlab/ci/config/entry/artifacts.rb of GitLab: EXPOSE_AS_REGEX = /\A\w[-\w ]*\z/, and Ruby's \w is ASCII. The
# schema of GitLab's editor
# (app/assets/javascripts/editor/schema/ci.json) asks only for a string there.
EXPOSE_AS = re.compile(r"[A-Za-z0-9_][-A-Za-z0-9_ ]*")
GLOBAL = {"default", "include", "stages", "variables", "workflow", "spec"}
DEFAULT = {
    "after_script",
    "artifacts",
    "before_script",
    "cache",
    "hooks",
    "id_tokens",
    "image",
    "interruptible",
    "retry",
    "services",
    "tags",
    "timeout",
}
JOB = DEFAULT | {
    "allow_failure", "coverage", "dependencies", "environment", "extends", "inherit", "needs", "pages", "parallel", "release", "resource_group",  # noqa: E501
    "rules", "script", "secrets", "stage", "trigger", "variables", "when",
}  # fmt: skip
RULE = {"if", "changes", "exists", "allow_failure", "needs", "variables", "when", "interruptible"}
ARTIFACTS = {"paths", "exclude", "expire_in", "expose_as", "name", "public", "access", "reports", "untracked", "when"}
SECRETS = re.compile(r"TTHC_\w+|\w*TOKEN\w*|\w*PASSWORD\w*|CI_DEPLOY_\w+")


def workflow(file: Path) -> dict[str, Any]:
    """The file; YAML 1.1 reads the key `on` as true."""
    return {"on" if key is True else str(key): value for key, value in yaml.safe_load(file.read_text("utf-8")).items()}


def gitlab() -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load(GITLAB.read_text("utf-8"))
    return found


def gitlab_jobs() -> dict[str, dict[str, Any]]:
    return {name: job for name, job in gitlab().items() if name not in GLOBAL and not name.startswith(".")}


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_only_make_targets_that_exist(file: Path) -> None:
    lines = [line for line in file.read_text("utf-8").splitlines() if re.search(r"(run: |- |^ +)make ", line)]
    assert lines or file.name == "windows.yml"  # there is no make on the officers' machines
    for line in lines:
        words = re.sub(r"#.*|[|>;].*", "", line.split("make ", 1)[1]).split()
        assert {word for word in words if re.fullmatch(r"[a-z]+", word)} <= TARGETS, line


@pytest.mark.parametrize("file", WORKFLOWS, ids=lambda file: file.name)
def test_actions_are_pinned_and_rights_are_few(file: Path) -> None:
    flow = workflow(file)
    assert flow["permissions"] == {"contents": "read"}
    text = file.read_text("utf-8")
    triggers = flow.get("on") or flow[True]  # YAML 1.1 reads the key as a truth value
    assert not {"pull_request_target", "workflow_run"} & set(triggers)
    for used in re.findall(r"uses: (.+)", text):
        assert re.fullmatch(r"actions/[a-z/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", used), used
    for job in flow["jobs"].values():
        assert job["timeout-minutes"]
        for step in job["steps"]:
            assert "${{" not in step.get("run", ""), "given texts go through env, never into a script"
            if "checkout" in step.get("uses", ""):
                assert step["with"]["persist-credentials"] is False
            if "cache" in step.get("uses", "") or "cache" in step.get("with", {}):
                assert step["with"]["path"] == ".cache/sheets" and "/cache@" not in step["uses"]
                saves = "/cache/save@" in step["uses"]
                assert saves == (step.get("if") == "github.event_name == 'push'"), "only main leaves what main reads"


def test_the_only_job_of_a_proposal_that_may_write_runs_none_of_its_code() -> None:
    jobs = workflow(PROJECT / ".github/workflows/check.yml")["jobs"]
    writing = {name for name, job in jobs.items() if "write" in (job.get("permissions") or {}).values()}
    assert writing == {"comment"}
    comment = jobs["comment"]
    assert comment["permissions"] == {"actions": "read", "pull-requests": "write"}
    assert "head.repo.full_name == github.repository" in comment["if"]
    assert all("uses" not in step for step in comment["steps"]), (
        "no checkout: nothing of the proposal is there to be run"
    )
    script = "\n".join(step["run"] for step in comment["steps"])
    assert (
        not re.search(r"\b(make|tthc(?!:)|bash|sh|source|eval|pip|npm)\b", script)
        and "--name changes --dir changes" in script
    )
    for name, job in jobs.items():
        if "secrets." in json.dumps(job):
            assert name == "publish" and job["environment"] == "cong-khai"
            assert "github.event_name == 'push' && github.ref == 'refs/heads/main'" in job["if"]


def test_the_weekly_proposal_is_fetched_without_rights_and_written_without_fetched_code() -> None:
    jobs = workflow(PROJECT / ".github/workflows/sync.yml")["jobs"]
    assert "permissions" not in jobs["fetch"] and "refs/heads/main" in jobs["fetch"]["if"]
    assert jobs["propose"]["permissions"] == {"contents": "write", "pull-requests": "write"}
    script = "\n".join(step.get("run", "") for step in jobs["propose"]["steps"])
    assert not re.search(r"\b(make|tthc|pip|eval|source)\b", script) and "--include='content/*'" in script


def test_one_proposal_at_a_time_and_silence_when_nothing_moved(tmp_path: Path) -> None:
    def git(*words: str, at: Path = tmp_path / "work") -> str:
        return subprocess.run(["git", *words], cwd=at, check=True, capture_output=True, text=True).stdout.strip()

    (tmp_path / "work/content").mkdir(parents=True)
    subprocess.run(["git", "init", "-q", "--bare", str(tmp_path / "forge.git")], check=True)
    git("init", "-q", "-b", "main")
    git("-c", "user.name=a", "-c", "user.email=a@b", "commit", "-q", "--allow-empty", "-m", "start")

    def propose() -> str:
        environment = {**os.environ, "PUSH_URL": str(tmp_path / "forge.git")}
        script = PROJECT / "scripts/propose-sync"
        done = subprocess.run(
            [script], cwd=tmp_path / "work", env=environment, check=True, capture_output=True, text=True
        )
        return done.stdout.strip()

    assert propose() == ""
    assert git("branch", at=tmp_path / "forge.git") == ""
    for week in ("một", "hai"):
        git("checkout", "-q", "main")
        (tmp_path / "work/content").mkdir(exist_ok=True)
        (tmp_path / "work/content/a.yml").write_text(f"ten: {week}\n", "utf-8")
        (tmp_path / "work/sync.md").write_text(f"Tuần {week}\n", "utf-8")
        assert propose() == "theo-csdl-quoc-gia"
    message = git("log", "--format=%B", "main..theo-csdl-quoc-gia")
    assert "Tuần hai" in message and "Tuần một" not in message
    assert git("branch", "--format=%(refname:short)", at=tmp_path / "forge.git") == "theo-csdl-quoc-gia"


def test_one_comment_is_updated_and_found_by_its_mark() -> None:
    script = workflow(PROJECT / ".github/workflows/check.yml")["jobs"]["comment"]["steps"][0]["run"]
    assert script.count("<!-- tthc: what changes -->") == 2  # written, and looked for
    assert "--method PATCH" in script and "--method POST" in script and 'user.login == "github-actions[bot]"' in script


@pytest.mark.parametrize(
    "text",
    ["## Thủ tục\n- Phí: 8.000 đ → miễn", "@everyone <img src=x onerror=alert(1)> <!-- ẩn --> [bấm](https://evil.example) ![x](//e.example)", "ữ" * 200_000, "", "<" * 199_999],  # noqa: E501
)  # fmt: skip
def test_what_the_comment_says_is_the_text_of_a_stranger(text: str, tmp_path: Path) -> None:
    script = workflow(PROJECT / ".github/workflows/check.yml")["jobs"]["comment"]["steps"][0]["run"]
    code = script.partition("<<'END'\n")[2].partition("\nEND\n")[0]
    (tmp_path / "changes").mkdir()
    (tmp_path / "changes/changes.md").write_bytes(text.encode() + b"\xff\xe1\xbb")
    address = "https://github.example/o/r/actions/runs/1"
    environment = os.environ | {"RUN_URL": address, "LC_ALL": "C", "PYTHONUTF8": "0"}
    subprocess.run([sys.executable, "-I", "-c", code], cwd=tmp_path, env=environment, check=True)
    comment = (tmp_path / "comment.md").read_bytes().decode("utf-8")  # cut between characters
    head, _, body = comment.partition("\n\n")
    assert head.startswith("<!-- tthc: what changes -->\n") and f"({address}#artifacts)" in head
    assert len(comment) < 65_536
    assert "<" not in body and "](" not in body and "://" not in body and not re.search(r"@\w", body)
    if len(text) < 100:
        assert body.replace("\u2060", "").replace("&lt;", "<") == text


def test_only_what_passed_its_checks_on_main_is_published() -> None:
    job = workflow(PROJECT / ".github/workflows/check.yml")["jobs"]["publish"]
    assert job["needs"] == ["changed", "content", "tests"]
    passed = job["if"].partition("!cancelled() && ")[2]
    assert passed == (
        "needs.changed.result == 'success' && needs.content.result == 'success'"
        " && (needs.tests.result == 'success' || needs.changed.outputs.code == 'false')"
    )
    assert "github.event_name == 'push' && github.ref == 'refs/heads/main'" in job["if"]
    assert job["concurrency"] == {"group": "publish", "cancel-in-progress": False}
    flow = gitlab()
    for name, other in gitlab_jobs().items():
        if name != "publish" and "schedule" not in other["rules"][0]["if"].partition("==")[2]:
            assert flow["stages"].index("publish") > flow["stages"].index(other["stage"])
    assert flow["publish"]["interruptible"] is False and flow["publish"]["resource_group"] == "publish"
    assert "$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH" in flow["publish"]["rules"][0]["if"]


def test_gitlab_gives_no_secret_to_a_merge_request() -> None:
    """A job of a merge request runs the request's own .gitlab-ci.yml: whatever it were given would be its author's."""
    named = {name for name, job in gitlab_jobs().items() if SECRETS.search(json.dumps(job))}
    assert named == {"publish", "sync"}
    [weekly] = gitlab()["sync"]["rules"]
    assert '$CI_PIPELINE_SOURCE == "schedule" && $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH' in weekly["if"]
    assert not SECRETS.search(json.dumps([gitlab()["default"], gitlab()["variables"], gitlab()["workflow"]]))
    rules = gitlab()["publish"]["rules"]
    assert (
        len(rules) == 1
        and "$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH" in rules[0]["if"]
        and "merge_request" not in rules[0]["if"]
    )
    # what a proposal wrote must not come back on main: the publisher reads its own record only, and sheets are found
    # by what they are made from (GitLab keeps caches of protected branches apart)
    assert {name: job["cache"]["paths"] for name, job in gitlab_jobs().items() if "cache" in job} == {
        "publish": ["publications/"],
        "site": [".cache/sheets/"],
        "preview": [".cache/sheets/"],
    }
    assert "cache" not in gitlab()["default"]


def test_gitlab_takes_the_file() -> None:
    """What GitLab checks before it starts a pipeline (docs.gitlab.com/ci/yaml), as far as this file uses it."""
    flow = gitlab()
    assert set(flow["default"]) <= DEFAULT
    jobs = gitlab_jobs()
    exposed = 0
    for name, job in jobs.items():
        assert set(job) <= JOB, name
        assert job["stage"] in flow["stages"] and re.fullmatch(r"\d+[mh]", job["timeout"]), name
        assert job["script"] and all(
            isinstance(line, str) for line in [*job["script"], *flow["default"]["before_script"]]
        ), name
        assert all(set(rule) <= RULE for rule in job["rules"]), name
        for needed in job.get("needs", []):
            assert needed in jobs, name
        artifacts = job.get("artifacts", {})
        assert set(artifacts) <= ARTIFACTS, name
        if "expose_as" in artifacts:
            exposed += 1
            assert EXPOSE_AS.fullmatch(artifacts["expose_as"]), name
            assert artifacts["paths"] and not any(sign in path for path in artifacts["paths"] for sign in "*$"), name
        where = job.get("environment", {})
        assert isinstance(where, str) or set(where) <= {
            "name",
            "url",
            "on_stop",
            "action",
            "auto_stop_in",
            "deployment_tier",
            "kubernetes",
        }, name
    assert 0 < exposed <= 10  # of a merge request


@pytest.mark.parametrize("name", ["Xem trước", "Điều gì thay đổi", " x", "a/b", ""])
def test_names_that_gitlab_refuses(name: str) -> None:
    assert not EXPOSE_AS.fullmatch(name)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_the_published_schema_takes_the_file(file: Path) -> None:
    """The schemas of GitLab's editor and of GitHub's workflows, from the package check-jsonschema where it is
    installed."""
    package = importlib.util.find_spec("check_jsonschema")
    if package is None or not package.submodule_search_locations:
        pytest.skip("check-jsonschema, which carries the schemas, is not installed")
    name = "gitlab-ci" if file == GITLAB else "github-workflows"
    schema = Path(package.submodule_search_locations[0], "builtin_schemas", "vendor", f"{name}.json")
    data = json.loads(json.dumps(workflow(file)))
    found = [
        error.message for error in jsonschema.Draft7Validator(json.loads(schema.read_text("utf-8"))).iter_errors(data)
    ]
    assert found == []


PIPE = re.compile(r"(?<!\|)\|(?!\|)")


def scripts() -> list[Path]:
    """Every shell script that is committed."""
    listed = (
        subprocess.run(["git", "ls-files", "-z"], cwd=PROJECT, capture_output=True, check=True)
        .stdout.decode()
        .split("\0")
    )
    files = [PROJECT / name for name in listed if name and (PROJECT / name).is_file()]
    return [file for file in files if re.match(rb"#!.*\b(?:ba|da|z)?sh\b", file.read_bytes()[:80])]


def test_no_pipe_hides_a_failure() -> None:
    for file in WORKFLOWS:  # `shell: bash` is `bash -eo pipefail`, no shell named is `bash -e`
        flow = workflow(file)
        assert flow["defaults"] == {"run": {"shell": "bash"}}, file.name
        assert all(
            "shell" not in step and "defaults" not in job for job in flow["jobs"].values() for step in job["steps"]
        ), file.name
    assert gitlab()["default"]["before_script"][0] == "set -o pipefail"
    assert all("before_script" not in job and "inherit" not in job for job in gitlab_jobs().values())
    make = (PROJECT / "Makefile").read_text("utf-8")
    assert re.search(r"^SHELL := /bin/bash$", make, re.MULTILINE) and re.search(
        r"^\.SHELLFLAGS := -eo pipefail -c\b", make, re.MULTILINE
    )
    found = scripts()
    assert len(found) >= 5
    for file in found:
        text = file.read_text("utf-8")
        assert not PIPE.search(text) or re.search(r"^set -[a-z]*o pipefail$|^set -euo pipefail$", text, re.MULTILINE), (
            file
        )


def test_a_recipe_fails_with_the_first_command_of_its_pipe(tmp_path: Path) -> None:
    head = (PROJECT / "Makefile").read_text("utf-8").partition(".DEFAULT_GOAL")[0]
    (tmp_path / "Makefile").write_text(f"{head}\nx:\n\t@false | cat\n", "utf-8")
    assert subprocess.run(["make", "x"], cwd=tmp_path, capture_output=True).returncode != 0
