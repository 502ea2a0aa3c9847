"""TT-097: blanks that look filled."""

import pytest

from tests.support.overlay_samples import OVERLAY, PLACE
from tests.support.rule_samples import PROCEDURE, fails, passes


def test_placeholders() -> None:
    for blank in ("Đang cập nhật", "…", '"..."', "xxx", "TODO điền sau", "Không có thông tin"):
        fails(
            "TT-097",
            PROCEDURE,
            {"thoi_gian_tiep_nhan: Giờ hành chính các ngày làm việc": f"thoi_gian_tiep_nhan: ▶{blank}"},
        )


def test_errors_of_a_spreadsheet() -> None:
    for error in ("#NAME?", "#N/A", "#REF!", "#DIV/0!", "#VALUE!", "#####", "Err:502"):
        fails("TT-097", PROCEDURE, {"ten_thu_tuc: Đăng ký khai sinh": f'ten_thu_tuc: ▶"{error}"'})
        fails("TT-097", PROCEDURE, {"mo_ta: Nộp trên Cổng dịch vụ công.": f'mo_ta: ▶"{error}"'})


def test_words_that_say_something() -> None:
    passes(
        "TT-097",
        PROCEDURE,
        {
            "thoi_gian_tiep_nhan: Giờ hành chính các ngày làm việc": "thoi_gian_tiep_nhan: Giờ hành chính (đang cập nhật giờ mùa hè)"  # noqa: E501
        },
    )


def test_values_of_other_cells_in_the_name() -> None:
    for value in ("TRUE", "false", "12345", "08:00", "05/10/2026", "Có", "x", "9.100001"):
        fails("TT-097", PROCEDURE, {"ten_thu_tuc: Đăng ký khai sinh": f'ten_thu_tuc: ▶"{value}"'})
    passes("TT-097", PROCEDURE, {"ten_thu_tuc: Đăng ký khai sinh": "ten_thu_tuc: Tách hộ"})


def test_a_sentence_about_an_error() -> None:
    passes("TT-097", PROCEDURE, {"ten_thu_tuc: Đăng ký khai sinh": "ten_thu_tuc: Sửa ô báo #N/A trong bảng tính"})


@pytest.mark.parametrize("text", ["(đang cập nhật)", "nan", "[…]", "Sẽ bổ sung sau", "“chờ cập nhật”", "()"])
def test_words_in_brackets_or_of_programs(text: str) -> None:
    fails("TT-097", PROCEDURE, {"ten_thu_tuc: Đăng ký khai sinh": f'ten_thu_tuc: ▶"{text}"'})


@pytest.mark.parametrize("text", ["Giấy phép ..........", "[điền tên giấy]", "[object Object]"])
def test_what_a_form_or_a_program_left(text: str) -> None:
    fails("TT-097", PROCEDURE, {"ten: Giấy khai sinh": f'ten: ▶"{text}"'})


def test_dots_that_say_and_so_on() -> None:
    passes("TT-097", PROCEDURE, {"ten: Giấy khai sinh": 'ten: "Giấy khai sinh, bản sao ..."'})


def test_an_overlay() -> None:
    fails("TT-097", OVERLAY, {"quay: Quầy số 2": "quay: ▶TODO"}, path=PLACE)
    passes("TT-097", OVERLAY, path=PLACE)


def test_what_only_points_elsewhere() -> None:
    for text in (
        "Như trên",
        "nt",
        "-nt-",
        "Xem phụ lục kèm theo",
        "(bổ sung sau)",
        "Error! Reference source not found.",
        "test",
    ):
        fails("TT-097", PROCEDURE, {"noi_dung: Nộp hồ sơ tại Bộ phận Một cửa.": f'noi_dung: ▶"{text}"'})
    passes("TT-097", PROCEDURE, {"noi_dung: Nộp hồ sơ tại Bộ phận Một cửa.": "noi_dung: Xem bảng giá rồi nộp."})


def test_a_line_of_a_list() -> None:
    line = "- Trẻ chưa được đăng ký khai sinh."
    assert line in PROCEDURE
    for blank in ("Đang cập nhật", "…", "[điền điều kiện]"):
        fails("TT-097", PROCEDURE, {line: f'- ▶"{blank}"'})
