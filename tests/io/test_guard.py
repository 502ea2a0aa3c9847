"""A folder is replaced when it is new, empty, or carries the mark of a site; in every other case the command
ends with 2, says why in one sentence, and has touched nothing."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.build.pipeline import SiteBuilder
from generator.cli import main
from generator.io import mark
from generator.io.guard import OutputRefused, guard
from tests.conftest import PROJECT, SMALL, tthc
from tests.support.import_samples import answer, write_lines

THEME = [str(PROJECT / "theme")]


def everything(folder: Path) -> dict[str, bytes | str | None]:
    """Every file, link and folder below `folder`."""
    return {
        path.relative_to(folder).as_posix(): os.readlink(path)
        if path.is_symlink()
        else path.read_bytes()
        if path.is_file()
        else None
        for path in sorted(folder.rglob("*"))
    }


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


COMMANDS = [
    ["build", "--content", "content", "--out", "."],
    ["build", "--content", "content", "--unit", "an-thanh", "--out", "."],
    ["build", "--content", "content", "--all-units", "--out", "."],
    ["build", "--content", "content", "--shard", "1/2", "--out", "."],
    ["build", "--content", "content", "--out", "mine"],
    ["build", "--content", "content", "--unit", "an-thanh", "--out", "mine"],
    ["build", "--content", "content", "--all-units", "--out", "mine"],
    ["build", "--content", "content", "--out", "file"],
    ["build", "--content", "content", "--unit", "an-thanh", "--out", "file"],
    ["build", "--content", "content", "--out", "link"],
    ["build", "--content", "content", "--unit", "an-thanh", "--out", "link"],
    ["build", "--content", "content", "--out", "content/site"],
    ["build", "--content", "content", "--unit", "an-thanh", "--out", "content"],
    ["pack", "--content", "content", "--unit", "an-thanh", "--out", "file"],
    ["pack", "--content", "content", "--unit", "an-thanh", "--out", "mine"],
    ["sheets", "--content", "content", "--unit", "an-thanh", "--out", "file"],
    ["sheets", "--content", "content", "--unit", "an-thanh", "--out", "link"],
    ["schema", "--write", "."],
    ["publish", "./mine", "--content", "content"],
    ["publish", "./content/cong-bo", "--content", "content"],
    ["publish", "./", "--content", "content"],
    ["import", "national-api", "source.jsonl", "--to", "mine"],
    ["import", "national-api", "source.jsonl", "--to", "."],
    ["import", "national-api", "source.jsonl", "--to", "content", "--report", "file"],
    ["drift", "--content", "content", "--against", "source.jsonl", "--out", "file"],
]


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_every_command_that_writes(
    words: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(SMALL, tmp_path / "content")
    for name in ("mkdocs.yml", "file", "mine/ghi-chu.txt", ".git/HEAD", ".vscode/settings.json", "source.jsonl"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text('{"editor.fontSize": 20}' if "settings" in name else "của tôi\n")
    (tmp_path / "mkdocs.yml").write_text(
        f"site_name: x\ndocs_dir: content\ntheme:\n  name: material\n  custom_dir: {PROJECT}/theme\nplugins: [tthc]\n"
    )
    write_lines(tmp_path / "source.jsonl", [answer()])
    (tmp_path / "link").symlink_to("mine")
    monkeypatch.chdir(tmp_path)
    before = everything(tmp_path)
    assert main(words) == 2
    said = capfd.readouterr().err.strip()
    assert said.startswith("tthc") and "\n" not in said
    shutil.rmtree(tmp_path / ".cache", ignore_errors=True)  # where `publish` works
    assert everything(tmp_path) == before


def test_mkdocs_build_by_itself(tmp_path: Path) -> None:
    shutil.copytree(SMALL, tmp_path / "content")
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "ghi-chu.txt").write_text("của tôi")
    (tmp_path / "mkdocs.yml").write_text(
        f"site_name: x\ndocs_dir: content\nsite_dir: mine\ntheme:\n  name: material\n  custom_dir: {PROJECT}/theme\nplugins: [tthc]\n"  # noqa: E501
    )
    import subprocess
    import sys

    before = everything(tmp_path)
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--quiet"], cwd=tmp_path, capture_output=True, text=True, timeout=600,
        env={**os.environ, "PYTHONPATH": str(PROJECT)},
    )  # fmt: skip
    assert done.returncode == 2, done.stderr
    assert "ghi-chu.txt" in done.stderr and "Traceback" not in done.stderr
    assert everything(tmp_path) == before


def test_a_command_works_on_the_folder_it_is_called_in(tmp_path: Path) -> None:
    """Without a mkdocs.yml it has its own defaults, and never those, the content or the site of the tool's own
    project."""
    shutil.copytree(SMALL, tmp_path / "content")
    own = PROJECT / "site"
    before = own.stat() if own.exists() else None
    done = tthc("build", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "site" / "thu-tuc" / "1-001193" / "index.html").is_file()
    assert {path.name for path in tmp_path.iterdir()} == {"content", "site", ".cache"}
    assert (own.stat() if own.exists() else None) == before


def test_files_of_mine_in_a_site_are_kept(tmp_path: Path) -> None:
    """A site that this tool made is replaced; what somebody laid into it is put beside it, with a message."""
    shutil.copytree(SMALL, tmp_path / "content")
    assert tthc("build", cwd=tmp_path).returncode == 0
    whole = everything(tmp_path / "site")
    for number, words in enumerate(
        (["build"], ["build", "--out", "site"], ["build", "--unit", "an-thanh", "--out", "site"]), 1
    ):
        mine = tmp_path / "site" / "thu-tuc" / "1-001193" / "ghi-chu.txt"
        mine.write_text(f"của tôi {number}")
        (tmp_path / "site" / "anh").mkdir()
        done = tthc(*words, cwd=tmp_path)
        kept = tmp_path / ("site.giu-lai" + (f"-{number}" if number > 1 else ""))
        assert done.returncode == 0 and str(kept) in done.stderr, done.stderr
        assert {name: data for name, data in everything(kept).items() if data} == {
            "thu-tuc/1-001193/ghi-chu.txt": f"của tôi {number}".encode()
        }
        assert not mine.exists() and (number == 3 or everything(tmp_path / "site") == whole)


def test_a_mkdocs_yml_of_something_else(tmp_path: Path) -> None:
    shutil.copytree(SMALL, tmp_path / "content")
    (tmp_path / "mkdocs.yml").write_text("site_name: Khác\ndocs_dir: content\n")
    done = tthc("build", cwd=tmp_path)
    assert done.returncode == 2 and "Traceback" not in done.stderr and "mkdocs.yml" in done.stderr


def test_a_small_change_is_never_written_through_a_link(tmp_path: Path) -> None:
    shutil.copytree(SMALL, tmp_path / "content")

    def build() -> SiteBuilder:
        made = SiteBuilder(tmp_path / "content", tmp_path / "site", THEME, search=False, cache=tmp_path / ".cache")
        made.check()
        return made

    build().write()
    assert build().state is not None  # the next build knows the site and would write into it
    moved = tmp_path / "moved"
    (tmp_path / "site").rename(moved)
    (tmp_path / "site").symlink_to(moved)
    with pytest.raises(OutputRefused, match="liên kết"):
        build()


def test_own_files_are_written_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An earlier output of the same command is replaced, also when the new one is another."""
    shutil.copytree(SMALL, tmp_path / "content")
    monkeypatch.chdir(tmp_path)
    for _ in range(2):
        assert main(["sheets", "--unit", "an-thanh"]) == 0
        assert main(["schema", "--write", "."]) == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == [".cache", ".vscode", "ban-in-an-thanh.zip", "content"]
