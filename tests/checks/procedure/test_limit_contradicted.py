"""TT-241: the channel's own text states another time."""

from tests.support.rule_samples import PROCEDURE, fails, passes

NOTE = "mo_ta: Nộp trên Cổng dịch vụ công."


def test_reported() -> None:
    fails("TT-241", PROCEDURE, {NOTE: "mo_ta: ▶Giải quyết không quá 7 ngày làm việc kể từ ngày nhận hồ sơ."})


def test_not_reported() -> None:
    passes("TT-241", PROCEDURE, {NOTE: "mo_ta: Giải quyết không quá 01 ngày làm việc kể từ ngày nhận hồ sơ."})
    passes("TT-241", PROCEDURE, {NOTE: "mo_ta: Đối với xã miền núi không quá 11 ngày làm việc."})
    passes("TT-241", PROCEDURE, {NOTE: "mo_ta: Nộp trước 3 ngày làm việc."})
