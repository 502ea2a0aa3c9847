"""TT-248: “Điều này” outside its document."""

from tests.support.rule_samples import PROCEDURE, fails, passes

STEP = "noi_dung: Xem giấy tờ và cấp Giấy khai sinh."


def test_reported() -> None:
    fails("TT-248", PROCEDURE, {STEP: "noi_dung: ▶Kiểm tra theo khoản 2 Điều này."})


def test_not_reported() -> None:
    passes("TT-248", PROCEDURE, {STEP: "noi_dung: Kiểm tra theo khoản 2 Điều 9 Nghị định 123/2015/NĐ-CP."})


def test_the_articles_of_a_basis() -> None:
    fails("TT-248", PROCEDURE, {"dieu_khoan: Điều 15": "dieu_khoan: ▶Khoản 2 Điều này"})
