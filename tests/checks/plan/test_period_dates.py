"""TT-123: periods and days of events."""

import datetime as dt

import pytest

from generator.checks._engine.plan_location import is_of_year
from tests.support.plan_samples import PLACES, fails, passes

RESULT, EVENT, ANSWER = "plan/2023/results/quy-2.yml", "plan/2023/events/tap-huan.yml", "plan/2023/answers/gio.yml"


def test_it_ends_before_it_begins() -> None:
    fails("TT-123", RESULT, {"den: 2023-06-14": "den: ▶2023-02-14"})
    fails("TT-123", EVENT, {"den: 2023-04-11": "den: ▶2023-04-01"})


def test_concluded_before_it_took_place() -> None:
    fails("TT-123", EVENT, {"ket_luan:": "ngay_ket_luan: ▶2023-04-01\nket_luan:"})


def test_answered_before_it_came() -> None:
    fails("TT-123", ANSWER, {"ngay_tra_loi: 2023-05-15": "ngay_tra_loi: ▶2023-05-01"})


def test_a_commune_twice() -> None:
    row = PLACES[RESULT][PLACES[RESULT].index("  - don_vi") : PLACES[RESULT].index("tong_cong")]
    fails("TT-123", RESULT, {row: row + row.replace("- don_vi", "- ▶don_vi")})


def test_two_periods_that_overlap() -> None:
    fails(
        "TT-123",
        RESULT,
        {"tu: 2023-03-15": "tu: ▶2023-03-15"},
        others={"plan/2023/results/quy-1.yml": PLACES[RESULT]},
        severity="warning",
    )


def test_in_order() -> None:
    for place in (RESULT, EVENT, ANSWER):
        passes("TT-123", place)
    earlier = PLACES[RESULT].replace("tu: 2023-03-15", "tu: 2022-12-15").replace("den: 2023-06-14", "den: 2023-03-14")
    earlier = earlier.replace("Quý II/", "Quý I/")
    passes("TT-123", RESULT, others={"plan/2023/results/quy-1.yml": earlier})


def test_figures_of_nobody() -> None:
    """In an example; of real figures TT-117 says so."""
    row = PLACES[RESULT][PLACES[RESULT].index("  - don_vi") :].split("\n")
    nameless = {"\n".join(row[:2]): f"  - ▶{row[1].strip()}"}
    fails("TT-123", RESULT, {"ky: Quý II/2023": "ky: Quý II/2023\nmau: true"} | nameless)
    passes("TT-123", RESULT, {old: new.replace("▶", "") for old, new in nameless.items()})


def test_concluded_before_it_was_over() -> None:
    fails("TT-123", EVENT, {"ket_luan:": "ngay_ket_luan: ▶2023-04-10\nket_luan:"})


def test_an_inspection_with_half_a_conclusion() -> None:
    fails("TT-123", EVENT, {"loai: tập huấn": "loai: kiểm tra", "ket_luan: 40": "ket_luan: ▶40"}, severity="warning")
    whole = {"loai: tập huấn": "loai: kiểm tra", "ket_luan: 40": "ngay_ket_luan: 2023-04-20\nket_luan: 40"}
    passes("TT-123", EVENT, whole)


def test_an_answer_more_than_a_year_later() -> None:
    fails("TT-123", ANSWER, {"ngay_tra_loi: 2023-05-15": "ngay_tra_loi: ▶2024-05-15"}, severity="warning")


@pytest.mark.parametrize("title", ["Quý III/2023", "Quý II/2022", "Báo cáo quý 1 năm 2023"])
def test_the_name_of_another_quarter(title: str) -> None:
    fails("TT-123", RESULT, {"ky: Quý II/2023": f"ky: ▶{title}"})


@pytest.mark.parametrize("title", ["Quý II/2023", "quý 2 năm 2023", "6 tháng đầu năm 2023", "Quý II"])
def test_the_name_of_its_quarter_or_of_none(title: str) -> None:
    passes("TT-123", RESULT, {"ky: Quý II/2023": f"ky: {title}"})


def test_days_between_two_periods() -> None:
    """A whole quarter that is still to be entered is no slip."""
    text = PLACES[RESULT].replace("Quý II/", "Quý I/").replace("tu: 2023-03-15", "tu: 2022-12-15")
    for end, gap in (("2023-02-28", True), ("2023-03-14", False), ("2022-12-31", False)):
        others = {"plan/2023/results/quy-1.yml": text.replace("den: 2023-06-14", f"den: {end}")}
        if gap:
            fails("TT-123", RESULT, {"tu: 2023": "tu: ▶2023"}, others=others, severity="warning")
    earlier = text.replace("den: 2023-06-14", "den: 2023-03-14")
    passes("TT-123", RESULT, others={"plan/2023/results/quy-1.yml": earlier})


@pytest.mark.parametrize("name", ["An Thanh", "xã An Thanh", "UBND xã An Thanh"])
def test_a_real_unit_by_its_name(name: str) -> None:
    said = fails("TT-123", RESULT, {"don_vi: an-thanh": f"ten: ▶{name}"}, severity="warning")
    assert "don_vi: an-thanh" in said


def test_a_total_that_names_a_unit() -> None:
    fails("TT-123", RESULT, {"tong_cong:\n": "tong_cong:\n  don_vi: ▶an-thanh\n"})


def test_a_plan_of_no_year() -> None:
    """Whose folder is not known: nothing is compared with its year."""
    assert is_of_year(dt.date(2023, 5, 1), "") and is_of_year(dt.date(2023, 5, 1), "2023")
    assert not is_of_year(dt.date(2013, 5, 1), "2023")
