"""Single files are replaced at once, and only when the same command wrote them."""

from __future__ import annotations

import os
import threading
import zipfile
from pathlib import Path

import pytest

from generator.commands import cmd_drift
from generator.io.file import guard_file, replace_file, with_keys
from generator.io.guard import OutputRefused, guard_content, guard_place
from generator.publishing.error import PublishError
from generator.publishing.offline_archive.archive import ArchiveTooLarge, write_zip
from generator.publishing.targets.local import LocalTarget
from generator.schema.generated import editor


def test_what_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("của tôi")
    (tmp_path / "link").symlink_to("khong-co")
    (tmp_path / "folder").mkdir()
    for name in ("file", "link", "folder"):
        with pytest.raises(OutputRefused, match=name):
            guard_file(tmp_path / name, lambda file: False)
    (tmp_path / "empty").write_text("")
    for name in ("empty", "new"):
        guard_file(tmp_path / name, lambda file: False)
    guard_file(Path("/dev/null"), lambda file: False)


def test_a_device_or_a_pipe_is_written_to(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    found: list[bytes] = []
    reader = threading.Thread(target=lambda: found.append(pipe.read_bytes()))
    reader.start()
    replace_file(pipe, b"x")
    reader.join(timeout=60)
    assert found == [b"x"] and not pipe.is_file()


def test_the_mode_stays_and_no_part_is_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "a.md"
    file.write_text("cũ")
    file.chmod(0o640)
    (tmp_path / ".a.md.part").write_text("của tôi")
    replace_file(file, b"x")
    assert file.stat().st_mode & 0o777 == 0o640 and file.read_bytes() == b"x"

    def full(part: Path, target: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    with pytest.raises(OSError, match="No space"):
        replace_file(file, b"y")
    assert file.read_bytes() == b"x"
    assert sorted(path.name for path in tmp_path.iterdir()) == [".a.md.part", "a.md"]


def test_archives(tmp_path: Path) -> None:
    """Our own is replaced, another one is not; one that is too large leaves the earlier one where it is."""
    ours, theirs = tmp_path / "a.zip", tmp_path / "b.zip"
    write_zip(ours, [("a", b"1")])
    write_zip(ours, [("a", b"2")])
    before = ours.read_bytes()
    with pytest.raises(ArchiveTooLarge):
        write_zip(ours, [("a", os.urandom(500))], max_bytes=300)
    assert ours.read_bytes() == before
    with zipfile.ZipFile(theirs, "w") as archive:
        archive.writestr("a", "của tôi")
    before = theirs.read_bytes()
    with pytest.raises(OutputRefused):
        write_zip(theirs, [("a", b"2")])
    assert theirs.read_bytes() == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.zip", "b.zip"]


@pytest.mark.parametrize(
    ("text", "ours"),
    [
        ('{"missing_here": [], "missing_there": [], "abolished_there": []}', True),
        ("---\nten: Khác với CSDL quốc gia\n---\nTrang này do `tthc drift` viết, đừng sửa tay.\n", True),
        ("So 2 thủ tục có ở cả hai bên: 1 khác, 0 chỉ khác lời văn, 1 giống nhau; 0 chưa có ở đây, 0 không có ở nguồn, 0 đã bãi bỏ ở nguồn.\n", True),  # noqa: E501
        ("---\nten: Thêm một thủ tục\n---\nChữ của tôi.\n", False),
        ('{"missing_here": []}', False),
        ("[" * 100_000, False),
    ],
)  # fmt: skip
def test_an_earlier_comparison_is_known(text: str, ours: bool, tmp_path: Path) -> None:
    (tmp_path / "x").write_text(text, "utf-8")
    assert cmd_drift.is_ours(tmp_path / "x") is ours
    (tmp_path / "y").write_bytes(b"\xff\xfe")
    assert not cmd_drift.is_ours(tmp_path / "y") and not with_keys("a")(tmp_path / "y")


def test_settings_that_somebody_added_to_are_not_ours(tmp_path: Path) -> None:
    for name, text in editor.files().items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
        assert editor.is_ours(tmp_path / name)
    file = tmp_path / ".vscode" / "settings.json"
    file.write_text(file.read_text("utf-8").replace("{", '{"editor.fontSize": 20,', 1), "utf-8")
    assert not editor.is_ours(file)


@pytest.mark.parametrize(
    ("names", "fine"),
    [
        ([], True),
        (["releases/", "locks/", "parts/", "ghi-chu.txt"], True),
        (["lost+found/"], True),
        (["index.html"], False),
        (["releases/"], False),
        (["releases/", "locks/", ".git/"], False),
        (["releases/", "locks/", "content/"], False),
    ],
)
def test_where_releases_may_be_put(names: list[str], fine: bool, tmp_path: Path) -> None:
    root = tmp_path / "www"
    root.mkdir()
    for name in names:
        (root / name).mkdir(parents=True) if name.endswith("/") else (root / name).write_text("của tôi")
    before = sorted(path.name for path in root.rglob("*"))
    if fine:
        LocalTarget(root).prepare()
        return
    with pytest.raises(PublishError) as refused:
        LocalTarget(root).prepare()
    assert refused.value.wrong_call
    assert sorted(path.name for path in root.rglob("*")) == before


def test_releases_are_never_put_above_people(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for root in (tmp_path, tmp_path.parent, Path("/")):
        with pytest.raises(OutputRefused):
            guard_place(root, frozenset())


@pytest.mark.parametrize(
    ("names", "fine"),
    [
        ([], True),
        (["site.yml", ".git", "ghi-chu.txt"], True),
        (["procedures"], True),
        (["mkdocs.yml", "content"], False),
        (["procedures", "mkdocs.yml"], False),
        (["anh.jpg"], False),
        ([".tthc-site.json", "index.html"], False),
    ],
)
def test_where_records_may_be_put(names: list[str], fine: bool, tmp_path: Path) -> None:
    for name in names:
        (tmp_path / name).write_text("")
    if fine:
        guard_content(tmp_path, tmp_path)
    else:
        with pytest.raises(OutputRefused):
            guard_content(tmp_path, tmp_path)


def test_a_scanner_that_has_the_new_file_open_for_a_moment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Windows refuses to move a file that a virus scanner or OneDrive has open; a moment later it works."""
    replace, refused, waited = os.replace, [5, 32], list[float]()

    def held(part: object, file: object) -> None:
        if refused:
            error = PermissionError(13, "Access is denied")
            error.winerror = refused.pop()  # type: ignore[attr-defined]
            raise error
        replace(part, file)  # type: ignore[arg-type]

    monkeypatch.setattr(os, "replace", held)
    monkeypatch.setattr("time.sleep", waited.append)
    replace_file(tmp_path / "a", b"1")
    assert (tmp_path / "a").read_bytes() == b"1" and len(waited) == 2
    refused.extend([32] * 50)
    with pytest.raises(PermissionError):
        replace_file(tmp_path / "a", b"2")
    assert (tmp_path / "a").read_bytes() == b"1" and os.listdir(tmp_path) == ["a"]
    monkeypatch.setattr(os, "replace", lambda part, file: (_ for _ in ()).throw(PermissionError(13, "no right")))
    waited.clear()
    with pytest.raises(PermissionError):
        replace_file(tmp_path / "a", b"2")
    assert waited == []  # a refusal for good
