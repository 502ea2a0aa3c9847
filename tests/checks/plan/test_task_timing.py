"""TT-266: the day in the calendar is the day in the wording."""

import pytest

from tests.support.rule_samples import TASK, fails, passes

ID = "TT-266"


def timing(wording: str, kind: str, *days: str) -> dict[str, str]:
    lines = "".join(f"  {day}\n" for day in days)
    return {TASK[TASK.index("thoi_gian:") :]: f"thoi_gian:\n  nguyen_van: {wording}\n  kieu: {kind}\n{lines}"}


@pytest.mark.parametrize("wording", ["Trước ngày 30/6/2023.", "Xong trước ngày 30 tháng 6 năm 2023.", "Hạn 30.6.2023"])
def test_another_day_than_the_wording_states(wording: str) -> None:
    said = fails(ID, TASK, timing(wording, "trước ngày", "den: ▶2023-09-30"))
    assert "2023-06-30" in said


def test_a_deadline_without_a_day() -> None:
    assert "den: 2023-06-30" in fails(ID, TASK, timing("Trước ngày 30/6/2023.", "▶trước ngày"))
    fails(ID, TASK, timing("Trước quý III.", "▶trước ngày"))


def test_the_day_of_the_wording_or_none() -> None:
    passes(ID, TASK)
    passes(ID, TASK, timing("Trước ngày 30/6/2023.", "trước ngày", "den: 2023-06-30"))
    passes(ID, TASK, timing("Từ 01/3/2023 đến 30/9/2023.", "định kỳ", "tu: 2023-03-01", "den: 2023-09-30"))
    passes(ID, TASK, timing("Thường xuyên trong năm 2023.", "thường xuyên", "tu: 2023-01-01", "den: 2023-12-31"))
    passes(ID, TASK, timing("Quý II/2023, theo Công văn 10/2023.", "trước ngày", "den: 2023-06-30"))


@pytest.mark.parametrize(
    "wording",
    [
        "Trước ngày 30/6.",
        "Trong tháng 6/2023.",
        "Xong trong quý II năm 2023.",
        "Quý 2/2023",
        "Thường xuyên năm 2022, 2024",
    ],
)
def test_outside_of_what_the_wording_states(wording: str) -> None:
    fails(ID, TASK, timing(wording, "định kỳ", "den: ▶2023-09-30"))


@pytest.mark.parametrize(
    ("wording", "kind"),
    [("Thường xuyên trong năm 2023.", "▶trước ngày"), ("Trước ngày 30/6/2023.", "▶thường xuyên")],
)
def test_a_kind_that_the_wording_denies(wording: str, kind: str) -> None:
    fails(ID, TASK, timing(wording, kind, "den: 2023-06-30"))


def test_the_wording_of_the_year_before() -> None:
    said = fails(ID, TASK, timing("▶Thường xuyên trong năm 2022.", "thường xuyên"), severity="warning")
    assert "2022" in said
    fails(ID, TASK, timing("Thường xuyên trong năm 2023.", "thường xuyên", "tu: 2022-01-01", "den: ▶2022-12-31"))
    passes(ID, TASK, timing("Trong năm 2023 và quý I/2024.", "định kỳ", "den: 2024-03-31"))


def test_a_day_that_no_calendar_has() -> None:
    fails(ID, TASK, timing("▶Trước ngày 31/6/2023.", "trước ngày", "den: 2023-06-30"), severity="warning")


def test_a_summary_of_another_day() -> None:
    assert "\nnoi_dung:" in TASK
    changes = timing("Trước ngày 30/6/2023.", "trước ngày", "den: 2023-06-30")
    fails(ID, TASK, changes | {"\nnoi_dung:": "\ntom_tat: ▶Xong trước ngày 30/9/2023.\nnoi_dung:"}, severity="warning")
    passes(ID, TASK, changes | {"\nnoi_dung:": "\ntom_tat: Xong trước ngày 30/6/2023.\nnoi_dung:"})
