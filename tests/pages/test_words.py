"""Values to words that citizens read."""

from __future__ import annotations

import datetime as dt

import pytest

from generator.model.fees import Fee, TimeLimit
from generator.pages import words


@pytest.mark.parametrize(("amount", "said"), [(0, "0 đồng"), (8000, "8.000 đồng"), (1500000, "1.500.000 đồng")])
def test_money(amount: int, said: str) -> None:
    assert words.money(amount) == said


def test_dates() -> None:
    assert words.date(dt.date(2023, 6, 5)) == "05/06/2023"
    assert words.date("chưa rõ") == "Chưa rõ"
    assert words.date(None) == "Chưa có thông tin"


def test_contacts_that_nobody_gave_are_said_not_invented() -> None:
    assert words.contact("chờ đơn vị bổ sung") == words.contact(None) == "Đơn vị đang bổ sung"


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"so": "3", "don_vi": "ngày làm việc"}, "3 ngày làm việc"),
        ({"nguyen_van": "Trả ngay trong buổi"}, "Trả ngay trong buổi"),
        ({}, "Chưa có thông tin"),
    ],
)
def test_time_limits(given: dict, said: str) -> None:
    assert words.time_limit(TimeLimit.model_validate(given)) == said


def test_zero_is_not_called_free_without_saying_so() -> None:
    free = Fee.model_validate({"muc_thu": "0"})
    assert words.fee_summary([free]) == "Được miễn (0 đồng)"
    assert words.fee_summary([free, Fee.model_validate({"muc_thu": "HĐND tỉnh quy định"})]) == "Tùy trường hợp: 0 đồng; theo mức HĐND tỉnh quy định"
    assert words.fee_summary("không") == "Không mất phí"
    assert words.fee_summary(None) == "Chưa có thông tin"
