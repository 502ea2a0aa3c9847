"""Sample questions are put beside the records whose name they state, and change what stands first."""

from __future__ import annotations

import json
from typing import Any

import pytest

from generator.loading.folder import read_folder
from generator.outputs.search.index import Index
from generator.outputs.search.samples import samples_of
from generator.schema.search_words import SampleQuestions
from tests.conftest import PROJECT
from tests.outputs.search.conftest import in_node, read

pytestmark = pytest.mark.slow

TOLD = "ở trọ được hơn một tháng, chủ trọ bảo tự đi khai"


def sample(name: str, *asked: str) -> SampleQuestions:
    return SampleQuestions(thu_tuc=name, cau_hoi=list(asked))


def test_the_same_name_else_the_nearest() -> None:
    titles = ["Đăng ký khai sinh", "Đăng ký khai sinh lưu động", "Cấp lại thẻ căn cước", ""]
    found = samples_of(
        titles, [sample("Đăng ký khai sinh", "sinh con"), sample("Cấp lại thẻ Căn cước công dân", "rơi thẻ")]
    )
    assert found == [["sinh con"], [], ["rơi thẻ"], []]


def test_a_name_of_another_matter_has_none() -> None:
    assert samples_of(["Cấp thẻ đọc sách"], [sample("Cấp lại thẻ Căn cước công dân", "rơi thẻ")]) == [[]]


def test_every_name_is_that_of_a_procedure() -> None:
    """Of one published here, or of the national catalogue: other communes read the same files."""
    store = read_folder(PROJECT / "content")
    names = {entry.record.name for entry in store.of("procedure")}
    names |= {one.name for entry in store.of("official_list") for one in entry.record.procedures}
    assert [entry.record.means for entry in store.of("sample_question") if entry.record.means not in names] == []


def test_they_change_the_order_but_no_answer_waits_for_them(real: tuple[Any, Index]) -> None:
    given = {**read(real[1]), "questions": [TOLD, "đăng ký khai sinh"]}
    with_them, without = in_node(given), in_node({**given, "asked": None})
    assert with_them[0]["codes"][0] == "1.004194" != (without[0]["codes"] or [""])[0]
    assert with_them[1]["codes"][0] == without[1]["codes"][0] == "1.001193"


def test_the_browser_reads_what_was_written(real: tuple[Any, Index]) -> None:
    part = json.loads(real[1].parts[json.loads(real[1].index)["asked"]])
    assert sum(bool(row) for row in part["asked"].split(" ")) > 190
    assert part["from"] == len(json.loads(real[1].index)["words"].split("\n"))
