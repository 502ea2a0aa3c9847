"""What is new since an earlier state: known by file, rule and message, whatever its line is now."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from generator.problem import Problem
from generator.reporting.baseline import UnusableBaseline, from_file, new_since
from generator.reporting.context import Context
from generator.reporting.json import render as as_json
from generator.reporting.summary import render as summary
from generator.reporting.text import render as text


def one(path: str = "content/a.yml", line: int = 1, id: str = "TT-040", message: str = "x", severity="warning"):
    return Problem(path, line, 1, id, severity, message)


def test_a_line_that_moved_is_not_new() -> None:
    assert new_since([one(line=9)], [one(line=3)]) == []


def test_another_message_rule_or_file_is_new() -> None:
    found = [one(), one(message="y"), one(id="TT-041"), one(path="content/b.yml")]
    assert new_since(found, [one()]) == found[1:]


def test_of_several_alike_the_one_on_the_new_line_is_new() -> None:
    before, now = "a\nb\nc\n", "a\nNEW\nb\nc\n"
    found = [one(line=1), one(line=2), one(line=3)]
    old = [one(line=1), one(line=2)]
    assert new_since(found, old, text=lambda path: now, text_before=lambda path: before) == [one(line=2)]


def test_without_the_texts_as_many_as_are_more() -> None:
    assert len(new_since([one(line=1), one(line=2), one(line=3)], [one(line=1), one(line=2)])) == 1


def test_a_renamed_file_has_no_new_faults_but_a_copy_has() -> None:
    moved, before = [one(path="content/b.yml", line=4)], [one()]
    assert new_since(moved, before, is_deleted=lambda path: path == "content/a.yml") == []
    assert new_since([*before, *moved], before) == moved


def test_a_renamed_file_with_one_fault_more() -> None:
    now = [one(path="content/b.yml", line=4), one(path="content/b.yml", line=5)]
    assert len(new_since(now, [one()], is_deleted=lambda path: path == "content/a.yml")) == 1


def test_the_order_stays() -> None:
    found = [one(path="content/z.yml"), one(path="content/b.yml")]
    assert new_since(found, []) == found


def test_a_file_of_findings_is_what_format_json_writes(tmp_path: Path) -> None:
    file = tmp_path / "before.json"
    file.write_text(as_json([one(), one(line=2)]), "utf-8")
    assert from_file(file) == [one(), one(line=2)]


@pytest.mark.parametrize("text", ["", "{}", "[1]", '[{"path": 1}]', "[" * 100_000, "\ud800".encode("utf-8", "replace")])
def test_anything_else_is_refused(tmp_path: Path, text: str | bytes) -> None:
    file = tmp_path / "before.json"
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    with pytest.raises(UnusableBaseline):
        from_file(file)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_what_powershell_writes_is_read(tmp_path: Path, encoding: str) -> None:
    """`tthc check --format json > tệp` of Windows PowerShell writes UTF-16, with a mark."""
    file = tmp_path / "before.json"
    file.write_bytes(as_json([one()]).encode(encoding))
    assert from_file(file) == [one()]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no such files")
def test_a_pipe_is_refused_instead_of_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(UnusableBaseline, match="không phải tệp thường"):
        from_file(tmp_path / "pipe")


def test_a_list_of_odd_values_is_read_without_a_traceback(tmp_path: Path) -> None:
    file = tmp_path / "before.json"
    file.write_text(json.dumps([{"path": 1, "id": None, "message": [], "line": "7"}]), "utf-8")
    assert from_file(file) == [Problem("1", 1, 1, "", "", "")]  # type: ignore[arg-type]


OLD_ERROR, OLD, NEW = one(id="TT-011", severity="error"), [one(line=2), one(line=3)], one(message="mới")


def test_new_first_then_old_errors_then_counts() -> None:
    context = Context(new=[NEW], since="HEAD", rules=[type("Rule", (), {"id": "TT-040", "title": "Tiêu đề"})])
    assert text([OLD_ERROR, *OLD, NEW], context).split("\n") == [
        "Mới so với HEAD:",
        "content/a.yml:1:1: TT-040 nhắc: mới.",
        "Lỗi đã có từ trước:",
        "content/a.yml:1:1: TT-011 lỗi: x.",
        "2 lời nhắc đã có từ trước (xem từng lời: tthc check --all):",
        "     2 × TT-040 Tiêu đề",
        "1 lỗi, 3 nhắc",
    ]
    shown = summary([OLD_ERROR, *OLD, NEW], context)
    assert shown.index("mới") < shown.index("TT-011") < shown.index("2 lời nhắc đã có từ trước (TT-040: 2)")
    assert shown.endswith("1 lỗi.")


def test_nothing_new() -> None:
    assert text(OLD, Context(new=[], since="HEAD")).startswith("Không có gì mới so với HEAD.\n2 lời nhắc")
    assert text([], Context(new=[], since="HEAD")) == "Không có lỗi."
    assert "mới" not in summary(OLD, Context(new=[], since="HEAD"))
