"""TT-079: the household book is gone since 01/01/2023."""

from tests.rules.sample import PROCEDURE, fails, passes

PAPER = "ten_giay_to: Biên bản về việc trẻ bị bỏ rơi"


def test_the_household_book() -> None:
    fails("TT-079", PROCEDURE, {PAPER: "ten_giay_to: ▶Bản sao sổ hộ khẩu"})


def test_in_2022_it_was_still_good() -> None:
    passes("TT-079", PROCEDURE, {PAPER: "ten_giay_to: Bản sao sổ hộ khẩu"}, as_of="2022-12-31")


def test_what_replaces_it() -> None:
    passes("TT-079", PROCEDURE, {PAPER: "ten_giay_to: Xác nhận thông tin về cư trú (thay cho sổ hộ khẩu)"})
