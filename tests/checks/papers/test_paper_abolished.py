"""TT-079: the household book is gone since 01/01/2023."""

from tests.support.rule_samples import PROCEDURE, fails, passes

PAPER = "ten_giay_to: Biên bản về việc trẻ bị bỏ rơi"


def test_the_household_book() -> None:
    fails("TT-079", PROCEDURE, {PAPER: "ten_giay_to: ▶Bản sao sổ hộ khẩu"})


def test_in_2022_it_was_still_good() -> None:
    passes("TT-079", PROCEDURE, {PAPER: "ten_giay_to: Bản sao sổ hộ khẩu"}, as_of="2022-12-31")


def test_as_one_piece_of_evidence_among_many_it_is_a_reminder() -> None:
    fails(
        "TT-079",
        PROCEDURE,
        {PAPER: 'ten_giay_to: ▶"Giấy tờ chứng minh như: bằng tốt nghiệp, sổ hộ khẩu, giấy tờ khác"'},
        severity="warning",
    )


def test_the_title_of_the_decree_that_abolished_it() -> None:
    passes(
        "TT-079",
        PROCEDURE,
        {
            PAPER: "ten_giay_to: Giấy nêu ở Nghị định sửa các nghị định liên quan đến việc nộp, xuất trình sổ hộ khẩu, sổ tạm trú"  # noqa: E501
        },
    )


def test_what_replaces_it() -> None:
    passes("TT-079", PROCEDURE, {PAPER: "ten_giay_to: Xác nhận thông tin về cư trú (thay cho sổ hộ khẩu)"})
