"""Laying procedures out while they are read gives, byte for byte, what reading everything first gives, or is not done
at all.

TTHC_ROUNDS sets the number of random rounds."""

from __future__ import annotations

import random
import re
import shutil
from pathlib import Path

import pytest

from generator.build import streaming as room
from generator.build.compact import PRESENT, PRIVATE_FIELDS, deserialise, serialise
from generator.build.pipeline import SiteBuilder
from generator.checks._engine.runner import check
from generator.loading.folder import read_folder
from generator.problem import ERROR
from tests.build.test_same_bytes import ROUNDS, Place, _bytes, delete, other_file, rename, reword, swap_lines, template
from tests.conftest import PROJECT


class Without(Place):
    """Content without printed sheets, built in both ways. early: how often one of them was the way this is about."""

    early = 0

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        shutil.copytree(
            PROJECT / "content", self.content, dirs_exist_ok=True, ignore=shutil.ignore_patterns("plan", "search")
        )
        for field in sorted((self.content / "procedures").iterdir())[::2]:
            shutil.rmtree(field)
        site = self.content / "site.yml"
        site.write_text(re.sub(r"(?m)^ban_in:.*\n", "", site.read_text("utf-8")), "utf-8")
        while wrong := self._wrong():  # with a part of the records only, some name others that are not there
            for file in wrong:
                file.unlink()

    def _wrong(self) -> set[Path]:
        store = read_folder(self.content)
        return {
            self.folder / problem.path
            for problem in check(store, store.day())
            if problem.severity == ERROR and "/procedures/" in problem.path
        }

    def both(self, message: object = None) -> SiteBuilder:
        """Build in both ways and compare; returns the build that laid out early, if it did."""
        usual, early = (self._fresh(name, many) for name, many in (("usual", 10_000), ("early", 1)))
        assert usual.early is None
        assert early.problems == usual.problems, message
        was, now = _bytes(self.folder / "usual"), _bytes(self.folder / "early")
        assert [name for name in was.keys() | now.keys() if was.get(name) != now.get(name)] == [], message
        return early

    def _fresh(self, name: str, many: int) -> SiteBuilder:
        made = SiteBuilder(self.content, self.folder / name, [str(self.theme)], search=False)
        made.many = many
        made.check()
        made.write()
        return made


@pytest.fixture(autouse=True)
def a_few_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "BATCH_SIZE", 4)


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Without:
    return Without(tmp_path_factory.mktemp("early"))


def test_the_real_content_whole(tmp_path: Path) -> None:
    place = Without(tmp_path)
    shutil.copytree(PROJECT / "content", place.content, dirs_exist_ok=True, ignore=shutil.ignore_patterns("site.yml"))
    made = place.both()
    assert made.early is not None and len(made.early.rendered_files) >= 177


def relate(draw: random.Random, place: Place) -> None:
    """Let one procedure name another, or one that is not there."""
    one, other = draw.choice(place.procedures()), draw.choice(place.procedures())
    code = draw.choice([other.stem] * 5 + ["1.999999"])
    relation = draw.choice(["làm trước", "gần giống", "liên thông"])
    text = one.read_text("utf-8")
    if "thu_tuc_lien_quan:" not in text:
        one.write_text(text + f'\nthu_tuc_lien_quan:\n  - ma_thu_tuc: "{code}"\n    quan_he: {relation}\n', "utf-8")


def twin(draw: random.Random, place: Place) -> None:
    """A second file of the same code, or of the same name, or of a field that nobody declared."""
    file = draw.choice(place.procedures())
    text = file.read_text("utf-8")
    text = draw.choice(
        [
            text,
            text.replace('ma_thu_tuc: "1', 'ma_thu_tuc: "7', 1),
            re.sub(r"(?m)^linh_vuc: .*$", f"linh_vuc: Lạ {draw.randrange(3)}", text, count=1),
        ]
    )
    file.with_name(f"{draw.choice('aż')}{draw.randrange(99)}.yml").write_text(text, "utf-8")


def odd_name(draw: random.Random, place: Place) -> None:
    """A name that is written in another way than usual, or not at all."""
    file = draw.choice(place.procedures())
    said = draw.choice([">-\n  Tên dài\n  hai dòng", "'Tên ''lạ'''", "", "[a]", "# chưa có"])
    file.write_text(re.sub(r"(?m)^ten_thu_tuc: .*$", f"ten_thu_tuc: {said}", file.read_text("utf-8"), count=1), "utf-8")


EDITS = (reword,) * 3 + (relate,) * 5 + (twin, odd_name, swap_lines, rename, delete, other_file, template)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(ROUNDS))
def test_after_random_edits(seed: int, place: Without) -> None:
    draw = random.Random(seed)
    edits = [draw.choice(EDITS) for _ in range(draw.choice([1, 1, 2, 4]))]
    before = {path: path.read_bytes() for path in sorted(place.content.rglob("*")) if path.is_file()}
    for edit in edits:
        edit(draw, place)
    try:
        Without.early += place.both([edit.__name__ for edit in edits]).early is not None
    finally:  # faults must not pile up: content that is odd is not laid out early
        for path in [path for path in place.content.rglob("*") if path.is_file() and path not in before]:
            path.unlink()
        for path, data in before.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)


@pytest.mark.slow
def test_most_of_these_were_laid_out_early() -> None:
    assert Without.early >= ROUNDS // 4


def test_a_commune_s_own_layer_is_held_against_the_whole_record(tmp_path: Path) -> None:
    place = Without(tmp_path)
    code = place.procedures()[0].stem
    unit = sorted((place.content / "units").glob("*.yml"))[0].stem
    layer = place.content / "units" / unit / "overlay" / "rieng.yml"
    layer.parent.mkdir(parents=True)
    layer.write_text(f'ma_thu_tuc: "{code}"\nghi_chu_dia_phuong: Mời bà con đến buổi sáng.\n', "utf-8")
    assert place.both().early is not None


def test_content_with_sheets_to_print_is_read_as_usual(tmp_path: Path) -> None:
    place = Place(tmp_path)
    made = SiteBuilder(place.content, place.site, [str(place.theme)], search=False)
    made.many = 1
    made.check()
    made.abandon()
    assert made.early is None


def test_a_build_that_is_refused_leaves_nothing_behind(tmp_path: Path) -> None:
    place = Without(tmp_path)
    made = SiteBuilder(place.content, place.site, [str(place.theme)], search=False)
    made.many = 1
    made.check()
    assert made.early is not None
    made.abandon()
    assert not [path for path in tmp_path.iterdir() if path.name.startswith("site")]


def test_unpacked_records_say_what_the_packed_ones_said_but_for_their_own_texts() -> None:
    texts = 0
    for entry in read_folder(PROJECT / "content").of("procedure"):
        whole, slim = (deserialise(entry.path, serialise(entry.record, whole)).record for whole in (True, False))
        assert whole == entry.record
        said, left = entry.record.model_dump(by_alias=True), slim.model_dump(by_alias=True)
        for path in PRIVATE_FIELDS:
            texts += _hide(said, path)
        assert left == said
    assert texts > 1000


def _hide(data: object, path: tuple[str, ...]) -> int:
    """Put the placeholder at `path`; how many texts it took out."""
    key, rest = path[0], path[1:]
    places = (
        list(range(len(data)))
        if key == "*" and isinstance(data, list)
        else [key]
        if isinstance(data, dict) and key in data
        else []
    )
    count = 0
    for place in places:
        if rest:
            count += _hide(data[place], rest)  # type: ignore[index]
        elif isinstance(data[place], str) and data[place]:  # type: ignore[index]
            data[place], count = PRESENT, count + 1  # type: ignore[index]
    return count
