"""TT-249: a time of day as the limit."""

from tests.support.rule_samples import PROCEDURE, fails, passes

STEP = "noi_dung: Xem giấy tờ và cấp Giấy khai sinh."


def test_reported() -> None:
    fails(
        "TT-249",
        PROCEDURE,
        {
            "so: 1\n  don_vi: ngày làm việc": "so: ▶15\n  don_vi: giờ",
            STEP: "noi_dung: Nhận hồ sơ sau 15 giờ thì trả hôm sau.",
        },
    )


def test_not_reported() -> None:
    passes("TT-249", PROCEDURE, {"so: 1\n  don_vi: ngày làm việc": "so: 15\n  don_vi: giờ"})
