"""The reporting periods of the plan's rule, against dates worked out by hand."""

from __future__ import annotations

import datetime as dt

import pytest

from generator.catalogue.plan.days_off import DaysOff
from generator.catalogue.plan.reporting_dates import Period, day_of, periods
from generator.schema.holidays import Holidays
from generator.schema.plan.plan import Reporting

QUARTER = {
    "tu_ngay": "15", "tu_thang": "tháng trước kỳ báo cáo", "den_ngay": "14", "den_thang": "tháng cuối quý", "han_ngay": "17", "han_thang": "tháng cuối quý",  # noqa: E501
}  # fmt: skip
YEAR = {"tu": "15/12 năm trước", "den": "14/12"}


def rule(**quarter: str) -> Reporting:
    return Reporting.model_validate({"quy": QUARTER | quarter, "nam": YEAR})


RULE = rule()


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


@pytest.mark.parametrize(
    ("year", "at", "start", "end", "due"),
    [
        (2023, 0, "2022-12-15", "2023-03-14", "2023-03-17"),
        (2023, 1, "2023-03-15", "2023-06-14", "2023-06-17"),
        (2023, 2, "2023-06-15", "2023-09-14", "2023-09-17"),
        (2023, 3, "2023-09-15", "2023-12-14", "2023-12-17"),
        (2023, 4, "2022-12-15", "2023-12-14", None),
        (2024, 0, "2023-12-15", "2024-03-14", "2024-03-17"),
        (2024, 4, "2023-12-15", "2024-12-14", None),
        (2028, 0, "2027-12-15", "2028-03-14", "2028-03-17"),
    ],
)
def test_periods(year: int, at: int, start: str, end: str, due: str | None) -> None:
    period = periods(RULE, year)[at]
    assert (period.start, period.end) == (day(start), day(end))
    assert period.due == (day(due) if due else None)


def test_periods_follow_each_other_without_a_gap() -> None:
    quarters = [period for year in (2023, 2024, 2025) for period in periods(RULE, year)[:4]]
    for before, after in zip(quarters, quarters[1:], strict=False):
        assert after.start - before.end == dt.timedelta(days=1)


@pytest.mark.parametrize(("year", "days"), [(2023, 90), (2024, 91), (2025, 90), (2028, 91), (2100, 90)])
def test_the_first_quarter_of_a_leap_year_is_a_day_longer(year: int, days: int) -> None:
    first = periods(RULE, year)[0]
    assert (first.end - first.start).days + 1 == days


@pytest.mark.parametrize(
    ("year", "days"),
    [
        # month's last days: 31 Dec, 31 Mar, 30 Jun, 30 Sep; one month earlier for the start
        (2023, ["2022-12-31", "2023-03-31", "2023-06-30", "2023-09-30"]),
        (2024, ["2023-12-31", "2024-03-31", "2024-06-30", "2024-09-30"]),
    ],
)
def test_a_day_that_a_month_does_not_have_is_its_last(year: int, days: list[str]) -> None:
    assert [period.start for period in periods(rule(tu_ngay="31"), year)[:4]] == [day(text) for text in days]


@pytest.mark.parametrize(("year", "last"), [(2023, "2023-02-28"), (2024, "2024-02-29"), (2100, "2100-02-28")])
def test_the_29th_of_february(year: int, last: str) -> None:
    assert day_of("29/2", year) == day(last)
    assert day_of("29/02 năm trước", year + 1) == day(last)


def test_a_deadline_in_the_month_after_the_quarter() -> None:
    assert [period.due for period in periods(rule(han_ngay="5", han_thang="tháng sau kỳ báo cáo"), 2023)[:4]] == [
        day("2023-04-05"), day("2023-07-05"), day("2023-10-05"), day("2024-01-05"),
    ]  # fmt: skip


@pytest.mark.parametrize("text", ["", "14/13", "32/12", "ngày 14", "14/12 năm sau", None])
def test_what_is_no_day(text: str | None) -> None:
    assert day_of(text, 2023) is None


HOLIDAYS = Holidays.model_validate(
    {
        "nam": "2023",
        "ngay_nghi": [{"ngay": "2023-03-17", "ten": "Ngày nghỉ thử"}, {"ngay": "2023-03-16", "ten": "Ngày nghỉ thử"}],
        "lam_bu": [{"ngay": "2023-09-16", "ten": "Làm bù"}],
        "nguon": "x",
    }
)


def with_days_off(year: int) -> list[Period]:
    return periods(RULE, year, DaysOff([HOLIDAYS]))


@pytest.mark.parametrize(
    ("year", "at", "send_by", "off"),
    [
        (2023, 0, "2023-03-15", "Ngày nghỉ thử"),  # Friday off, Thursday off: Wednesday
        (2023, 1, "2023-06-16", "thứ Bảy"),  # 17 June 2023 is a Saturday: Friday
        (2023, 2, "2023-09-16", "Chủ nhật"),  # a Sunday; the Saturday before is worked
        (2023, 3, "2023-12-15", "Chủ nhật"),  # a Sunday: Friday
        (2024, 0, "2024-03-15", "Chủ nhật"),
    ],
)
def test_a_deadline_on_a_day_off_names_the_last_working_day_before(year: int, at: int, send_by: str, off: str) -> None:
    period = with_days_off(year)[at]
    assert (period.send_by, period.off) == (day(send_by), off)


def test_a_deadline_on_a_working_day_stands_alone() -> None:
    assert [period.send_by for period in with_days_off(2024)[1:]] == [None, None, None, None]
