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


def test_other_ways_to_write_a_time_of_day() -> None:
    limit = "so: 1\n  don_vi: ngày làm việc"
    for text in ("Nhận sau 15h00 thì trả hôm sau.", "Trả trước 15g cùng ngày.", "Nhận đến 15:00."):
        fails("TT-249", PROCEDURE, {limit: "so: ▶15\n  don_vi: giờ làm việc", STEP: f'noi_dung: "{text}"'})
    hours = {"tiep_nhan: Giờ hành chính": "tiep_nhan: Nhận trước 15 giờ"}
    fails("TT-249", PROCEDURE, {limit: "so: ▶15\n  don_vi: giờ", **hours})
