"""TT-044: “Bước n” must be the n-th."""

from tests.support.rule_samples import PROCEDURE, fails, passes


def test_a_number_that_is_not_the_place() -> None:
    fails("TT-044", PROCEDURE, {"noi_dung: Nộp hồ sơ tại": "noi_dung: ▶Bước 3. Nộp hồ sơ tại"}, severity="warning")


def test_a_number_that_is_the_place_and_a_step_named_later_in_the_sentence() -> None:
    passes(
        "TT-044",
        PROCEDURE,
        {"noi_dung: Nộp hồ sơ": "noi_dung: Bước 1. Nộp hồ sơ", "Xem giấy tờ": "Xem giấy tờ của bước 1"},
    )
