"""TT-044: “Bước n” must be the n-th."""

import pytest

from tests.support.rule_samples import PROCEDURE, fails, passes


def test_a_number_that_is_not_the_place() -> None:
    fails("TT-044", PROCEDURE, {"noi_dung: Nộp hồ sơ tại": "noi_dung: ▶Bước 3. Nộp hồ sơ tại"}, severity="warning")


def test_a_number_that_is_the_place_and_a_step_named_later_in_the_sentence() -> None:
    passes(
        "TT-044",
        PROCEDURE,
        {"noi_dung: Nộp hồ sơ": "noi_dung: Bước 1. Nộp hồ sơ", "Xem giấy tờ": "Xem giấy tờ của bước 1"},
    )


@pytest.mark.parametrize(
    "text", ["2. Nộp hồ sơ.", "(2) Nộp hồ sơ.", "B2 – Nộp hồ sơ.", "Bước hai. Nộp hồ sơ.", "“Bước 2” nộp."]
)
def test_numbers_as_people_write_them(text: str) -> None:
    said = fails("TT-044", PROCEDURE, {"noi_dung: Nộp hồ sơ tại Bộ phận Một cửa.": f"noi_dung: ▶{text}"})
    assert "““" not in said


@pytest.mark.parametrize(
    "text", ["1. Nộp hồ sơ.", "Bước một. Nộp.", "Bước đầu, nộp hồ sơ.", "2. Tờ khai; 3. Ảnh.", "2.5 triệu đồng."]
)
def test_numbers_that_are_right_or_count_something_else(text: str) -> None:
    passes("TT-044", PROCEDURE, {"noi_dung: Nộp hồ sơ tại Bộ phận Một cửa.": f"noi_dung: {text}"})
