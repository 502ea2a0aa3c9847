"""TT-094: filed anywhere is not filed where one lives."""

from tests.support.rule_samples import PROCEDURE, fails, passes

FREE = {"khong_phu_thuoc_dia_gioi: false": "khong_phu_thuoc_dia_gioi: true"}


def test_bound_to_the_residence() -> None:
    fails(
        "TT-094",
        PROCEDURE,
        FREE | {"ho_so: Bộ phận Một cửa UBND xã, thị trấn": "ho_so: ▶Bộ phận Một cửa UBND xã nơi cư trú"},
        severity="warning",
    )


def test_any_commune() -> None:
    passes("TT-094", PROCEDURE, FREE)
    passes("TT-094", PROCEDURE, FREE | {"UBND xã, thị trấn\n": "UBND xã bất kỳ, không kể nơi cư trú\n"})


def test_the_flag_is_down() -> None:
    passes("TT-094", PROCEDURE, {"UBND xã, thị trấn\n": "UBND xã nơi cư trú\n"})


def test_the_words_of_the_way_of_filing() -> None:
    free = {"khong_phu_thuoc_dia_gioi: false": "khong_phu_thuoc_dia_gioi: true"}
    here = "  - hinh_thuc_nop: trực tiếp\n"
    fails("TT-094", PROCEDURE, free | {here: f"{here}    mo_ta: ▶Đến UBND xã nơi cư trú của cha hoặc mẹ.\n"})
    passes("TT-094", PROCEDURE, free | {here: f"{here}    mo_ta: Đến xã nào cũng được, không kể nơi cư trú.\n"})
