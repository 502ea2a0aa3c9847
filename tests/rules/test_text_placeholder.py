"""TT-097: blanks that look filled."""

from tests.rules.sample import PROCEDURE, fails, passes


def test_placeholders() -> None:
    for blank in ("Đang cập nhật", "…", '"..."', "xxx", "TODO điền sau", "Không có thông tin"):
        fails(
            "TT-097",
            PROCEDURE,
            {"thoi_gian_tiep_nhan: Giờ hành chính các ngày làm việc": f"thoi_gian_tiep_nhan: ▶{blank}"},
        )


def test_words_that_say_something() -> None:
    passes(
        "TT-097",
        PROCEDURE,
        {
            "thoi_gian_tiep_nhan: Giờ hành chính các ngày làm việc": "thoi_gian_tiep_nhan: Giờ hành chính (đang cập nhật giờ mùa hè)"
        },
    )
