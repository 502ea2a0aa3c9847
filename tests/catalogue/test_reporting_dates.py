"""The reporting periods of the plan's rule, against dates worked out by hand."""

from __future__ import annotations

import datetime as dt

import pytest

from generator.catalogue.reporting_dates import periods
from generator.model.plan import Reporting

RULE = Reporting.model_validate(
    {
        "quy": {"tu_ngay": "15", "tu_thang": "tháng trước kỳ báo cáo", "den_ngay": "14", "den_thang": "tháng cuối quý", "han_ngay": "17", "han_thang": "tháng cuối quý"},
        "nam": {"tu": "15/12 năm trước", "den": "14/12"},
    }
)


@pytest.mark.parametrize(
    ("year", "at", "start", "end", "due"),
    [
        (2023, 0, "2022-12-15", "2023-03-14", "2023-03-17"),
        (2023, 1, "2023-03-15", "2023-06-14", "2023-06-17"),
        (2023, 2, "2023-06-15", "2023-09-14", "2023-09-17"),
        (2023, 3, "2023-09-15", "2023-12-14", "2023-12-17"),
        (2023, 4, "2022-12-15", "2023-12-14", None),
        (2024, 0, "2023-12-15", "2024-03-14", "2024-03-17"),
    ],
)
def test_periods(year: int, at: int, start: str, end: str, due: str | None) -> None:
    period = periods(RULE, year)[at]
    assert (period.start, period.end) == (dt.date.fromisoformat(start), dt.date.fromisoformat(end))
    assert period.due == (dt.date.fromisoformat(due) if due else None)


def test_periods_follow_each_other_without_a_gap() -> None:
    quarters = [period for year in (2023, 2024, 2025) for period in periods(RULE, year)[:4]]
    for before, after in zip(quarters, quarters[1:], strict=False):
        assert after.start - before.end == dt.timedelta(days=1)
