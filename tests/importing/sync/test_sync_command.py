"""`tthc sync`: fetching by the unit's command, the proposal, the commit, refusals."""

from __future__ import annotations

import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from generator.cli import main
from generator.importing.sync import fetching
from tests.support.folders import file_bytes
from tests.support.import_samples import answer, load, write_lines


@pytest.fixture
def content(tmp_path: Path) -> Path:
    folder = tmp_path / "content"
    main(
        ["import", "national-api", str(write_lines(tmp_path / "a.json", [answer()])), "--to", str(folder), "--no-check"]
    )
    (folder / "site.yml").write_text("ten: Thử\n", "utf-8")
    return folder


def changed(tmp_path: Path) -> Path:
    methods = [{"submissionMethod": "DIRECT", "processingTime": 9, "processingTimeUnit": "WORKING_DAY", "fees": []}]
    (tmp_path / "week").mkdir()
    return write_lines(tmp_path / "week/b.json", [answer(executionMethods=methods)])


def test_a_week_from_the_units_command_to_a_commit(
    content: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for words in (
        ["init", "-q"],
        ["config", "user.email", "a@b"],
        ["config", "user.name", "a"],
        ["add", "-A"],
        ["commit", "-qm", "x"],
    ):
        subprocess.run(["git", *words], cwd=tmp_path, check=True)
    copy = f"import os, shutil; shutil.copy({str(changed(tmp_path))!r}, os.environ['TTHC_NHAN'])"
    command = f"{shlex.quote(sys.executable)} -c {shlex.quote(copy)}"
    proposal = tmp_path / "sync.md"
    call = ["sync", "--content", str(content), "--fetch", command, "--proposal", str(proposal), "--commit"]
    capsys.readouterr()
    assert main(call) == 0
    assert load(content / "procedures/ho-tich/1.001193.yml")["thoi_han_giai_quyet"]["so"] == "9"
    assert "9 ngày làm việc" in proposal.read_text("utf-8")
    message = subprocess.run(
        ["git", "log", "-1", "--format=%B"], cwd=tmp_path, capture_output=True, text=True, check=True
    ).stdout
    assert "1.001193" in message
    proposal.unlink()
    capsys.readouterr()
    assert main(call) == 0
    assert "Nguồn không có gì đổi." in capsys.readouterr().out
    assert not proposal.exists()


def test_a_dry_run_writes_nothing(content: Path, tmp_path: Path) -> None:
    before = file_bytes(content)
    assert main(["sync", "--content", str(content), "--from", str(changed(tmp_path).parent), "--dry-run"]) == 0
    assert file_bytes(content) == before


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ([], "cần đúng một"),
        (["--from", "khong-co"], "không có tệp hay thư mục"),
        (["--fetch", "false"], "kết thúc với mã 1"),
        (["--fetch", "khong-co-lenh-nay"], "không chạy được"),
        (["--fetch", "true"], "không có tệp nguồn nào"),
    ],
)
def test_a_wrong_call_says_why(content: Path, capsys: pytest.CaptureFixture[str], words: list[str], says: str) -> None:
    capsys.readouterr()
    assert main(["sync", "--content", str(content), *words]) == 2
    assert says in capsys.readouterr().err


def test_a_source_that_lost_most_records_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "content"
    all_of_them = [answer(code=f"9.00000{number}", name=f"Thủ tục {number}") for number in range(9)]
    main(
        [
            "import",
            "national-api",
            str(write_lines(tmp_path / "a.json", all_of_them)),
            "--to",
            str(folder),
            "--no-check",
        ]
    )
    (folder / "site.yml").write_text("ten: Thử\n", "utf-8")
    few = write_lines(tmp_path / "b.json", all_of_them[:2])
    capsys.readouterr()
    assert main(["sync", "--content", str(folder), "--from", str(few)]) == 2
    assert "tải chưa đủ" in capsys.readouterr().err
    assert main(["sync", "--content", str(folder), "--from", str(few), "--partial"]) == 0


def test_every_kind_of_source_file_in_a_folder_is_taken(tmp_path: Path) -> None:
    for name in ("a.json", "b.csv", "c.html", "d.xls", "e.doc", "f.pdf", "g.xlsx", "ghi-chu.txt"):
        (tmp_path / name).write_text("x", "utf-8")
    assert [file.name for file in fetching.files_of(tmp_path)] == [
        "a.json", "b.csv", "c.html", "d.xls", "e.doc", "f.pdf", "g.xlsx",
    ]  # fmt: skip
