"""A memory is trusted only when it is whole; Pagefind runs only when its texts changed."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from generator.build.build_report import timing_table
from generator.build.build_state import load_state
from generator.build.full_text_index import LatestTaskRunner
from generator.build.output_state import scan
from generator.build.pipeline import SiteBuilder, SiteOptions
from generator.build.reading import read_content
from generator.outputs.search import pagefind
from tests.conftest import PROJECT, SMALL


def build(folder: Path, *, search: bool = True, later: LatestTaskRunner | None = None) -> SiteBuilder:
    options, cache = SiteOptions(search=search), folder / ".cache"
    made = SiteBuilder(folder / "content", folder / "site", [str(PROJECT / "theme")], options, cache=cache, later=later)
    made.check()
    made.write()
    return made


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small content folder, and a Pagefind that only counts how often it runs."""
    shutil.copytree(SMALL, tmp_path / "content")

    def run(copies: dict[str, str], out: Path) -> str:
        with (tmp_path / "runs").open("a") as file:
            file.write("x")
        (out / "pagefind").mkdir(parents=True)
        (out / "pagefind" / "index").write_text("".join(sorted(copies.values())), "utf-8")
        return f"{len(copies)}"

    monkeypatch.setattr(pagefind, "run_pagefind", run)
    return tmp_path


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> SiteBuilder:
    """One build with a cache, which is only looked at."""
    folder = tmp_path_factory.mktemp("built")
    shutil.copytree(SMALL, folder / "content")
    return build(folder, search=False)


def runs(folder: Path) -> int:
    return len((folder / "runs").read_text())


def change(folder: Path, old: str, new: str) -> None:
    file = folder / "content/procedures/ho-tich/1.001193.yml"
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")


def test_the_index_is_made_again_only_when_an_indexed_text_changed(folder: Path) -> None:
    build(folder)
    build(folder)
    assert runs(folder) == 1
    change(folder, "ma_thu_tuc", "# một ghi chú\nma_thu_tuc")
    assert not [name for name in build(folder).new_outputs if name.endswith(".html")]
    assert runs(folder) == 1, "a comment is in no page"
    change(folder, "noi_dung: ", "noi_dung: Trước hết, ")
    assert "thu-tuc/1-001193/index.html" in build(folder).new_outputs
    assert runs(folder) == 2
    assert "Trước hết, " in (folder / "site/pagefind/index").read_text("utf-8").replace("ḏ", "đ")


def test_a_lost_index_is_made_again(folder: Path) -> None:
    build(folder)
    shutil.rmtree(folder / "site/pagefind")
    build(folder)
    assert (folder / "site/pagefind/index").is_file()


def test_while_serving_the_index_comes_after_the_page_and_the_last_text_wins(folder: Path) -> None:
    later = LatestTaskRunner()
    done = []
    monitored = lambda work: done.append(later(work))  # noqa: E731
    build(folder, later=monitored)
    for words in ("Một, ", "Hai, ", "Một, Hai, "):
        change(folder, "noi_dung: ", f"noi_dung: {words}")
        build(folder, later=monitored)
    for thread in done:
        thread.join()
    text = (folder / "site/pagefind/index").read_text("utf-8")
    assert "Một, Hai, Hai, Một, " in text


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: data[:-1],
        lambda data: data[:20],
        lambda data: b"",
        lambda data: data[:200] + b"\0" + data[201:],
        lambda data: b"x" + data,
    ],
)
def test_a_damaged_state_is_no_state(built: SiteBuilder, tmp_path: Path, damage) -> None:
    assert built.state_file and load_state(built.state_file, built.key) is not None
    assert load_state(built.state_file, b"another key") is None
    damaged = tmp_path / built.state_file.name
    damaged.write_bytes(built.state_file.read_bytes())
    assert load_state(damaged, built.key) is not None
    damaged.write_bytes(damage(damaged.read_bytes()))
    assert load_state(damaged, built.key) is None


@pytest.mark.parametrize("name", ["*.state", "*.index", "*.data"])
def test_a_cache_holds_values_and_no_code(built: SiteBuilder, name: str) -> None:
    """Nothing that is read from it is executed: it may come from another machine (CI)."""
    assert built.cache
    data = next(built.cache.glob(name)).read_bytes()
    assert b"generator" not in data and b"pydantic" not in data and not data.startswith(b"\x80")


def test_a_folder_that_cannot_be_written_to_does_not_stop_a_build(folder: Path) -> None:
    (folder / ".cache").write_text("no folder")
    build(folder, search=False)
    assert (folder / "site/index.html").is_file()


def test_what_goes_away_while_the_site_is_looked_at_is_not_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "pagefind.part").mkdir()
    (tmp_path / "index.html").write_text("x")
    scandir = os.scandir

    def slow(place: str | int):  # the index of the background is put in place meanwhile
        if isinstance(place, str) and place.endswith(".part"):
            shutil.rmtree(place)
        return scandir(place)

    monkeypatch.setattr("generator.io.input_hashes.os.scandir", slow)
    assert set(scan(tmp_path)) == {"index.html"}


def test_the_table_adds_up() -> None:
    assert timing_table([("đọc", 1.0), ("kiểm tra", 0.5)], 2.0).split("\n") == [
        "  đọc          1,00 giây",
        "  kiểm tra     0,50 giây",
        "  khác         0,50 giây",
        "  tất cả       2,00 giây",
    ]


def test_another_process_may_delete_what_was_read(folder: Path) -> None:
    """A check and a build at once: the later of two that begin without a cache deletes the other's file."""
    read = read_content(folder / "content", cache=folder / ".cache")
    for file in (folder / ".cache").glob("records-*.data"):
        file.unlink()
    found = [entry.load().name for entry in read.store.of("procedure")]
    assert found and all(found)
