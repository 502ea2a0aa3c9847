"""Where `tthc publish` cannot put releases: it says so before it reads, builds or writes anything."""

from __future__ import annotations

import os
import subprocess
from argparse import Namespace
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.cli import main
from generator.commands._shared import build_site
from generator.commands.cmd_publish import frozen_there
from generator.io import mark
from generator.publishing.target_url import target_from_url
from tests.publishing.conftest import tmp_path  # noqa: F401  (fixture)
from tests.support.folders import everything


def a_file(name: str) -> Callable[[Path], object]:
    def make(here: Path) -> object:
        (here / name).parent.mkdir(parents=True, exist_ok=True)
        return (here / name).write_text("của tôi")

    return make


def published_before(*more: str) -> Callable[[Path], object]:
    def make(here: Path) -> None:
        for name in ("releases", "locks", *more):
            (here / "www" / name).mkdir(parents=True)

    return make


def a_site(here: Path) -> None:
    (here / "site").mkdir()
    mark.write(here / "site")


def with_a_file_for(name: str) -> Callable[[Path], object]:
    def make(here: Path) -> None:
        published_before()(here)
        if (here / "www" / name).is_dir():
            (here / "www" / name).rmdir()
        a_file(f"www/{name}")(here)

    return make


PLACES: dict[str, tuple[str, Callable[[Path], object], str]] = {
    "a file": ("./www", a_file("www"), "www: không phải thư mục"),
    "below a file": ("./www/a/b", a_file("www"), "www: không phải thư mục"),
    "a pipe": ("./www", lambda here: os.mkfifo(here / "www"), "không phải thư mục"),
    "a link that leads nowhere": ("./www", lambda here: (here / "www").symlink_to("x"), "không phải thư mục"),
    "a link to itself": ("./www", lambda here: (here / "www").symlink_to("www"), "không phải thư mục"),
    "too long a name": ("./" + "w" * 300, lambda here: None, "tên quá dài"),
    "strangers' files": ("./www", a_file("www/a.txt"), "“a.txt”"),
    "the content": ("./content", lambda here: None, "thư mục được đọc"),
    "inside the content": ("./content/www", lambda here: None, "thư mục được đọc"),
    "inside it, by a link": ("./www", lambda here: (here / "www").symlink_to("content/units"), "thư mục được đọc"),
    "where people stand": ("./", lambda here: None, "thư mục được đọc"),
    "inside a site": ("./site/www", a_site, "là trang do tthc dựng"),
    "current is a folder": ("./www", published_before("current"), "là tệp hay thư mục thường"),
    "current is a file": ("./www", with_a_file_for("current"), "là tệp hay thư mục thường"),
    "releases is a file": ("./www", with_a_file_for("releases"), "releases: không phải thư mục"),
    "parts is a file": ("./www", with_a_file_for("parts"), "parts: không phải thư mục"),
    "nobody's home": ("~khong-co-ai/www", lambda here: None, "không phải nơi đăng"),
}


@pytest.fixture
def no_build(monkeypatch: pytest.MonkeyPatch) -> None:
    def build(*given: object, **more: object) -> int:
        raise AssertionError("built")

    monkeypatch.setattr(build_site, "build", build)


@pytest.mark.parametrize("place", PLACES)
def test_a_place_that_cannot_be_published_to_is_refused_at_once(
    place: str,
    content: Path,
    no_build: None,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    here = content.parent
    target, make, why = PLACES[place]
    make(here)
    monkeypatch.chdir(here)
    before = everything(here)
    assert main(["publish", target]) == 2
    said = capsys.readouterr().err
    assert why in said, said
    assert len(said.splitlines()) == 1
    assert everything(here) == before


def test_the_built_site_is_no_place_for_its_releases(
    content: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    a_file("built/index.html")(content.parent)  # made by hand: without a mark
    monkeypatch.chdir(content.parent)
    assert main(["publish", "./built/www", "--site", "built"]) == 2
    assert "built”, là thư mục được đọc" in capsys.readouterr().err


def test_a_folder_without_permission_is_said_before_the_build(
    content: Path, no_build: None, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    closed = content.parent / "closed"
    closed.mkdir()
    monkeypatch.chdir(content.parent)
    if os.geteuid() == 0:  # root may write everywhere but on a disk that is read-only
        if subprocess.run(["mount", "-t", "tmpfs", "-o", "ro", "tmpfs", str(closed)], capture_output=True).returncode:
            pytest.skip("may not mount a file system here")
    else:
        closed.chmod(0o555)
    try:
        assert main(["publish", "./closed/www"]) == 1
    finally:
        if os.geteuid() == 0:
            subprocess.run(["umount", str(closed)], check=True)
    assert "không có quyền ghi" in capsys.readouterr().err


def test_the_home_folder_is_meant_where_no_shell_reads(
    content: Path, no_build: None, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """In site.yml, and in `--out=~/site`, which shells leave as it is: no folder named `~`."""
    home = content.parent / "home"
    a_file("home/www/a.txt")(content.parent)
    with (content / "site.yml").open("a", encoding="utf-8") as file:
        file.write("noi_dang:\n  - ten: chinh\n    dia_chi: ~/www\n")
    monkeypatch.chdir(content.parent)
    monkeypatch.setenv("HOME", str(home))
    for target in ("chinh", "~/www"):
        assert main(["publish", target]) == 2
        assert f"“{home}/www”" in capsys.readouterr().err
    assert not (content.parent / "~").exists()


def test_checks_alone_ask_nothing_of_the_place(content: Path) -> None:
    """CI has neither the folder nor a key of the host, also where editions are frozen."""
    site = (content / "site.yml").read_text("utf-8")
    (content / "site.yml").write_text(
        site + "cac_ban:\n  - ngay: 2023-12-31\n    dong_bang: true\n    thu_muc: cu\n", "utf-8"
    )
    call = Namespace(content=content, rebuild_frozen=False, as_of=None, check_only=True)
    assert frozen_there(call, target_from_url("ssh://khong-co.invalid/srv")) == frozenset()
