"""TT-015: true or false."""

from tests.support.rule_samples import PROCEDURE, fails, passes


def test_something_else() -> None:
    fails("TT-015", PROCEDURE, {"khong_phu_thuoc_dia_gioi: false": "khong_phu_thuoc_dia_gioi: ▶chắc là có"})


def test_yes_in_vietnamese() -> None:
    passes("TT-015", PROCEDURE, {"khong_phu_thuoc_dia_gioi: false": "khong_phu_thuoc_dia_gioi: có"})
