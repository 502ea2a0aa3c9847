"""Shards put together are the site that one build makes; what does not belong together is refused."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from generator.build.pipeline import SiteBuilder, SiteOptions
from generator.build.shards import MANIFEST, Shard, ShardError, merge, shard_of
from generator.cli import main
from tests.conftest import PROJECT, SMALL
from tests.support.folders import file_bytes

THEME = [str(PROJECT / "theme")]


def build(content: Path, out: Path, shard: Shard | None = None, *, search: bool = False) -> Path:
    made = SiteBuilder(content, out, THEME, SiteOptions(search=search), shard=shard)
    made.check()
    made.write()
    return out


@pytest.fixture(scope="module")
def three(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    folder = tmp_path_factory.mktemp("shards")
    return [build(SMALL, folder / str(number), Shard(number, 3)) for number in (1, 2, 3)]


def test_shards_together_are_the_site_of_one_build(tmp_path: Path, three: list[Path]) -> None:
    merge([three[2], three[0], three[1]], tmp_path / "site", search=False)
    whole = file_bytes(build(SMALL, tmp_path / "whole"))
    assert file_bytes(tmp_path / "site") == whole
    assert all(len(file_bytes(part)) > len(whole) / 6 for part in three), "every shard does its share"


def test_with_the_search_too(tmp_path: Path) -> None:
    parts = [build(SMALL, tmp_path / str(number), Shard(number, 2), search=True) for number in (1, 2)]
    merged = merge(parts, tmp_path / "site")
    assert merged.pagefind
    without = lambda found: {name: data for name, data in found.items() if not name.startswith("pagefind/")}  # noqa: E731
    site, whole = file_bytes(tmp_path / "site"), file_bytes(build(SMALL, tmp_path / "whole", search=True))
    assert without(site) == without(whole)
    assert {name for name in site if name.endswith(".pf_fragment")} == {
        name for name in whole if name.endswith(".pf_fragment")
    }


@pytest.mark.parametrize("pick", [[0, 1], [0, 1, 1], [0, 1, 2, 2]])
def test_what_is_not_whole_is_refused_and_leaves_the_site_alone(
    tmp_path: Path, three: list[Path], pick: list[int]
) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site/index.html").write_text("cũ")
    with pytest.raises(ShardError):
        merge([three[at] for at in pick], tmp_path / "site", search=False)
    assert file_bytes(tmp_path / "site") == {"index.html": "cũ".encode()}
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_shards_of_different_contents_are_refused(tmp_path: Path, three: list[Path]) -> None:
    content = tmp_path / "content"
    shutil.copytree(SMALL, content)
    file = next((content / "procedures").rglob("*.yml"))
    file.write_text(file.read_text("utf-8") + "# khác\n", "utf-8")
    other = build(content, tmp_path / "other", Shard(3, 3))
    with pytest.raises(ShardError, match="nội dung"):
        merge([*three[:2], other], tmp_path / "site", search=False)


@pytest.mark.parametrize(
    "damage", [None, "", "[]", '{"shard": 1}', json.dumps({"shard": "x", "of": 3, "state": "", "indexed": {}})]
)
def test_a_folder_that_is_no_shard_is_refused(tmp_path: Path, three: list[Path], damage: str | None) -> None:
    odd = tmp_path / "odd"
    odd.mkdir()
    if damage is not None:
        (odd / MANIFEST).write_text(damage)
    with pytest.raises(ShardError, match="odd"):
        merge([odd, *three[1:]], tmp_path / "site", search=False)


def test_numbers_of_shards() -> None:
    assert shard_of("2/5") == Shard(2, 5)
    for odd in ("", "0/3", "4/3", "1", "a/b", "1/0", "-1/2", "1/2/3", "1/10000"):
        with pytest.raises(ShardError):
            shard_of(odd)
    items = list(range(10))
    assert sorted(item for number in (1, 2, 3) for item in Shard(number, 3).part(items)) == items


def test_the_commands(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(PROJECT)
    for number in (1, 2):
        assert (
            main(
                [
                    "build",
                    "--content",
                    str(SMALL),
                    "--out",
                    str(tmp_path / str(number)),
                    "--shard",
                    f"{number}/2",
                    "--no-strict",
                ]
            )
            == 0
        )
    assert main(["build", "--content", str(SMALL), "--out", str(tmp_path / "x"), "--shard", "3/2"]) == 2
    assert main(["merge", str(tmp_path / "1"), "--out", str(tmp_path / "site"), "--no-pagefind"]) == 2
    assert "thiếu phần 2" in capsys.readouterr().err
    assert (
        main(["merge", str(tmp_path / "1"), str(tmp_path / "2"), "--out", str(tmp_path / "site"), "--no-pagefind"]) == 0
    )
    assert (tmp_path / "site/index.html").is_file() and not (tmp_path / "site" / MANIFEST).exists()
