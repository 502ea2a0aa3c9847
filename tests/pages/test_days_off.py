"""Official days off on the page of the offices."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from generator.pages.days_off import Break, years_off
from generator.schema.holidays import Holidays


def record(year: int, *days: tuple[str, str], worked: tuple[str, ...] = ()) -> Holidays:
    return Holidays.model_validate(
        {
            "nam": str(year),
            "ngay_nghi": [{"ngay": day, "ten": name} for day, name in days],
            "lam_bu": [{"ngay": day, "ten": "Làm bù"} for day in worked],
            "nguon": "Thông báo",
        }
    )


def test_days_in_a_row_are_one_entry() -> None:
    tet = [("2026-02-17", "Tết Nguyên đán (mùng 1)"), ("2026-02-16", "Tết Nguyên đán (29 tháng Chạp)")]
    spring = [("2026-04-30", "Ngày Chiến thắng"), ("2026-05-01", "Ngày Quốc tế Lao động")]
    (year,) = years_off([record(2026, *spring, *tet, worked=("2026-08-22",))], 2026)
    assert year.breaks == (
        Break(dt.date(2026, 2, 16), dt.date(2026, 2, 17), ("Tết Nguyên đán",)),
        Break(dt.date(2026, 4, 30), dt.date(2026, 5, 1), ("Ngày Chiến thắng", "Ngày Quốc tế Lao động")),
    )
    assert year.worked == (dt.date(2026, 8, 22),)


def test_the_year_and_the_next() -> None:
    records = [record(year, (f"{year}-09-02", "Quốc khánh")) for year in (2027, 2026, 2025, 2028)]
    assert [one.year for one in years_off(records, 2026)] == [2026, 2027]


def test_the_page_of_the_offices_says_them(real_site: Path) -> None:
    today = (real_site / "hien-nay/don-vi/index.html").read_text("utf-8")
    assert "Ngày nghỉ lễ, Tết năm 2026" in today
    assert "<li>31/08/2026 đến 02/09/2026: Nghỉ hoán đổi dịp Quốc khánh; Quốc khánh (ngày liền trước)" not in today
    assert "<li>31/08/2026 đến 02/09/2026: Nghỉ hoán đổi dịp Quốc khánh; Quốc khánh</li>" in today
