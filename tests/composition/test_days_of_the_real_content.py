"""The district's own records on each day on which a version begins, and on the days around it: a page shows the values
of its day, none of another day, and no page, list or data file knows what has not come yet.

What holds on a day is read here from the files alone, with PyYAML and in a dozen lines, not with the tool's own
reading and joining of versions."""

from __future__ import annotations

import datetime as dt
import functools
import html
import io
import json
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

import generator.outputs.exports
from generator import urls
from generator.catalogue.catalogue import Catalogue
from generator.composition.editions import edition_catalogues
from generator.outputs.exports import sheets
from generator.outputs.exports.registry import data_files
from generator.outputs.sheets.all_sheets import all_sheets
from generator.pages.all_pages import all_pages
from generator.plugins import modules_in
from generator.rendering.assets import Assets
from generator.rendering.page_renderer import PageRenderer
from tests.conftest import PROJECT
from tests.support.night import at_night
from tests.support.real_content import real_store

pytestmark = pytest.mark.slow

CONTENT = PROJECT / "content"
HEAD = {"ma_thu_tuc", "ap_dung_tu", "can_cu_sua_doi", "noi_dung_sua_doi", "bo_phan"}
# parts, and keys inside parts, that the page says with the very words of the record; the others are dates, codes,
# choices, or words that the page repeats elsewhere
SAID = {
    "ten_thu_tuc", "mo_ta", "noi_dung", "ten_giay_to", "ten", "ghi_chu", "hoi", "tra_loi", "co_quan_thuc_hien",
    "co_quan_co_tham_quyen", "dia_chi_tiep_nhan_ho_so", "thoi_gian_tiep_nhan", "co_quan_phoi_hop", "so_ky_hieu",
    "dieu_khoan", "can_dien", "don_vi_tinh", "yeu_cau_dieu_kien",
}  # fmt: skip
NOT_SHOWN = {"doi_chieu", "tu_khoa", "ten_thuong_goi", "thu_tuc_lien_quan", "bo_qua_kiem_tra", "ghi_chu_nguon"}
ASKED = ("trinh_tu_thuc_hien", "cach_thuc_thuc_hien", "thanh_phan_ho_so")  # of nobody when a procedure has ended
ENOUGH = 15  # letters; shorter values stand on a page for many reasons
ABOUT_VERSIONS = re.compile(r"(^|/)(thay-doi/|tu-\d{4}-)")  # say what changes when, in every edition
Data = dict[str, Any]


class Loader(yaml.CSafeLoader):
    """Days stay the text that the file has."""


Loader.yaml_implicit_resolvers = {
    letter: [(tag, form) for tag, form in known if tag != "tag:yaml.org,2002:timestamp"]
    for letter, known in yaml.CSafeLoader.yaml_implicit_resolvers.items()
}


@functools.cache
def loaded(file: Path) -> Data:
    return yaml.load(file.read_text("utf-8"), Loader)


def day_of(file: Path) -> str:
    return file.stem.partition("@")[2]


VERSIONS = sorted(CONTENT.glob("procedures/*/*@*.yml"))
BEGINNINGS = sorted({day_of(file) for file in CONTENT.rglob("*@*") if day_of(file)})
AROUND = sorted({dt.date.fromisoformat(day) + dt.timedelta(n) for day in BEGINNINGS for n in (-1, 0, 1)})
FIRST = dt.date.fromisoformat(BEGINNINGS[0])


def state(base: Path, day: str) -> Data:
    """The parts of a record as of `day`."""
    parts = dict(loaded(base))
    for file in sorted(base.parent.glob(f"{base.stem}@*.yml")):
        if day_of(file) <= day:
            version = loaded(file)
            parts = {key: value for key, value in parts.items() if key not in version.get("bo_phan", ())}
            parts |= {key: value for key, value in version.items() if key not in HEAD}
    return parts


def ended(parts: Data, day: str) -> bool:
    """True for a procedure that was abolished, or whose last day is over."""
    abolished, last = parts.get("bai_bo", {}).get("ngay"), parts["hieu_luc"].get("den")
    return bool(abolished and abolished <= day) or bool(last and last < day)


def values(data: Any, key: str = "") -> Iterator[tuple[str, str]]:
    """(key, text) of everything in `data` but what no page shows."""
    if isinstance(data, dict):
        for name, value in data.items():
            if name not in NOT_SHOWN:
                yield from values(value, name)
    elif isinstance(data, list):
        for value in data:
            yield from values(value, key)
    elif isinstance(data, str):
        yield key, data


def flat(text: str) -> str:
    """Letters and digits alone: how words are set on a page does not matter here."""
    return re.sub(r"[\W_]+", "", text).lower()


def flat_html(text: str) -> str:
    return flat(html.unescape(re.sub(r"<[^>]+>", " ", text)))


@functools.cache
def on(day: dt.date) -> Catalogue:
    return edition_catalogues(real_store(), day, [])[0]


@functools.cache
def renderer(day: dt.date) -> PageRenderer:
    theme = PROJECT / "theme"
    assets = Assets(theme / "assets")
    for name, data, _ in data_files(on(day)):
        assets.add(name, data)
    return PageRenderer([str(theme)], on(day), assets, "/")


@pytest.mark.parametrize("day", [FIRST, *at_night(*(day for day in AROUND if day != FIRST))], ids=str)
def test_a_page_shows_the_values_of_its_day_and_no_others(day: dt.date) -> None:
    pages = {page.url: page for page in all_pages(on(day))}
    bases = sorted({file.with_stem(file.stem.partition("@")[0]) for file in VERSIONS})
    said = 0
    for base in bases:
        parts = state(base, str(day))
        own = list(values(parts))
        page = renderer(day).html(pages[urls.procedure(base.stem)])
        shown, raw, record = flat_html(page), flat(page), flat(" ".join(text for _, text in own))
        if ended(parts, str(day)):
            asked = [text for _, text in values([parts[key] for key in ASKED]) if len(flat(text)) >= ENOUGH]
            assert asked and [text for text in asked if flat(text) in raw] == [], base.stem
            continue
        wanted = [text for key, text in own if key in SAID and not re.search(r"\d\.\d{6}|https?:", text)]
        assert [text for text in wanted if flat(text) not in shown] == [], base.stem
        said += len(wanted)
        for other in base.parent.glob(f"{base.stem}*.yml"):
            begun = day_of(other) <= str(day)
            others = {key: value for key, value in loaded(other).items() if not begun or key not in HEAD}
            for key, text in values(others):
                if len(flat(text)) >= ENOUGH and flat(text) not in record and flat(text) in raw:
                    # the words may stand in another record that the page names
                    assert re.search(rf">[^<]*{re.escape(text)}", html.unescape(page)) is None, (base.stem, key, text)
    assert said > 1000


def later(day: dt.date) -> dict[str, str]:
    """What no file that holds on `day` says: each value, letters alone, and where it stands."""
    files = [file for file in CONTENT.rglob("*") if file.suffix in (".yml", ".md")]
    known = flat(" ".join(file.read_text("utf-8") for file in files if day_of(file) <= str(day)))
    found = {}
    for file in files:
        if day_of(file) > str(day):
            texts = (text for _, text in values(loaded(file))) if file.suffix == ".yml" else sentences(file)
            found |= {flat(text): f"{file.name}: {text}" for text in texts if len(flat(text)) >= ENOUGH}
    return {text: place for text, place in found.items() if text not in known}


def sentences(file: Path) -> list[str]:
    """Of a Markdown file, links without their addresses."""
    return re.split(r"(?<=[.!?])\s|\n", re.sub(r"\]\([^)]*\)", "", file.read_text("utf-8")))


def published(day: dt.date) -> Iterator[tuple[str, str]]:
    """(name, text) of every page, sheet and file that is made of the catalogue of `day`."""
    for page in all_pages(on(day)):
        if not ABOUT_VERSIONS.search(page.url):
            yield from renderer(day).files(page)
            yield f"{page.url} in the index", repr(page.search_entry())
    for sheet in all_sheets(on(day)):
        yield sheet.path, json.dumps(sheet.data, ensure_ascii=False, default=str)
    for module in modules_in(generator.outputs.exports):
        if hasattr(module, "files") and module is not sheets:
            for name, data in module.files(on(day)):
                yield name, text_of(name, data if isinstance(data, bytes) else b"".join(data))


def text_of(name: str, data: bytes) -> str:
    """What a file says, whatever it is packed in."""
    if name.endswith((".xlsx", ".docx")):
        archive = zipfile.ZipFile(io.BytesIO(data))
        return " ".join(archive.read(part).decode("utf-8", "ignore") for part in archive.namelist())
    text = data.decode("utf-8", "ignore")
    return json.dumps(json.loads(text), ensure_ascii=False) if name.endswith((".json", ".jsonld")) else text


@pytest.mark.parametrize(
    "day",
    [FIRST - dt.timedelta(1), *at_night(*(day for day in AROUND if day >= FIRST))],
    ids=str,
)
def test_nothing_that_is_published_knows_what_has_not_come_yet(day: dt.date) -> None:
    unknown = later(day)
    names, leaks = set(), []
    for name, text in published(day):
        names.add(name)
        shown = flat_html(text)
        leaks += [(name, place) for words, place in unknown.items() if words in shown]
    assert leaks == []
    assert len(names) > 1000
