"""Which proposals wait for the tests."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import yaml

from tests.conftest import PROJECT


def test_a_change_of_content_alone_waits_for_no_browser(tmp_path: Path) -> None:
    """On GitHub a script decides, on GitLab a list of folders, which must name all that are not content."""
    jobs = yaml.safe_load((PROJECT / ".github/workflows/check.yml").read_text("utf-8"))["jobs"]
    assert jobs["tests"]["needs"] == "changed" and jobs["tests"]["if"] == "needs.changed.outputs.code == 'true'"
    listed = subprocess.run(["git", "ls-files"], cwd=PROJECT, capture_output=True, text=True, check=True).stdout.split()
    folders = {name.partition("/")[0] for name in listed if "/" in name} - {"content", "publications"}
    [rule] = yaml.safe_load((PROJECT / ".gitlab-ci.yml").read_text("utf-8"))["tests"]["rules"]
    assert {f"{name}/**/*" for name in folders if not name.startswith(".")} | {"*", ".*/**/*"} == set(rule["changes"])

    def git(*words: str) -> str:
        who = ["-c", "user.name=a", "-c", "user.email=a@b"]
        done = subprocess.run(["git", *who, *words], cwd=tmp_path, check=True, capture_output=True, text=True)
        return done.stdout.strip()

    def write(name: str) -> str:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(name, "utf-8")
        git("add", ".")
        git("commit", "-q", "-m", name)
        return git("rev-parse", "HEAD")

    def asked(base: str) -> str:
        script = [tmp_path / "scripts/code-changed", base]
        return subprocess.run(script, check=True, capture_output=True, text=True).stdout

    git("init", "-q", "-b", "main")
    (tmp_path / "scripts").mkdir()
    shutil.copy(PROJECT / "scripts/code-changed", tmp_path / "scripts")
    start = write("generator/a.py")
    content = write("content/a.yml")
    assert asked(start) == "code=false\n"
    write("theme/a.css")
    assert asked(start) == asked(content) == "code=true\n"
    assert asked("0" * 40) == asked("") == asked("--output=x") == "code=true\n"
