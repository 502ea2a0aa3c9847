"""Questions that no procedure here answers: known by samples of their own, they are answered "elsewhere" or "none"."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from generator.outputs.search.index import Index
from generator.outputs.search.samples import outside_groups
from generator.schema.search_answers import Elsewhere
from generator.schema.search_words import OutsideQuestions
from tests.outputs.search.conftest import in_node, read

pytestmark = pytest.mark.slow

# asked -> the matter that is named; "" where nothing fits
OUTSIDE = {
    "sim bị khóa hai chiều": "SIM, tài khoản ngân hàng",
    "vượt đèn đỏ bị công an giữ xe": "Phạt nguội, nộp phạt giao thông",
    "an xu xong ben kia khong chiu tra": "Khởi kiện, thi hành án, đòi nợ",
    "mất bằng lái ô tô thì làm lại ở đâu": "Giấy phép lái xe",  # though losing a paper is a matter of ours
    "máy giặt kêu to, không vắt được": "",
}
OURS = {"đăng ký kết hôn": "1.000894", "mất hộ chiếu trình báo ở đâu": "1.010386", "khai tử cho mẹ": "1.000656"}


def test_all_questions_of_one_matter_are_one_group() -> None:
    given = [
        OutsideQuestions.model_validate({"noi_khac": "Hộ chiếu", "cau_hoi": ["hộ chiếu sắp hết hạn"]}),
        OutsideQuestions.model_validate({"ly_do": "Thời tiết", "cau_hoi": ["mai có mưa không"]}),
        OutsideQuestions.model_validate({"ly_do": "Nấu ăn", "cau_hoi": ["kho cá"]}),
        OutsideQuestions.model_validate({"noi_khac": "Hộ chiếu", "cau_hoi": ["làm hộ chiếu cho con"]}),
    ]
    assert outside_groups(given, [Elsewhere.model_validate({"ten": name}) for name in ("Ly hôn", "Hộ chiếu")]) == (
        [["hộ chiếu sắp hết hạn", "làm hộ chiếu cho con"], ["mai có mưa không"], ["kho cá"]],
        [1, -1, -1],
    )


def test_they_are_published_beside_the_sample_questions(real: tuple[Any, Index]) -> None:
    part = json.loads(real[1].parts[json.loads(real[1].index)["asked"]])
    assert len(part["outside"].split(" ")) == len(part["matters"]) > 20
    assert {-1, 0} < set(part["matters"])


def test_what_is_not_ours_is_refused_and_what_is_ours_is_not(real: tuple[Any, Index]) -> None:
    answers = in_node({**read(real[1]), "questions": [*OUTSIDE, *OURS]})
    outside = {
        text: answer["elsewhere"] if answer["state"] != "done" else answer["codes"][0]
        for text, answer in zip(OUTSIDE, answers, strict=False)
    }
    assert outside == OUTSIDE
    assert [answer["codes"][0] for answer in answers[len(OUTSIDE) :]] == [*OURS.values()]


def test_without_the_samples_they_are_answered_with_something_else(real: tuple[Any, Index]) -> None:
    """Else the test above would show nothing."""
    given = read(real[1])
    given["asked"] |= {"outside": "", "matters": []}
    answers = in_node({**given, "questions": [*OUTSIDE]})
    assert any(answer["state"] == "done" for answer in answers)
    assert not any(answer["elsewhere"] for answer in answers)


def test_words_of_our_samples_lean_to_ours_and_words_of_the_others_to_none(real: tuple[Any, Index]) -> None:
    """Such questions have no group of their own that says much more than a record: all their words together tell."""
    theirs = ["xe máy cũ gửi về quê theo tàu hết mấy đồng", "vé tàu tết hai vợ chồng về quê hết bao nhiêu"]
    ours = ["con gái tôi sinh cháu ở nhà, bố mẹ chưa cưới, khai cho cháu thế nào", "cụ già chưa có đồng trợ cấp nào"]
    answers = in_node({**read(real[1]), "questions": [*theirs, *ours]})
    assert [answer["state"] == "done" for answer in answers] == [False, False, True, True]


def test_an_answer_that_is_sure_outweighs_what_another_body_does(ask: Callable[[str], dict[str, Any]]) -> None:
    """Stories tell of a divorce, a passport, a hospital by the way."""
    answer = ask("bố mẹ ly hôn bỏ lại cháu, ông ngoại nuôi, trường đòi người giám hộ ký giấy")
    assert (answer["state"], answer["elsewhere"]) == ("done", "")
    assert {"1.004837", "1.004845"} & {*answer["codes"][:2]}
    assert [ask(text)["elsewhere"] for text in ("ly hôn", "làm hộ chiếu")] == ["Ly hôn", "Hộ chiếu"]


def test_before_the_samples_have_come_nothing_is_so_sure(real: tuple[Any, Index]) -> None:
    [answer] = in_node({**read(real[1]), "asked": None, "questions": ["hộ chiếu"]})
    assert (answer["state"], answer["elsewhere"]) == ("elsewhere", "Hộ chiếu")
