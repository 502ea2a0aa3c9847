"""What people type, and what must come first: over the district's own content."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Ask = Callable[[str], dict[str, Any]]
BIRTH, MARRIAGE, SINGLE, RESIDENCE, STAY, COPIES, SHOP = (
    "1.001193",
    "1.000894",
    "1.004873",
    "1.004222",
    "1.004194",
    "2.000815",
    "1.001612",
)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        # with marks, without, with some, in capitals
        ("đăng ký khai sinh", BIRTH),
        ("dang ky khai sinh", BIRTH),
        ("đang ký khai sinh", BIRTH),
        ("ĐĂNG KÝ KHAI SINH", BIRTH),
        ("đăng kí khai sinh", BIRTH),
        ("lam giay khai sinh cho con can gi", BIRTH),
        # telex left in, VNI left in, one wrong letter, neighbours swapped, run together, torn apart
        ("ddang ky thuwongf tru", RESIDENCE),
        ("d9ang1 ky1 tam5 tru1", STAY),
        ("đăng ký kêt hin", MARRIAGE),
        ("dagn ky khai sinh", BIRTH),
        ("dangkykhaisinh", BIRTH),
        ("đăng ký khai s inh", BIRTH),
        # half typed
        ("đăng ký kết h", MARRIAGE),
        # abbreviations and quick typing
        ("GKS", BIRTH),
        ("đk kết hôn ntn", MARRIAGE),
        ("e muốn đk tạm trú đc ko ạ", STAY),
        # popular names
        ("giấy độc thân", SINGLE),
        ("giấy báo tử", "1.000656"),
        ("sổ đỏ lần đầu", "1.003003"),
        ("cắt khẩu", "1.003197"),
        ("công chứng bằng tốt nghiệp", COPIES),
        ("mở quán ăn", SHOP),
        # questions with their fillers
        ("cho em hỏi đăng ký kết hôn cần những gì", MARRIAGE),
        ("đăng ký tạm trú ở đâu", STAY),
        ("xin giấy xác nhận tình trạng hôn nhân mất bao lâu", SINGLE),
        # codes in any form
        ("1.001193", BIRTH),
        ("1001193", BIRTH),
        ("1-001193", BIRTH),
        ("mã 1.001193 là gì", BIRTH),
    ],
)
def test_first(ask: Ask, text: str, code: str) -> None:
    answer = ask(text)
    assert answer["state"] == "done"
    assert answer["codes"][0] == code


@pytest.mark.parametrize("text", ["hòa giải viên", "hoà giải viên", "ho\u0300a gia\u0309i vie\u0302n"])
def test_where_the_tone_stands_makes_no_difference(ask: Ask, text: str) -> None:
    assert ask(text)["codes"] == ask("hòa giải viên")["codes"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("giấy kết hôn của bố mẹ tôi hồi xưa bị mối ăn hỏng", "1.004746"),  # act and paper, in any order
        (
            "chào anh chị cán bộ, nhà tôi có đứa cháu nội hơn hai tháng, bố mẹ nó bận công ty suốt, giờ ông bà muốn làm giấy khai sinh cho cháu thì có được không",  # noqa: E501
            BIRTH,
        ),  # a long story
    ],
)
def test_people_tell_stories(ask: Ask, text: str, code: str) -> None:
    answer = ask(text)
    assert answer["state"] == "done"
    assert answer["codes"][0] == code


def test_no_loss_is_told_by_how_long(ask: Ask) -> None:
    assert ask("làm giấy khai sinh mất bao lâu")["codes"][0] == BIRTH
    assert ask("làm giấy khai sinh bị mất")["codes"][0] in {"1.004884", "2.000635"}


def test_a_mark_that_was_typed_counts(ask: Ask) -> None:
    assert ask("mã số thuế")["codes"][0] == "1.008498"
    assert ask("nấu canh chua")["state"] == "none", "no temple"


def test_one_wrong_tone_hides_nothing(ask: Ask) -> None:
    for typed, code in (("má số thuế", "1.008498"), ("khai sính cho con", BIRTH), ("nuôi gà đé", "2.002163")):
        assert code in ask(typed)["codes"][:3], typed


def test_a_lost_paper_is_copied_or_made_again(ask: Ask) -> None:
    assert set(ask("bố mẹ tôi hồi xưa để giấy kết hôn bị mất")["codes"][:2]) == {"1.004746", "2.000635"}


def test_mended_words_are_told(ask: Ask) -> None:
    assert ask("dagn ky khai sinh")["mended"]
    assert not ask("dang ky khai sinh")["mended"]


@pytest.mark.parametrize(
    ("text", "matter"),
    [
        ("ly hôn", "Ly hôn"),
        ("li dị thì nộp đơn ở đâu", "Ly hôn"),
        ("làm hộ chiếu", "Hộ chiếu"),
        ("xin phieu ly lich tu phap", "Phiếu lý lịch tư pháp"),
        ("đổi bằng lái xe", "Giấy phép lái xe"),
        ("thanh lap cong ty tnhh", "Thành lập công ty, doanh nghiệp"),
        ("làm lại sổ hộ khẩu bị mất", "Sổ hộ khẩu giấy"),
    ],
)
def test_another_body_handles_it(ask: Ask, text: str, matter: str) -> None:
    answer = ask(text)
    assert (answer["state"], answer["elsewhere"]) == ("elsewhere", matter)


@pytest.mark.parametrize(
    "text", ["ghi chú ly hôn ở nước ngoài", "xin giấy độc thân để làm hộ chiếu", "sao y bằng lái xe"]
)
def test_but_not_when_the_question_is_about_something_of_ours(ask: Ask, text: str) -> None:
    assert ask(text)["state"] == "done"


@pytest.mark.parametrize(
    "text",
    [
        "hôm nay trời có mưa không",
        "giá vàng bao nhiêu",
        "kết quả xổ số",
        "asdf qwer zxcv",
        "cách nấu phở bò",
        "?",
        "ở đâu",
    ],
)
def test_nothing_fits(ask: Ask, text: str) -> None:
    answer = ask(text)
    assert answer["state"] == "none"
    assert answer["codes"] == []


@pytest.mark.parametrize("text", ["", " ", "'\"<script>", "…", "{trẻ}", "\u200b", "đ" * 3000, "a " * 400, "🙂🙂"])
def test_odd_questions_do_no_harm(ask: Ask, text: str) -> None:
    assert ask(text)["state"] in {"done", "none", "elsewhere"}


def test_units_and_guides_are_found_too(ask: Ask) -> None:
    assert ask("xã An Thanh")["titles"][0] == "Xã An Thanh"
