"""Only regular files are opened: whatever else lies among the content, the theme or in the cache is named or passed
over, never waited for."""

from __future__ import annotations

import json
import os
import shutil
import socket
from pathlib import Path

import pytest

from generator.io.regular_file import NotRegular, TooLarge, is_regular, read_regular, sha256_of
from tests.conftest import PROJECT, SMALL
from tests.hostile.limits import tthc

PLACES = (
    "laws/ong.yml",
    "procedures/ho-tich/ong.yml",
    "units/ong.yml",
    "notices/ong.md",
    "site.yaml",
    "search/synonyms-ong.yml",
    "forms/ong.docx",
    "ong",
    "la/ong.yml",
    "units/an-thanh/overlay/ong.yml",
)


def put(kind: str, file: Path, elsewhere: Path) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    if kind == "pipe":
        os.mkfifo(file)
    elif kind == "socket":
        here = os.getcwd()
        os.chdir(file.parent)  # the path of a socket is short
        try:
            with socket.socket(socket.AF_UNIX) as it:
                it.bind(file.name)
        finally:
            os.chdir(here)
    elif kind == "folder":
        file.mkdir()
    elif kind == "link to a device":
        file.symlink_to("/dev/zero")
    elif kind == "link outside":
        (elsewhere / "mat-khau.yml").write_text("mat_khau: 123456\n", "utf-8")
        file.symlink_to(elsewhere / "mat-khau.yml")
    elif kind == "dead link":
        file.symlink_to(elsewhere / "khong-co")


KINDS = ("pipe", "socket", "folder", "link to a device", "link outside", "dead link")


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_no_file_is_named(tmp_path: Path, kind: str) -> None:
    content = Path(shutil.copytree(SMALL, tmp_path / "content"))
    for place in PLACES:
        put(kind, content / place, tmp_path)
    done = tthc("check", "--content", content, "--format", "json")
    assert "Traceback" not in done.stderr and done.returncode == 1 and "123456" not in done.stdout + done.stderr
    named = {item["path"] for item in json.loads(done.stdout) if item["id"] == "TT-001"}
    wanted = PLACES if kind != "folder" else [place for place in PLACES if place.endswith((".yml", ".yaml", ".md"))]
    assert named == {f"content/{place}" for place in wanted}


def test_what_is_no_file_is_never_opened(tmp_path: Path) -> None:
    """One of each kind at each place, whatever is done to the content."""
    content = Path(shutil.copytree(SMALL, tmp_path / "content"))
    for place in PLACES:
        for kind in KINDS:
            file = content / place
            put(kind, file.with_name(f"{KINDS.index(kind)}{file.name}"), tmp_path)
        put("pipe", content / place, tmp_path)
    for words in (
        ("build", "--content", content, "--out", tmp_path / "site", "--no-strict"),
        ("build", "--content", content, "--out", tmp_path / "site2"),
        ("fix", "--content", content),
        ("check", content / PLACES[0], "--content", content),
        ("report", "--content", content),
    ):
        done = tthc(*words)
        assert "Traceback" not in done.stderr and "123456" not in done.stdout + done.stderr
        assert done.returncode in (0, 1, 2), done.stderr
    assert (tmp_path / "site/index.html").is_file() and not (tmp_path / "site2").exists()


def test_a_pipe_in_the_cache(tmp_path: Path) -> None:
    """What is kept between builds is only a help: whatever stands there instead, everything is built."""
    (tmp_path / ".cache").mkdir()
    from generator.io.cache_file import read_cached, read_value

    os.mkfifo(tmp_path / ".cache/x.memory")
    assert read_value(tmp_path / ".cache/x.memory", b"key") is None
    assert read_cached(tmp_path / ".cache/x.memory") is None
    from generator.io.input_hashes import hash_file, theme_hash

    (tmp_path / "theme").mkdir()
    os.mkfifo(tmp_path / "theme/a.html")
    (tmp_path / "theme/b.html").write_text("b", "utf-8")
    assert theme_hash(tmp_path / "theme")
    assert hash_file(str(tmp_path / "theme/a.html"))[2] == b""


def test_a_file_that_grows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "a"
    file.write_bytes(b"x" * 10)
    read = os.read

    def growing(handle: int, most: int) -> bytes:
        with open(file, "ab") as more:
            more.write(b"y" * 1000)
        return read(handle, 500)

    monkeypatch.setattr(os, "read", growing)
    with pytest.raises(TooLarge):
        read_regular(file, 2000)


def test_a_file_that_becomes_a_pipe_after_the_look(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a")
    for follow in (True, False):
        with pytest.raises(NotRegular):
            read_regular(tmp_path / "a", follow=follow)
    with pytest.raises(NotRegular):
        sha256_of(tmp_path / "a")
    assert not is_regular(tmp_path / "a") and not is_regular(tmp_path / "b") and not is_regular("a\0b")


def test_a_file_is_read(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"x" * 3_000_000)
    (tmp_path / "b").symlink_to("a")
    assert read_regular(tmp_path / "a", 3_000_000)[0] == b"x" * 3_000_000 == read_regular(tmp_path / "b")[0]
    with pytest.raises(NotRegular):
        read_regular(tmp_path / "b", follow=False)
    (tmp_path / "c").write_bytes(b"")
    assert read_regular(tmp_path / "c")[0] == b""


def test_nothing_else_opens_the_content() -> None:
    """Rooms that look at files of others open them here alone (their own templates and scripts aside)."""
    packages = ("loading", "checks", "catalogue", "pages", "outputs/exports/forms.py", "outputs/search/index.py")
    for package in packages:
        place = PROJECT / "generator" / package
        assert place.exists(), place
        for file in [place] if place.is_file() else place.rglob("*.py"):
            text = file.read_text("utf-8")
            assert not any(word in text for word in ("open(", ".read_text(", ".read_bytes(")), file
