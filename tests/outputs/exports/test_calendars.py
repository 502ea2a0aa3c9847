"""The plan's deadlines, opened with a real calendar library."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

icalendar = pytest.importorskip("icalendar")


def events(file: Path) -> list:
    return list(icalendar.Calendar.from_ical(file.read_bytes()).walk("VEVENT"))


def test_the_reports_of_2023_on_their_days(real_site: Path) -> None:
    found = {
        str(event["SUMMARY"]): event.decoded("DTSTART")
        for event in events(real_site / "ke-hoach" / "2023" / "lich.ics")
    }
    assert found["Hạn báo cáo Quý I/2023"] == dt.date(2023, 3, 17)
    assert found["Hạn báo cáo Quý IV/2023"] == dt.date(2023, 12, 17)


def test_lines_are_folded_and_identifiers_unique(real_site: Path) -> None:
    files = list(real_site.glob("ke-hoach/2023/**/*.ics"))
    assert len(files) > 5
    for file in files:
        assert all(len(line) <= 75 for line in file.read_bytes().split(b"\r\n"))
        ids = [str(event["UID"]) for event in events(file)]
        assert len(ids) == len(set(ids))
