"""TT-257: the agency is of the record's level."""

from tests.support.rule_samples import PROCEDURE, fails, passes

EXECUTING, DECIDING = "co_quan_thuc_hien: UBND cấp xã", "co_quan_co_tham_quyen: UBND cấp xã"


def test_a_department_for_the_commune() -> None:
    fails("TT-257", PROCEDURE, {EXECUTING: "co_quan_thuc_hien: ▶Sở Tư pháp"})


def test_the_district_decides_what_the_commune_does() -> None:
    fails("TT-257", PROCEDURE, {DECIDING: "co_quan_co_tham_quyen: ▶Chủ tịch UBND huyện"})


def test_a_commune_for_the_province() -> None:
    fails(
        "TT-257",
        PROCEDURE,
        {
            "  - cấp xã": "  - cấp tỉnh",
            EXECUTING: "co_quan_thuc_hien: ▶UBND xã",
            DECIDING: "co_quan_co_tham_quyen: Sở Tư pháp",
        },
    )


def test_both_levels() -> None:
    passes(
        "TT-257", PROCEDURE, {"  - cấp xã": "  - cấp xã\n  - cấp huyện", DECIDING: "co_quan_co_tham_quyen: UBND huyện"}
    )
    passes("TT-257", PROCEDURE, {DECIDING: "co_quan_co_tham_quyen: UBND cấp xã hoặc UBND cấp huyện"})
    passes(
        "TT-257",
        PROCEDURE,
        {EXECUTING: "co_quan_thuc_hien: Bộ phận Một cửa", DECIDING: "co_quan_co_tham_quyen: Ban Giám đốc"},
    )


def test_a_division_of_the_district() -> None:
    fails("TT-257", PROCEDURE, {"co_quan_thuc_hien: UBND cấp xã": "co_quan_thuc_hien: ▶Phòng Tư pháp huyện"})
