"""The day of the result, against days worked out by hand on the calendar with the official days off."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from generator.outputs.exports.days_off import data
from tests.conftest import PROJECT
from tests.support.real_content import real_catalogue

NODE = shutil.which("node")
pytestmark = pytest.mark.skipif(NODE is None, reason="no node on this machine")

#   filed on, at, limit                           received, result, at
BY_HAND = [
    # Thursday; Friday 28/4 is day 1, then five days off for Hùng Vương and 30/4–1/5, Thursday 4/5 and Friday 5/5 are
    # 2 and 3
    ("2023-04-27", "10:00", 3, "ngày làm việc", "2023-04-27", "2023-05-05", ""),
    # Friday after hours: received on the first working day after the days off
    ("2023-04-28", "18:00", 1, "ngày làm việc", "2023-05-04", "2023-05-05", ""),
    # on a day off, through the web
    ("2023-04-30", "21:00", 1, "ngày làm việc", "2023-05-04", "2023-05-05", ""),
    # a Sunday that is no feast
    ("2023-06-11", "09:00", 2, "ngày làm việc", "2023-06-12", "2023-06-14", ""),
    # across Tết Quý Mão: 17–19/1 are 1–3, off until 26/1, 27/1 is 4, then 5–9, 10–14, 15–19, Monday 20/2
    ("2023-01-16", "09:00", 20, "ngày làm việc", "2023-01-16", "2023-02-20", ""),
    # a Saturday worked instead of Monday 29/4/2024 counts: 2/5, 3/5, 4/5
    ("2024-04-26", "08:00", 3, "ngày làm việc", "2024-04-26", "2024-05-04", ""),
    # calendar days that end inside days off end after them
    ("2023-04-17", "08:00", 15, "ngày", "2023-04-17", "2023-05-04", ""),
    ("2023-06-05", "08:00", 10, "ngày", "2023-06-05", "2023-06-15", ""),
    # one month from the 31st ends on the last of February; from 1/8 it ends inside Quốc khánh and rolls to Tuesday 5/9
    ("2023-01-31", "08:00", 1, "tháng", "2023-01-31", "2023-02-28", ""),
    ("2023-08-01", "08:00", 1, "tháng", "2023-08-01", "2023-09-05", ""),
    # eight working hours from 08:00 are 3.5 + 4 today and half an hour tomorrow; four from Friday 16:00 are 1 + 3 on
    # Monday
    ("2023-06-07", "08:00", 8, "giờ làm việc", "2023-06-07", "2023-06-08", "08:00"),
    ("2023-06-09", "16:00", 4, "giờ", "2023-06-09", "2023-06-12", "10:30"),
    # the last minute before closing counts, closing time does not
    ("2023-06-07", "16:59", 1, "ngày làm việc", "2023-06-07", "2023-06-08", ""),
    ("2023-06-07", "17:00", 1, "ngày làm việc", "2023-06-08", "2023-06-09", ""),
]


@pytest.fixture(scope="module")
def calendar() -> dict:
    return json.loads(dict(data(real_catalogue()))["days-off.json"])


@pytest.fixture(scope="module")
def count(tmp_path_factory: pytest.TempPathFactory, calendar: dict):
    folder = tmp_path_factory.mktemp("due")
    shutil.copy(PROJECT / "theme" / "components" / "due" / "due.js", folder / "due.mjs")
    script = "import { resultDay } from './due.mjs'; import fs from 'node:fs'; console.log(JSON.stringify(JSON.parse(fs.readFileSync(0)).map(resultDay)));"  # noqa: E501
    Path(folder / "run.mjs").write_text(script, "utf-8")

    def run(**asked) -> dict:
        done = subprocess.run(
            [NODE, "run.mjs"],
            cwd=folder,
            input=json.dumps([{**calendar, **asked}]),
            capture_output=True,
            text=True,
            check=True,
        )
        return json.loads(done.stdout)[0]

    return run


@pytest.mark.parametrize(("day", "time", "amount", "unit", "received", "end", "at"), BY_HAND)
def test_by_hand(count, day, time, amount, unit, received, end, at) -> None:
    found = count(day=day, time=time, amount=amount, unit=unit)
    assert (found["received"], found["end"], found["time"]) == (received, end, at)
    assert found["unknown"] == []


def test_a_desk_that_opens_on_saturday_mornings(count) -> None:
    morning = count(day="2023-06-10", time="09:00", amount=1, unit="ngày làm việc", saturday=True)
    noon = count(day="2023-06-10", time="12:00", amount=1, unit="ngày làm việc", saturday=True)
    assert (morning["received"], morning["end"], morning["why"]) == ("2023-06-10", "2023-06-12", "")
    assert (noon["received"], noon["end"], noon["why"]) == ("2023-06-12", "2023-06-13", "after-hours")


def test_the_offices_own_closing_time(count) -> None:
    assert count(day="2023-06-07", time="16:40", amount=1, unit="ngày làm việc", closes="16:30")["end"] == "2023-06-09"


def test_it_says_what_it_passed_over(count) -> None:
    found = count(day="2023-04-27", time="10:00", amount=3, unit="ngày làm việc")
    assert [day for day, _ in found["skipped"]] == [
        "2023-04-29",
        "2023-04-30",
        "2023-05-01",
        "2023-05-02",
        "2023-05-03",
    ]
    assert dict(found["skipped"])["2023-04-30"] == "Ngày Chiến thắng"


def test_a_year_without_a_list_of_days_off_is_said(count, calendar) -> None:
    last = max(calendar["years"])
    assert count(day=f"{last}-12-31", time="08:00", amount=5, unit="ngày làm việc")["unknown"] == [last + 1]
