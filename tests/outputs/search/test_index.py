"""The index: the browser reads from it what the pages say, and it is the same on every build."""

from __future__ import annotations

import gzip
import json
import math
from collections.abc import Callable
from typing import Any

import pytest

from generator.composition.editions import edition_catalogues
from generator.outputs.search.index import FACTS, FORMAT, Index, build_index
from generator.outputs.search.language import language
from generator.pages.page import Page
from tests.outputs.search.conftest import in_node, index_of, read
from tests.support.real_content import real_editions, real_store

pytestmark = pytest.mark.slow

Made = tuple[list[Page], Index]


def test_the_browser_reads_every_record_back(real: Made) -> None:
    pages, index = real
    found = {row[2]: row for row in in_node(read(index))}
    wanted = [(page, record) for page in pages if (record := page.search_entry())]
    assert len(found) == len(wanted) > 300
    for page, record in wanted:
        title, code, _, group, field, *_ = found[page.url]
        assert title == " ".join(record.title.split())
        assert (code, group, field) == (record.code, record.group, record.field)


def test_where_a_procedure_is_received(real: Made) -> None:
    pages, index = real
    levels = {row[1]: row[5] for row in in_node(read(index)) if row[1]}
    for record in filter(None, (page.search_entry() for page in pages)):
        if record.code:
            commune, district = "cấp xã" in record.levels, "cấp huyện" in record.levels
            assert (
                levels[record.code]
                == {(True, True): "b", (True, False): "c", (False, True): "d", (False, False): "-"}[commune, district]
            )


def test_two_builds_are_the_same_bytes(real: Made) -> None:
    again = index_of(edition_catalogues(real_store(), None, [])[0])[1]
    assert again.index == real[1].index
    assert again.parts == real[1].parts


def test_the_order_of_pages_makes_no_difference(real: Made) -> None:
    catalogue = real_editions()[0]
    made = build_index(list(reversed(real[0])), language(catalogue.search_words, catalogue))
    assert made.index == real[1].index


def test_facts_are_in_the_index_and_lines_in_parts_that_it_names(real: Made) -> None:
    pages, index = real
    data = json.loads(index.index)
    later = json.loads(index.parts[data["later"]])
    single = {data["answers"], data["later"], data["asked"]}
    assert {*data["parts"], *data["answered"], *later["parts"], *single} - {""} == set(index.parts)
    words, own = (in_node({"folded": text}) for text in (data["words"], data["facts"]["words"]))
    assert data["facts"]["from"] == len(words) and own and not {*own} & {*words}, "what only facts say nobody can mean"
    lines = [line for name in data["parts"] for line in json.loads(index.parts[name])]
    records = {record.code: record for page in pages if (record := page.search_entry()) and record.group == "procedure"}
    found = [(at, *row) for at, row in enumerate(in_node({"index": data})) if row[1] in records]
    assert len(found) == len(records)
    for at, _, code, *_, facts in found:
        record = records[code]
        for name in (*FACTS, "validity"):
            assert facts[name] == getattr(record, name), (code, name)
        assert lines[at][:20] == (record.note or record.summary)[:20]
        assert facts["length"] == math.ceil(len(lines[at]) / 10)


def test_documents_of_the_law_wait_until_they_are_asked_for(real: Made, ask: Callable[[str], dict[str, Any]]) -> None:
    assert "5" not in json.loads(real[1].index)["groups"]
    numbers = {record.code for page in real[0] if (record := page.search_entry()) and record.group == "law"}
    for text in ("nghị định 123/2015/NĐ-CP", "123/2015/nd-cp", "nghi dinh 123 2015"):
        assert ask(text)["codes"][0] == "123/2015/NĐ-CP" in numbers
    assert ask("luật cư trú")["titles"][0].startswith("Luật ")


def test_the_number_of_the_format_goes_with_what_is_written(real: Made) -> None:
    """Who changes what stands where raises FORMAT in index.py and search-data.js: open tabs read it (ADR 0004)."""
    index = json.loads(real[1].index)
    columns = "titles codes urls addresses groups field levels called validity facts parts answered".split()
    others = "format language matters words fields part answers asked later kinds".split()
    assert (FORMAT, {*index} - {"edition", "desk"}) == (5, {*columns, *others})
    assert {*index["facts"]} == {"from", "words", "texts", *FACTS, "length"}


def test_it_stays_small(real: Made) -> None:
    assert len(gzip.compress(real[1].index, 9)) < 41_000


def test_a_content_folder_without_words_speaks_the_language_of_the_house(small: Made) -> None:
    assert len(json.loads(small[1].index)["language"]["says"]) > 1000
