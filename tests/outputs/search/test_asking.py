"""How a question's words are weighed against each other: what it is not about, what led to it, a name alone, short
forms."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

pytestmark = pytest.mark.slow

Ask = Callable[[str], dict[str, Any]]
WILL, DIVISION, DEED, UNDONE = "2.001019", "2.001406", "2.001035", "2.000913"
APART, RESIDENCE, WEDDING = "1.010038", "1.004222", "1.000894"


def first(ask: Ask, text: str) -> str:
    answer = ask(text)
    assert answer["state"] == "done", text
    return answer["codes"][0]


def test_what_is_denied_weighs_less(ask: Ask) -> None:
    assert first(ask, "nhập khẩu, tách hộ") == RESIDENCE
    assert first(ask, "không muốn nhập khẩu, tách hộ") == APART
    assert first(ask, "k muon nhap khau, tach ho") == APART


@pytest.mark.parametrize("text", ["bố để lại di chúc", "lập di chúc"])
def test_a_will(ask: Ask, text: str) -> None:
    assert first(ask, text) == WILL


def test_no_will(ask: Ask) -> None:
    assert first(ask, "bố mẹ mất k để lại di chúc, 5 anh em thống nhất chia đất") == DIVISION


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("chưa có giấy khai sinh", "1.001193"),
        ("con chưa có giấy khai sinh", "1.001193"),
        ("chưa có khai sinh cho cháu bé", "1.001193"),
        ("chưa làm giấy khai sinh cho con", "1.001193"),
        ("người lớn chưa có giấy khai sinh", "1.004772"),
        ("chưa kết hôn", "1.004873"),
        ("không vợ không chồng xin giấy", "1.004873"),
        ("không vợ không chồng xin giấy xác nhận", "1.004873"),
    ],
)
def test_a_denial_may_be_just_what_is_wanted(ask: Ask, text: str, code: str) -> None:
    assert first(ask, text) == code


def test_what_stands_behind_a_wish_is_wanted(ask: Ask) -> None:
    assert first(ask, "con trai lấy vợ") == WEDDING
    assert first(ask, "con trai lấy vợ muốn tách hộ") == APART


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("hộ kinh doanh", "1.001612"),
        ("ho kinh doanh", "1.001612"),
        ("hkd", "1.001612"),
        ("hợp tác xã", "1.005280"),
        ("căn cước", "2.000200"),
    ],
)
def test_a_name_alone_means_the_usual_record(ask: Ask, text: str, code: str) -> None:
    assert first(ask, text) == code


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("giay vsattp", "2.001827"),
        ("giay atvstp", "2.001827"),  # the letters of a known abbreviation in another order
        ("xin glvd", "1.003003"),  # "gắn liền với đất": initials of words side by side in titles
    ],
)
def test_short_forms(ask: Ask, text: str, code: str) -> None:
    assert code in ask(text)["codes"][:5]


def test_letters_that_are_short_for_nothing(ask: Ask) -> None:
    assert ask("zxqw vbnm")["state"] == "none"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("đã kết hôn ở nước ngoài giờ về ghi vào sổ", "2.002189"),
        ("cưới bên Hàn Quốc rồi, về xã vào sổ", "2.002189"),
        ("lấy chồng người Nhật", "2.000806"),
        ("tặng đất cho con", DEED),
        ("hủy hợp đồng tặng cho đất", UNDONE),
    ],
)
def test_other_countries_and_land_from_hand_to_hand(ask: Ask, text: str, code: str) -> None:
    assert first(ask, text) == code


@pytest.mark.parametrize(
    ("text", "code"),
    [("chung thuc ban", "2.000815"), ("chuyen sang linh", "2.000740"), ("chuyen sang linh qua the", "2.000740")],
)  # bản, chuyển, and not bạn, chuyện
def test_without_marks_a_filler_may_be_another_word(ask: Ask, text: str, code: str) -> None:
    assert first(ask, text) == code


def test_a_sentence_that_only_tells_how_it_came_must_be_surer(ask: Ask) -> None:
    told = "Sáng qua ra đến nơi thì hết giờ nghỉ trưa, họ hẹn chiều quay lại."
    assert ask(f"{told} Nồi cơm điện hỏng mang đi đâu sửa")["state"] == "none"
    assert first(ask, f"{told} Xin giấy độc thân") == "1.004873"
    assert first(ask, "Cho em hỏi thủ tục khai sinh. Em ở xa lắm nên chưa biết thế nào") == "1.001193"
