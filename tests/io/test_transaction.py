"""Several files, all or none: what a replaced file keeps, errors in between, what `recover` leaves alone."""

from __future__ import annotations

import hashlib
import json
import os
from pathlib import Path

import pytest

from generator.io import transaction
from generator.io.file import OutputRefused
from generator.io.transaction import recover, write_all, writing
from tests.support.folders import everything, file_bytes


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = tmp_path / "content"
    folder.mkdir()
    (folder / "a.yml").write_bytes(b"ten: A\n")
    return folder


def test_a_replaced_file_keeps_its_line_ends_mark_and_permissions(root: Path) -> None:
    windows, mixed = root / "w.yml", root / "m.yml"
    windows.write_bytes(b"\xef\xbb\xbfa: 1\r\nb: 2\r\n")
    mixed.write_bytes(b"a: 1\r\nb: 2\n")
    windows.chmod(0o640)
    write_all(root, {windows: "a: 3\nb: 2\n", mixed: "a: 3\nb: 2\n", root / "new.yml": "a: 1\n"})
    assert windows.read_bytes() == b"\xef\xbb\xbfa: 3\r\nb: 2\r\n" and windows.stat().st_mode & 0o777 == 0o640
    assert mixed.read_bytes() == b"a: 3\nb: 2\n"
    assert (root / "new.yml").read_bytes() == b"a: 1\n" and (root / "new.yml").stat().st_mode & 0o777 == 0o644
    assert sorted(os.listdir(root)) == ["a.yml", "m.yml", "new.yml", "w.yml"]


@pytest.mark.parametrize("error", [OSError("x"), KeyboardInterrupt(), ValueError("x")])
def test_an_error_afterwards_puts_everything_back(root: Path, error: BaseException) -> None:
    before, report = everything(root), root.parent / "report.md"
    report.write_text("cũ", "utf-8")
    texts = {root / "a.yml": "ten: B\n", root / "new/deep/b.yml": "ten: C\n"}
    with pytest.raises((type(error), OutputRefused)), writing(root, texts, beside={report: "mới"}):
        assert (root / "a.yml").read_text() == "ten: B\n" and report.read_text("utf-8") == "mới"
        raise error
    assert everything(root) == before and report.read_text("utf-8") == "cũ"


def test_a_file_that_cannot_be_moved_changes_nothing(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before, moved = everything(root), list[str]()

    def failing(move):
        def fails(part: str, file: str) -> None:
            if file.endswith("z.yml"):
                raise PermissionError(13, "in use", file)
            moved.append(file)
            move(part, file)

        return fails

    for name in ("_move", "_move_new"):
        monkeypatch.setattr(transaction, name, failing(getattr(transaction, name)))
    with pytest.raises(OutputRefused, match="Chưa có gì thay đổi"):
        write_all(root, {root / "a.yml": "ten: B\n", root / "new/b.yml": "x: 1\n", root / "new/z.yml": "x: 1\n"})
    assert len(moved) == 3 and everything(root) == before  # the third puts a.yml back


def test_files_that_must_be_new_replace_nothing(root: Path) -> None:
    before = everything(root)
    with pytest.raises(OutputRefused, match=r"đã có .*a\.yml.*Chưa có gì thay đổi"):
        write_all(root, {root / "0.yml": "x: 1\n", root / "a.yml": "ten: B\n", root / "new/b.yml": "x: 1\n"}, new=True)
    assert everything(root) == before


@pytest.mark.parametrize("text", ["ten: Người viết\n", "x: 2\n"], ids=["other", "equal"])
def test_a_file_that_appears_meanwhile_is_not_replaced(root: Path, monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    """Also when it says the same, as that of a second `tthc new`: putting everything back must not delete it."""
    prepared = transaction._prepared

    def somebody_writes(*given):
        row = prepared(*given)
        if row.file.endswith("c.yml"):
            (root / "c.yml").write_text(text, "utf-8")
        return row

    monkeypatch.setattr(transaction, "_prepared", somebody_writes)
    with pytest.raises(OutputRefused, match=r"đã có .*c\.yml.*Chưa có gì thay đổi"):
        write_all(root, {root / "a.yml": "ten: B\n", root / "b.yml": "x: 1\n", root / "c.yml": "x: 2\n"})
    assert file_bytes(root) == {"a.yml": b"ten: A\n", "c.yml": text.encode()}


def test_new_files_are_written_where_links_are_not_supported(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*given):
        raise PermissionError(1, "not supported")

    monkeypatch.setattr(transaction.os, "link", refused)
    write_all(root, {root / "new/b.yml": "x: 1\n"}, new=True)
    assert (root / "new/b.yml").read_bytes() == b"x: 1\n" and (root / "new/b.yml").stat().st_mode & 0o777 == 0o644
    with pytest.raises(OutputRefused):
        write_all(root, {root / "new/b.yml": "x: 2\n"}, new=True)
    assert (root / "new/b.yml").read_bytes() == b"x: 1\n"


def test_a_kill_while_a_new_file_gets_its_name_is_put_back(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = everything(root)
    child = os.fork()
    if not child:
        link = os.link

        def killed_afterwards(part, file):
            link(part, file)
            os._exit(0) if str(file).endswith("c.yml") else None

        os.link = killed_afterwards
        write_all(root, {root / "a.yml": "ten: B\n", root / "b.yml": "x: 1\n", root / "c.yml": "x: 2\n"})
    os.waitpid(child, 0)
    assert (root / "c.yml").exists()
    recover(root)
    assert everything(root) == before and "đã trả 3 tệp" in capsys.readouterr().err


def test_recovery_leaves_alone_what_lives_or_was_changed_since(
    root: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    texts = {root / "a.yml": "ten: B\n", root / "b.yml": "ten: B\n", root / "c.yml": "ten: C\n"}
    child = os.fork()
    if not child:
        with writing(root, texts):
            os._exit(0)
    os.waitpid(child, 0)
    with monkeypatch.context() as patched:
        patched.setattr(transaction, "_end", lambda *given: pytest.fail("recovered a living process"))
        held = next(root.glob(f"{transaction.PREFIX}*")) / transaction.HELD
        lock = os.open(held, os.O_RDWR)
        transaction.fcntl.flock(lock, transaction.fcntl.LOCK_EX)
        recover(root)
        os.close(lock)
    (root / "b.yml").write_text("ten: Người viết\n", "utf-8")
    recover(root)
    assert file_bytes(root) == {"a.yml": b"ten: A\n", "b.yml": "ten: Người viết\n".encode()}
    said = capsys.readouterr().err
    assert "đã trả 2 tệp" in said and "b.yml" in said


def test_foreign_folders_of_that_name_stay(root: Path) -> None:
    (root / f"{transaction.PREFIX}cua-toi").mkdir()
    (root / f"{transaction.PREFIX}cua-toi/a.txt").write_text("x")
    recover(root)
    recover(root / "nowhere")
    assert (root / f"{transaction.PREFIX}cua-toi/a.txt").exists()


@pytest.mark.parametrize("place", ["elsewhere/a", "project/.hidden/a", "project/content/.git/hooks/a", "link/a"])
def test_a_journal_that_came_with_the_content_reaches_nothing_else(tmp_path: Path, place: str) -> None:
    root, file = tmp_path / "project/content", tmp_path / place
    (tmp_path / "elsewhere").mkdir()
    (root / "sub").mkdir(parents=True)
    (tmp_path / "link").symlink_to(tmp_path / "elsewhere")
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(b"mine")
    there = root / f"{transaction.PREFIX}evil"
    there.mkdir()
    (there / transaction.HELD).touch()
    (there / "0.truoc").write_bytes(b"theirs")
    row = [0, str(file), hashlib.sha256(b"mine").hexdigest(), hashlib.sha256(b"theirs").hexdigest()]
    note = {"files": [row, [1, str(file), row[2], ""]], "folders": [], "commit": False}
    (there / transaction.JOURNAL).write_text(json.dumps(note))
    recover(root)
    assert file.read_bytes() == b"mine" and not there.exists()
