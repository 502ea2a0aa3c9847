"""TT-079: the household book is gone since 01/01/2023."""

import pytest

from tests.support.rule_samples import PROCEDURE, answer, fails, passes

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


@pytest.mark.parametrize(
    "change",
    [
        {"noi_dung: Nộp hồ sơ tại": "noi_dung: ▶Mang theo sổ hộ khẩu và nộp hồ sơ tại"},
        {"mo_ta: Nộp trên Cổng dịch vụ công.": "mo_ta: ▶Nộp trên Cổng, kèm ảnh chụp sổ tạm trú."},
        {"- Trẻ chưa được đăng ký khai sinh.": "- ▶Xuất trình bản sao hộ khẩu của cha hoặc mẹ."},
        {"chi_khi_truc_tiep: true\n": "chi_khi_truc_tiep: true\n      ghi_chu: ▶Nộp kèm sổ hộ khẩu.\n"},
    ],
)
def test_an_abolished_paper_asked_for_in_a_sentence(change: dict[str, str]) -> None:
    fails("TT-079", PROCEDURE, change, severity="warning")
    unmarked = {old: new.replace("▶", "") for old, new in change.items()}
    passes("TT-079", PROCEDURE, unmarked, as_of="2022-12-31")


def test_an_abolished_paper_spoken_of_in_a_sentence() -> None:
    step = "noi_dung: Nộp hồ sơ tại Bộ phận Một cửa."
    passes("TT-079", PROCEDURE, {step: "noi_dung: Nộp hồ sơ; không phải mang sổ hộ khẩu."})
    passes("TT-079", PROCEDURE, {step: "noi_dung: Người đứng tên trong sổ hộ khẩu cũ ký vào đơn."})


@pytest.mark.parametrize(
    "name", ["Hộ khẩu", "Hộ khẩu thường trú của bố mẹ", "Hộ khẩu (phô tô)", "Sổ KT3", "SHK bản sao", "Photo hộ khẩu"]
)
def test_as_people_call_it(name: str) -> None:
    fails("TT-079", PROCEDURE, {PAPER: f"ten_giay_to: ▶{name}"})


def test_asked_for_in_any_text() -> None:
    step, summary = "noi_dung: Nộp hồ sơ tại Bộ phận Một cửa.", "mo_ta: Ghi việc sinh"
    fails("TT-079", PROCEDURE, {step: "noi_dung: ▶Chuẩn bị sổ hộ khẩu, tờ khai rồi đến."}, severity="warning")
    fails("TT-079", PROCEDURE, {summary: "mo_ta: ▶Mang sổ hộ khẩu đến. Ghi việc sinh"})
    fails("TT-079", PROCEDURE, {"ly_do: Khi đăng ký quá hạn.": "ly_do: ▶Xuất trình sổ hộ khẩu để được giảm."})
    fails("TT-079", PROCEDURE, answer("ghi_chu: ▶Mang theo sổ hộ khẩu."))


def test_said_to_be_gone_after_its_name() -> None:
    passes("TT-079", PROCEDURE, {PAPER: "ten_giay_to: Xác nhận cư trú, vì sổ hộ khẩu đã hết giá trị"})
    step = "noi_dung: Nộp hồ sơ tại Bộ phận Một cửa."
    passes("TT-079", PROCEDURE, {step: "noi_dung: Nộp tờ khai, sổ hộ khẩu thì khỏi mang."})
    passes("TT-079", PROCEDURE, {PAPER: "ten_giay_to: Giấy xác nhận nơi đăng ký hộ khẩu"})
