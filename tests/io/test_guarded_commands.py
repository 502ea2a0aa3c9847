"""Every command that writes leaves alone what is not its own, and says so; what it made itself it replaces."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from generator.build.pipeline import SiteBuilder, SiteOptions
from generator.cli import main
from generator.io.guard import OutputRefused
from tests.conftest import PROJECT, SMALL, tthc
from tests.support.folders import everything
from tests.support.import_samples import answer, write_lines

THEME = [str(PROJECT / "theme")]

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
        made = SiteBuilder(
            tmp_path / "content", tmp_path / "site", THEME, SiteOptions(search=False), cache=tmp_path / ".cache"
        )
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
