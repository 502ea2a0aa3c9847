"""`tthc sync` killed before each of its writes: the next command finds everything as it was, or everything done."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from generator.cli import main
from tests.support.folders import file_bytes
from tests.support.import_samples import answer, write_lines

pytestmark = pytest.mark.slow
WRITES = {"os.rename", "os.link", "os.mkdir", "os.chmod", "os.remove", "os.rmdir", "subprocess.Popen"}
MOST = 200


def git(folder: Path, *words: str) -> str:
    return subprocess.run(["git", *words], cwd=folder, check=True, capture_output=True, text=True).stdout


@pytest.fixture
def office(tmp_path: Path) -> Path:
    """A folder with content in git and the source of the next week, which changes two records and adds a law."""
    office, source = tmp_path / "office", tmp_path / "week"
    office.mkdir()
    first = [answer(), answer(code="1.001194", procedureCode="1.001194")]
    main(["import", "national-api", str(write_lines(tmp_path / "a.json", first)), "--to", str(office / "content"),
          "--no-check"])  # fmt: skip
    (office / "content/site.yml").write_text("ten: Thử\n", "utf-8")
    for words in ("init -q", "config user.email a@b", "config user.name a", "add -A", "commit -qm x"):
        git(office, *words.split())
    source.mkdir()
    methods = [{"submissionMethod": "DIRECT", "processingTime": 9, "processingTimeUnit": "WORKING_DAY", "fees": []}]
    write_lines(source / "b.json", [answer(executionMethods=methods), *first[1:]])
    return office


def state(office: Path) -> dict[str, Any]:
    files = {name: data for name, data in file_bytes(office).items() if not name.startswith((".git/", ".cache/"))}
    said = git(office, "status", "--porcelain", "--", ":!.cache")
    return {"files": files, "git": said, "commits": git(office, "log", "--format=%s")}


def killed(call: list[str], at: int) -> bool:
    """Run a command in a process that dies before its write number `at`. False if it came to its end."""
    child = os.fork()
    if child:
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 99
    count = 0

    def hook(event: str, given: tuple[Any, ...]) -> None:
        nonlocal count
        writes = event in WRITES or (event == "open" and isinstance(given[2], int) and given[2] & os.O_ACCMODE)
        if writes and "/__pycache__" not in str(given[0]) and str(given[0]) != os.devnull:
            count += 1
            if count > at:
                os._exit(99)

    sys.addaudithook(hook)
    os._exit(main(call))


@pytest.mark.parametrize("commit", [False, True])
def test_a_kill_at_each_write(office: Path, tmp_path: Path, commit: bool) -> None:
    report = office / "sync.md"
    call = ["sync", "--content", str(office / "content"), "--from", str(tmp_path / "week"), "--proposal", str(report)]
    call += ["--commit"] * commit
    before, seen = state(office), list[bool]()
    for at in range(MOST):
        if not killed(call, at):
            break
        main(["check", "--content", str(office / "content")])
        now = state(office)
        seen.append(now != before)
        if seen[-1]:  # the rest is only tidying up
            break
    else:
        pytest.fail("it never ends")
    assert len(seen) > 15 and not any(seen[:-1])
    done = state(office)
    assert done["files"] != before["files"] and "9 ngày làm việc" in report.read_text("utf-8")
    assert (done["commits"] != before["commits"]) is commit
    assert not [name for name in done["files"] if "nhap-tam" in name]
