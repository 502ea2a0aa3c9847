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


def test_any_desk_and_the_flag_is_down() -> None:
    here = "ho_so: Bộ phận Một cửa UBND xã, thị trấn"
    for place in ("Công an xã bất kì", "Công an xã nơi thuận lợi", "UBND xã nào cũng được, không kể nơi cư trú"):
        fails("TT-094", PROCEDURE, {here: f"ho_so: ▶{place}"}, severity="warning")
    step = "Nộp hồ sơ tại Bộ phận Một cửa."
    fails("TT-094", PROCEDURE, {step: "▶Nộp tại bất kỳ UBND xã nào."})
    passes("TT-094", PROCEDURE, {step: "Nộp tại UBND xã bất kỳ lúc nào."})
    passes("TT-094", PROCEDURE, {here: "ho_so: UBND xã nơi có đất; tài sản khác thì xã nào cũng được"})
    passes("TT-094", PROCEDURE, {here: "ho_so: UBND xã đã cấp giấy; di chúc thì xã nào cũng được"})


def test_bound_to_what_is_kept_there() -> None:
    here = "ho_so: Bộ phận Một cửa UBND xã, thị trấn"
    fails("TT-094", PROCEDURE, FREE | {here: "ho_so: ▶UBND xã đang giữ sổ; không bắt buộc về nơi thường trú"})


def test_without_the_flag() -> None:
    here = "ho_so: Bộ phận Một cửa UBND xã, thị trấn"
    passes("TT-094", PROCEDURE, {"khong_phu_thuoc_dia_gioi: false\n": "", here: "ho_so: Công an xã bất kỳ"})


def test_the_words_of_the_way_of_filing() -> None:
    free = {"khong_phu_thuoc_dia_gioi: false": "khong_phu_thuoc_dia_gioi: true"}
    here = "  - hinh_thuc_nop: trực tiếp\n"
    fails("TT-094", PROCEDURE, free | {here: f"{here}    mo_ta: ▶Đến UBND xã nơi cư trú của cha hoặc mẹ.\n"})
    passes("TT-094", PROCEDURE, free | {here: f"{here}    mo_ta: Đến xã nào cũng được, không kể nơi cư trú.\n"})
