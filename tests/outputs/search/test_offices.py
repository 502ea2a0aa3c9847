"""Who asks for the hours or the telephone of an office, and for nothing else, is led to it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from generator.outputs.search.index import Index
from generator.pages.page import Page

pytestmark = pytest.mark.slow

LIST = "Danh sách xã, thị trấn"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("thứ bảy có làm không", LIST),
        ("thu bay co lam viec khong", LIST),
        ("may gio mo cua", LIST),
        ("giờ làm việc ủy ban xã", LIST),
        ("sdt xa hung dao", "Xã Hưng Đạo"),
        ("thứ bảy UBND xã Hưng Đạo có làm việc không", "Xã Hưng Đạo"),
        ("số điện thoại thị trấn Tứ Kỳ", "Thị trấn Tứ Kỳ"),
        ("giờ làm việc Phượng Kỳ", "Xã Phượng Kỳ"),
        ("UBND xã An Thanh", "Xã An Thanh"),
        ("ủy ban nhân dân xã Quang Phục", "Xã Quang Phục"),
        ("dia chi ubnd xa an thanh", "Xã An Thanh"),
        ("ubnd huyện Tứ Kỳ", "Huyện Tứ Kỳ"),
        ("UBND xã An Thanh ở đâu", "Xã An Thanh"),
    ],
)
def test_the_office_that_is_named_or_the_list_of_all(
    ask: Callable[[str], dict[str, Any]], text: str, title: str
) -> None:
    answer = ask(text)
    assert (answer["state"], answer["titles"][0]) == ("done", title)


@pytest.mark.parametrize(
    "text", ["bán sim số điện thoại", "đổi số điện thoại", "giờ làm việc của công an xã", "UBND xã Hưng Đạo mất sổ đỏ"]
)
def test_who_asks_for_something_else_is_not_led_there(ask: Callable[[str], dict[str, Any]], text: str) -> None:
    assert not [title for title in ask(text)["titles"] if title == LIST or title.startswith("Xã")]


@pytest.mark.parametrize(
    "text", ["thứ bảy có làm khai sinh không", "Tôi muốn làm khai sinh cho con. Thứ bảy có làm không?"]
)
def test_a_procedure_comes_before_its_office(ask: Callable[[str], dict[str, Any]], text: str) -> None:
    assert ask(text)["codes"][0] == "1.001193"


def test_a_result_says_the_hours_and_the_telephone(real: tuple[list[Page], Index]) -> None:
    """A list of offices was names alone."""
    notes = {
        page.url: record.note for page in real[0] if (record := page.search_entry()) and page.template == "unit.html"
    }
    assert len(notes) > 20
    assert notes["don-vi/an-thanh/"].startswith("Giờ nhận: giờ hành chính, thứ Hai đến thứ Sáu")
    assert all("điện thoại" in note.lower() for note in notes.values() if note)  # the province has no desk
