"""TT-066: where papers go and who decides are two things."""

from tests.support.rule_samples import PROCEDURE, fails, passes


def test_the_same_words_twice() -> None:
    fails("TT-066", PROCEDURE, {"ho_so: Bộ phận Một cửa UBND xã, thị trấn": "ho_so: ▶UBND cấp xã"}, severity="warning")


def test_two_things() -> None:
    passes("TT-066", PROCEDURE)


def test_an_office_that_is_a_place_of_its_own() -> None:
    passes(
        "TT-066",
        PROCEDURE,
        {
            "tham_quyen: UBND cấp xã": "tham_quyen: Công an cấp xã",
            "ho_so: Bộ phận Một cửa UBND xã, thị trấn": "ho_so: Công an cấp xã",
        },
    )


def test_as_in_the_field_of_the_executing_agency() -> None:
    changes = {
        "tham_quyen: UBND cấp xã": "tham_quyen: Chủ tịch UBND cấp xã",
        "Bộ phận Một cửa UBND xã, thị trấn": "▶UBND cấp xã.",
    }
    fails("TT-066", PROCEDURE, changes)
