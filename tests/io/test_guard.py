"""A folder is replaced when it is new, empty, or carries the mark of a site; in every other case the command
ends with 2, says why in one sentence, and has touched nothing."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.io import mark
from generator.io.guard import OutputRefused, guard
from tests.conftest import PROJECT
from tests.support.folders import everything


def a_site(folder: Path) -> Path:
    (folder / "thu-tuc").mkdir(parents=True)
    (folder / "index.html").write_text("trang")
    (folder / "thu-tuc" / "index.html").write_text("trang")
    mark.write(folder)
    return folder


def with_file(name: str, site: bool) -> Callable[[Path], Path]:
    def make(place: Path) -> Path:
        out = a_site(place / "out") if site else place / "out"
        (out / name).parent.mkdir(parents=True, exist_ok=True)
        (out / name).write_text("của tôi")
        return out

    return make


def with_folder(name: str) -> Callable[[Path], Path]:
    def make(place: Path) -> Path:
        out = a_site(place / "out")
        (out / name).mkdir(parents=True)
        return out

    return make


def a_file(place: Path) -> Path:
    (place / "out").write_text("của tôi")
    return place / "out"


def below_a_file(name: str) -> Callable[[Path], Path]:
    def make(place: Path) -> Path:
        (place / "tep").write_text("của tôi")
        return place / "tep" / name

    return make


def a_link(to: str) -> Callable[[Path], Path]:
    def make(place: Path) -> Path:
        a_site(place / "other")
        (place / "out").symlink_to(to)
        return place / "out"

    return make


def a_forged_mark(place: Path) -> Path:
    out = place / "out"
    (out / ".git").mkdir(parents=True)
    (out / ".git" / "HEAD").write_text("ref: refs/heads/main")
    mark.write(out)
    return out


def a_broken_mark(place: Path) -> Path:
    out = a_site(place / "out")
    (out / mark.MARK).write_text('{"tthc": 1')
    return out


def a_mark_that_is_a_link(place: Path) -> Path:
    other, out = a_site(place / "other"), place / "out"
    shutil.copytree(other, out)
    (out / mark.MARK).unlink()
    (out / mark.MARK).symlink_to("../other/" + mark.MARK)
    return out


REFUSED: dict[str, Callable[[Path], Path]] = {
    "a folder with other files": with_file("ghi-chu.txt", site=False),
    "a site from before the mark": with_file("index.html", site=False),
    "a checkout": with_file(".git/HEAD", site=True),
    "a checkout of a submodule": with_file(".git", site=True),
    "written in capitals": with_file(".GIT/HEAD", site=True),
    "an empty repository folder": with_folder(".git"),
    "a configuration": with_file("mkdocs.yml", site=True),
    "content": with_file("content/a.yml", site=True),
    "empty content": with_folder("Content"),
    "a file": a_file,
    "below a file": below_a_file("out"),
    "deep below a file": below_a_file("a/out"),
    "a link to a site": a_link("other"),
    "a link to nothing": a_link("khong-co"),
    "a forged mark": a_forged_mark,
    "a broken mark": a_broken_mark,
    "a mark that is a link": a_mark_that_is_a_link,
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_not_ours_is_refused(name: str, tmp_path: Path) -> None:
    out = REFUSED[name](tmp_path)
    before = everything(tmp_path)
    with pytest.raises(OutputRefused) as refused:
        guard(out)
    text = str(refused.value)
    assert text.endswith(".") and "\n" not in text and str(out) in text
    assert everything(tmp_path) == before


@pytest.mark.parametrize("out", ["new", "deep/new", "empty", "site", "site/", "other/../site", "litter", "linked/site"])
def test_what_is_new_empty_or_ours_is_taken(out: str, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "other").mkdir()
    a_site(tmp_path / "site")
    (tmp_path / "site" / "thu-tuc" / ".DS_Store").write_text("")
    (tmp_path / "litter").mkdir()
    (tmp_path / "litter" / "Thumbs.db").write_text("")
    (tmp_path / "linked").symlink_to(tmp_path)
    (tmp_path / "content").mkdir()
    assert guard(tmp_path / out, [tmp_path / "content"]) == Path(os.path.realpath(tmp_path / out))


def test_above_and_inside_what_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    content = tmp_path / "a" / "b" / "content"
    content.mkdir(parents=True)
    (tmp_path / "link").symlink_to(content)
    for out in (
        content,
        content / "x",
        content.parent,
        content.parent / "content" / "..",
        tmp_path / "a",
        tmp_path / "link" / "x",
    ):
        for given in (content, tmp_path / "link"):
            with pytest.raises(OutputRefused):
                guard(out, [given])
    monkeypatch.chdir(content.parent)
    for out in (".", "..", "../..", "content/..", "/", "/tmp/.."):
        with pytest.raises(OutputRefused):
            guard(Path(out))
    home = tmp_path / "home"
    home.mkdir()
    monkeypatch.setenv("HOME", str(home))
    with pytest.raises(OutputRefused, match="nhà"):
        guard(home)
    with pytest.raises(OutputRefused):
        guard(PROJECT.parent)


def test_a_folder_of_nothing_but_sites(tmp_path: Path) -> None:
    out = tmp_path / "xa"
    for name in ("an-thanh", "binh-lang"):
        a_site(out / name)
    guard(out)
    (out / "ghi-chu.txt").write_text("của tôi")
    with pytest.raises(OutputRefused, match="ghi-chu.txt"):
        guard(out)
    (out / "ghi-chu.txt").unlink()
    (out / "mine").mkdir()
    with pytest.raises(OutputRefused):
        guard(out)
    (out / "mine").rmdir()
    (out / "an-thanh" / "cua-toi.txt").write_text("của tôi")
    assert not mark.remove(out)
    assert [name for name, data in everything(out).items() if data] == [
        "an-thanh/.tthc-site.json",
        "an-thanh/cua-toi.txt",
    ]


def test_removing_takes_only_what_is_listed(tmp_path: Path) -> None:
    """An empty folder is nothing; Pagefind's index and the site of a commune are judged by their own marks."""
    site = a_site(tmp_path / "site")
    for name in ("pagefind", "an-thanh"):
        (site / name).mkdir()
        (site / name / "a.js").write_text("")
        mark.write(site / name)
    mark.write(site)
    (site / "an-thanh" / "b.js").write_text("")
    mark.write(site / "an-thanh")  # made again alone
    (site / "thu-tuc" / "cua-toi.txt").write_text("của tôi")
    (site / "trong" / "rong").mkdir(parents=True)
    (site / "link").symlink_to(tmp_path)
    (site / "pagefind" / "b.js").write_text("của tôi")
    (site / "huyen").mkdir()
    (site / "huyen" / "index.html").write_text("")
    mark.write(site / "huyen")
    assert not mark.remove(site)
    assert [name for name, data in everything(site).items() if data is not None and not name.endswith(mark.MARK)] == [
        "huyen/index.html",
        "link",
        "pagefind/b.js",
        "thu-tuc/cua-toi.txt",
    ]
    assert tmp_path.is_dir()
    assert mark.remove(a_site(tmp_path / "other")) and not (tmp_path / "other").exists()
