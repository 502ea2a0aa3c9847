"""TT-067: papers that data replaces, from 01/01/2026."""

import pytest

from tests.support.rule_samples import PROCEDURE, fails, passes

COPY = {"ten_giay_to: Biên bản về việc trẻ bị bỏ rơi": "ten_giay_to: ▶Bản sao căn cước công dân"}


def test_a_copy_of_the_identity_card_in_2026() -> None:
    fails("TT-067", PROCEDURE, COPY, as_of="2026-01-01", severity="warning")


def test_before_that_day_it_may_be_asked_for() -> None:
    passes("TT-067", PROCEDURE, {key: text.replace("▶", "") for key, text in COPY.items()}, as_of="2025-12-31")


def test_a_condition_says_when_it_is_needed() -> None:
    passes(
        "TT-067",
        PROCEDURE,
        {
            "ten_giay_to: Biên bản về việc trẻ bị bỏ rơi": "ten_giay_to: Bản sao căn cước công dân khi không khai thác được dữ liệu"  # noqa: E501
        },
        as_of="2026-06-01",
    )


@pytest.mark.parametrize(
    "name",
    ["Bản photo CCCD", "Trích lục khai sinh", "Giấy xác nhận tạm trú", "Xác nhận độc thân", "Thẻ BHYT",
     "Giấy chứng nhận đăng ký kết hôn", "Giấy chứng nhận đăng ký kinh doanh"],
)  # fmt: skip
def test_other_names_of_the_same_papers(name: str) -> None:
    old = "ten_giay_to: Biên bản về việc trẻ bị bỏ rơi"
    fails("TT-067", PROCEDURE, {old: f"ten_giay_to: ▶{name}"}, as_of="2026-02-01")


@pytest.mark.parametrize(
    ("name", "reported"),
    [
        ("Giấy xác nhận của cơ quan đăng ký cư trú", True),
        ("Xác nhận của Công an xã về nơi thường trú", True),
        ("Giấy xác nhận nơi cư trú của người chết", True),
        ("Giấy xác nhận của công an nơi cư trú về việc mất giấy tờ", False),
        ("Giấy xác nhận của cơ quan đăng ký cư trú về việc mất hộ chiếu", False),
        ("Giấy xác nhận thương tật", False),
    ],
)
def test_where_somebody_lives(name: str, reported: bool) -> None:
    change = {"ten_giay_to: Biên bản về việc trẻ bị bỏ rơi": f"ten_giay_to: {'▶' if reported else ''}{name}"}
    (fails if reported else passes)("TT-067", PROCEDURE, change, as_of="2026-06-01")
