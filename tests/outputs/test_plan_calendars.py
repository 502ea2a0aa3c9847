"""lich.ics of a plan and of each agency, opened with a real calendar library and held against the plan."""

from __future__ import annotations

import datetime as dt

import pytest

from generator.catalogue.builder import build_catalogue
from generator.catalogue.catalogue import Catalogue
from generator.loading.folder import read_folder
from generator.outputs.exports.calendars import calendar, files
from tests.support.plan_content import second_year, whole_plan

icalendar = pytest.importorskip("icalendar")


@pytest.fixture(scope="module")
def catalogue(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    content = whole_plan(tmp_path_factory.mktemp("calendars"))
    second_year(content)
    return build_catalogue(read_folder(content), dt.date(2023, 12, 31), [])


def events(catalogue: Catalogue, url: str) -> list[tuple[str, str, str]]:
    """(first day, day after the last, summary) of each event, in the file's order."""
    opened = icalendar.Calendar.from_ical(dict(files(catalogue))[f"{url}lich.ics"])
    assert opened.errors == []
    return [
        (str(event.decoded("DTSTART")), str(event.decoded("DTEND")), str(event["SUMMARY"]))
        for event in opened.walk("VEVENT")
    ]


def test_everything_dated_is_there(catalogue: Catalogue) -> None:
    assert events(catalogue, "ke-hoach/2023/") == [
        ("2023-03-17", "2023-03-18", "Hạn báo cáo Quý I/2023"),
        ("2023-04-10", "2023-04-12", "Kiểm tra xã An Thanh"),
        ("2023-04-10", "2023-04-12", "Tập huấn nghiệp vụ"),
        ("2023-06-17", "2023-06-18", "Hạn báo cáo Quý II/2023"),
        ("2023-06-30", "2023-07-01", "Hạn nhiệm vụ 2: Rà soát, đơn giản hóa thủ tục hành chính"),
        ("2023-06-30", "2023-07-01", f"Hạn rà soát: {catalogue.procedures['1.001193'].name}"),
        ("2023-09-17", "2023-09-18", "Hạn báo cáo Quý III/2023"),
        ("2023-12-17", "2023-12-18", "Hạn báo cáo Quý IV/2023"),
    ]


def test_an_agency_sees_its_own_days(catalogue: Catalogue) -> None:
    own = [summary for _, _, summary in events(catalogue, "ke-hoach/2023/co-quan/phong-tu-phap/")]
    assert [summary.split(":")[0] for summary in own] == [
        "Kiểm tra xã An Thanh",
        "Tập huấn nghiệp vụ",
        "Hạn nhiệm vụ 2",
        "Hạn rà soát",
    ]


def test_every_agency_and_commune_has_a_calendar(catalogue: Catalogue) -> None:
    names = [name for name, _ in files(catalogue)]
    assert sorted(names) == sorted(
        {
            f"{url}lich.ics"
            for plan in catalogue.plans.values()
            for url in (plan.url, *(duties.url for duties in plan.all_duties))
        }
    )
    assert len(names) == 14  # for each year the plan, two offices, two groups, two communes


def test_a_draft_says_so_in_every_line(catalogue: Catalogue) -> None:
    found = events(catalogue, "ke-hoach/2024/")
    assert ("2024-03-17", "2024-03-18", "[Bản nháp] Hạn báo cáo Quý I/2024") in found
    assert all(summary.startswith("[Bản nháp] ") for _, _, summary in found)
    assert not [summary for _, _, summary in events(catalogue, "ke-hoach/2023/") if "nháp" in summary]


def test_a_calendar_without_dates_is_still_one(catalogue: Catalogue) -> None:
    opened = icalendar.Calendar.from_ical(calendar(catalogue, "Không có ngày nào", []))
    assert [str(zone["TZID"]) for zone in opened.walk("VTIMEZONE")] == ["Asia/Ho_Chi_Minh"] and not opened.walk(
        "VEVENT"
    )


def test_the_names_of_events_are_their_own_and_stay(catalogue: Catalogue) -> None:
    opened = icalendar.Calendar.from_ical(dict(files(catalogue))["ke-hoach/2023/lich.ics"])
    names = [str(event["UID"]) for event in opened.walk("VEVENT")]
    assert len(set(names)) == len(names)
    assert all(name.isascii() and " " not in name for name in names)
    assert dict(files(catalogue)) == dict(files(catalogue))


def test_the_years_figures_close_with_the_last_quarter(catalogue: Catalogue) -> None:
    opened = icalendar.Calendar.from_ical(dict(files(catalogue))["ke-hoach/2023/lich.ics"])
    told = {str(event["SUMMARY"]): str(event["DESCRIPTION"]) for event in opened.walk("VEVENT")}
    assert "Số liệu năm 2023 (từ 15/12/2022) chốt cùng ngày" in told["Hạn báo cáo Quý IV/2023"]
    assert "năm 2023" not in told["Hạn báo cáo Quý III/2023"]


def test_a_day_off_is_said(catalogue: Catalogue) -> None:
    opened = icalendar.Calendar.from_ical(dict(files(catalogue))["ke-hoach/2023/lich.ics"])
    second = next(event for event in opened.walk("VEVENT") if "Quý II/2023" in str(event["SUMMARY"]))
    assert "Ngày này là thứ Bảy; ngày làm việc cuối cùng trước đó là 16/06/2023." in str(second["DESCRIPTION"])
