"""Sample questions are put beside the records whose name they state, and change what stands first."""

from __future__ import annotations

import gzip
import json
import math
import random
from collections import Counter
from itertools import pairwise
from pathlib import Path
from typing import Any
from unicodedata import normalize

import pytest

from generator.loading.folder import read_folder
from generator.outputs.search.index import Index
from generator.outputs.search.normalise import key
from generator.outputs.search.samples import _prices, samples_of, within_budget
from generator.schema.search_words import SampleQuestions
from tests.conftest import DATA, PROJECT
from tests.outputs.search.conftest import in_node, read

pytestmark = pytest.mark.slow

NATIONAL = DATA / "national-flat.jsonl.gz"
# the catalogue of communes' procedures counts neither customs nor what one province alone has
LEFT_OUT = ("asked-toan-quoc-hai-quan", "asked-toan-quoc-rieng-tinh")
TOLD = "ở trọ được hơn một tháng, chủ trọ bảo tự đi khai"


def sample(name: str, *asked: str) -> SampleQuestions:
    return SampleQuestions.model_validate({"thu_tuc": name, "cau_hoi": list(asked)})


def test_the_same_name_else_the_nearest() -> None:
    titles = ["Đăng ký khai sinh", "Đăng ký khai sinh lưu động", "Cấp lại thẻ căn cước", ""]
    found = samples_of(
        titles, [sample("Đăng ký khai sinh", "sinh con"), sample("Cấp lại thẻ Căn cước công dân", "rơi thẻ")]
    )
    assert found == [["sinh con"], [], ["rơi thẻ"], []]


def test_a_name_of_another_matter_has_none() -> None:
    assert samples_of(["Cấp thẻ đọc sách"], [sample("Cấp lại thẻ Căn cước công dân", "rơi thẻ")]) == [[]]


def test_what_is_done_tells_the_names_of_a_family_apart() -> None:
    titles = [
        "Cấp điều chỉnh giấy phép xây dựng nhà ở riêng lẻ",
        "Gia hạn giấy phép xây dựng, sửa chữa đối với nhà ở riêng lẻ và công trình",
        "Thủ tục đăng ký khai tử",
    ]
    given = [
        sample("Gia hạn giấy phép xây dựng nhà ở riêng lẻ", "giấy phép sắp hết hạn"),
        sample("Cấp lại giấy phép xây dựng nhà ở riêng lẻ", "mất giấy phép"),
        sample("Đăng ký khai tử", "bố mất"),
    ]
    assert samples_of(titles, given) == [[], ["giấy phép sắp hết hạn"], ["bố mất"]]


def test_of_titles_that_have_as_much_one_with_questions_of_its_own_comes_first() -> None:
    titles = ["Cấp thẻ đọc sách lần đầu cho tổ chức", "Cấp thẻ đọc sách lần đầu cho học sinh và người cao tuổi"]
    common = sample("Cấp thẻ đọc sách lần đầu", "muốn mượn sách")
    assert samples_of(titles, [common]) == [["muốn mượn sách"], []]
    assert samples_of(titles, [common, sample(titles[1], "cháu xin thẻ")]) == [[], ["muốn mượn sách", "cháu xin thẻ"]]


def test_a_long_title_that_has_a_part_of_the_name_is_another_matter() -> None:
    """What a commune has of the names that were published for the district."""
    told = [
        sample("Tuyển sinh trung học cơ sở", "lên lớp sáu"),
        sample("Dừng trợ giúp xã hội tại cơ sở trợ giúp xã hội", "đón về nhà"),
        sample("Công nhận hòa giải viên", "tổ hòa giải"),
        sample("Sửa lỗi sai sót trong hợp đồng, giao dịch", "gõ nhầm"),
    ]
    titles = [
        "Sáp nhập, chia, tách trường trung học cơ sở, trường phổ thông có nhiều cấp học",
        "Tiếp nhận đối tượng cần bảo vệ khẩn cấp vào cơ sở trợ giúp xã hội",
        "Thủ tục công nhận hòa giải viên (cấp xã)",
        "Sửa lỗi sai sót trong giao dịch",
    ]
    assert samples_of(titles, told) == [[], [], ["tổ hòa giải"], ["gõ nhầm"]]


def test_a_title_with_questions_of_its_own_takes_only_those_of_its_whole_name() -> None:
    """Names that this site does not publish are here for other communes, and must not stray to a name beside them."""
    title = "Đăng ký kết hôn có yếu tố nước ngoài"
    own, beside = (
        sample(title, "lấy chồng Hàn"),
        sample(f"Thủ tục {title} tại khu vực biên giới", "lấy vợ bên kia biên"),
    )
    assert samples_of([title], [own, beside]) == [["lấy chồng Hàn"]]
    assert samples_of([title], [own, sample("Đăng ký kết hôn", "cưới")]) == [["lấy chồng Hàn", "cưới"]]


def test_every_name_is_that_of_a_procedure() -> None:
    """Of one published here, or of the national catalogue: other communes read the same files. What the catalogue
    leaves out is named as in the national database."""
    store = read_folder(PROJECT / "content")
    names = {entry.record.name for entry in store.of("procedure")}
    names |= {one.name for entry in store.of("official_list") for one in entry.record.procedures}
    unknown = {entry.record.means for entry in store.of("sample_question")} - names
    left_out = {
        entry.record.means for entry in store.of("sample_question") if Path(entry.path).name.startswith(LEFT_OUT)
    }
    assert unknown - left_out == set()
    if not NATIONAL.is_file():
        pytest.skip("the national records, which name what the catalogue leaves out, are not on this machine")
    with gzip.open(NATIONAL, "rt", encoding="utf-8") as lines:
        national = {key(normalize("NFC", json.loads(line)["ten_thu_tuc"])) for line in lines}
    assert {name for name in unknown if key(name) not in national} == set()


def test_they_change_the_order_but_no_answer_waits_for_them(real: tuple[Any, Index]) -> None:
    given = {**read(real[1]), "questions": [TOLD, "đăng ký khai sinh"]}
    with_them, without = in_node(given), in_node({**given, "asked": None})
    assert with_them[0]["codes"][0] == "1.004194" != (without[0]["codes"] or [""])[0]
    assert with_them[1]["codes"][0] == without[1]["codes"][0] == "1.001193"


def test_they_are_written_as_the_browser_compares_them(real: tuple[Any, Index]) -> None:
    part = json.loads(real[1].parts[json.loads(real[1].index)["asked"]])
    assert sum(bool(row) for row in part["asked"].split(" ")) > 190
    words = part["words"].split("\n")
    assert (part["from"], [key(word) for word in words]) == (0, words)


@pytest.mark.parametrize("seed", range(40))
def test_within_a_budget_the_text_that_adds_most_for_its_bytes_is_next(seed: int) -> None:
    some = random.Random(seed)
    words = [f"w{number}" for number in range(some.randint(3, 20))]
    asked = [[" ".join(some.choices(words, k=some.randint(1, 5))) for _ in range(8)] for _ in range(5)]
    budget = some.uniform(5, 90)
    assert within_budget(asked, budget=budget) == (_chosen_one_by_one(asked, budget),)


def _chosen_one_by_one(asked: list[list[str]], budget: float) -> list[list[str]]:
    """As `within_budget`, weighing every text again before each choice."""
    rows = [sorted(set(texts)) for texts in asked]
    price = _prices(rows)
    terms = {text: {*text.split(), *pairwise(text.split())} for row in rows for text in row}
    cost = {text: 0.5 + math.fsum(price[word] for word in text.split()) for text in terms}
    if math.fsum(cost[text] for row in rows for text in row) <= budget:
        return rows
    having = Counter(term for row in rows for term in {term for text in row for term in terms[text]})
    rarity = {term: math.log(1 + len(rows) / count) for term, count in having.items()}
    said: list[Counter[Any]] = [Counter() for _ in rows]
    chosen: list[list[str]] = [[] for _ in rows]

    def worth(row: int, text: str) -> float:
        more = (rarity[one] * (math.sqrt(said[row][one] + 1) - math.sqrt(said[row][one])) for one in terms[text])
        return math.fsum(more) / cost[text]

    left = [(row, text) for row, texts in enumerate(rows) for text in texts]
    while left:
        row, text = max(left, key=lambda one: (worth(*one), -one[0], [-ord(sign) for sign in one[1]]))
        left.remove((row, text))
        if cost[text] <= budget:
            budget -= cost[text]
            said[row].update(terms[text])
            chosen[row].append(text)
    return [sorted(texts) for texts in chosen]
