"""TT-074: a time limit has a number above zero and a unit."""

from tests.support.rule_samples import PROCEDURE, answer, fails, passes


def test_no_unit() -> None:
    fails("TT-074", PROCEDURE, {"  so: 1\n  don_vi: ngày làm việc\n": "  so: ▶15\n"}, severity="error")


def test_no_number() -> None:
    said = fails(
        "TT-074",
        PROCEDURE,
        {
            "thoi_han_giai_quyet:\n  so: 1\n  don_vi: ngày làm việc\n": "▶thoi_han_giai_quyet:\n  nguyen_van: ngay trong ngày\n"  # noqa: E501
        },
    )
    assert "ngay trong ngày" in said


def test_zero() -> None:
    fails("TT-074", PROCEDURE, {"  so: 1\n": "  so: ▶0\n"})


def test_a_number_hardly_meant() -> None:
    fails("TT-074", PROCEDURE, {"  so: 1\n  don_vi: ngày làm việc": "  so: ▶30\n  don_vi: năm"}, severity="warning")


def test_a_channel_of_its_own() -> None:
    fails("TT-074", PROCEDURE, {"    mo_ta: Nộp trên": "    thoi_han_giai_quyet:\n      so: ▶3\n    mo_ta: Nộp trên"})


def test_number_and_unit() -> None:
    passes("TT-074", PROCEDURE)
    passes(
        "TT-074",
        PROCEDURE,
        {"thoi_han_giai_quyet:\n  so: 1\n  don_vi: ngày làm việc\n": "thoi_han_giai_quyet: không quy định\n"},
    )


def test_half_a_working_day_is_told_in_hours() -> None:
    said = fails(
        "TT-074",
        PROCEDURE,
        {
            "thoi_han_giai_quyet:\n  so: 1\n  don_vi: ngày làm việc": "▶thoi_han_giai_quyet:\n  nguyen_van: 7,5 ngày làm việc"  # noqa: E501
        },
    )
    assert "so: 60, don_vi: giờ làm việc" in said


def test_the_limit_of_an_answer() -> None:
    fails("TT-074", PROCEDURE, answer("thoi_han_giai_quyet: {so: ▶5}"))
    fails("TT-074", PROCEDURE, answer("thoi_han_giai_quyet: {so: ▶0, don_vi: ngày}"))
    passes("TT-074", PROCEDURE, answer("thoi_han_giai_quyet: {so: 5, don_vi: ngày}"))
