"""lich.ics: the plan's dated tasks and its reporting deadlines, for everybody and for each agency."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from generator.catalogue import addresses
from generator.catalogue.catalogue import Catalogue
from generator.catalogue.plan_view import PlanView, TaskView
from generator.pages.words import date

CALENDAR = "lich.ics"


@dataclass(frozen=True, slots=True)
class Deadline:
    """One day by which something must be done."""

    day: dt.date
    key: str
    title: str
    text: str
    url: str


def files(catalogue: Catalogue) -> Iterator[tuple[str, bytes]]:
    """The calendar of each plan and of each of its agencies."""
    for plan in catalogue.plans.values():
        reports = list(report_deadlines(plan))
        name = f"Kế hoạch kiểm soát thủ tục hành chính {plan.year}"
        yield f"{plan.url}{CALENDAR}", calendar(catalogue, name, [*task_deadlines(plan, plan.tasks), *reports])
        for duties in plan.agencies:
            own = [task for task, _ in (*duties.leads, *duties.partners)]
            due = [*task_deadlines(plan, own), *(reports if duties.reports else [])]
            yield f"{duties.url}{CALENDAR}", calendar(catalogue, f"{duties.agency.name} – {name}", due)


def task_deadlines(plan: PlanView, tasks: Iterable[TaskView]) -> Iterator[Deadline]:
    """The tasks that end on a stated day."""
    for task in tasks:
        timing = task.record.timing
        if timing and timing.end:
            title = f"Hạn nhiệm vụ {task.record.number}: {task.record.title}"
            yield Deadline(timing.end, f"{plan.year}/nhiem-vu/{task.record.number}", title, timing.text or "", task.url)


def report_deadlines(plan: PlanView) -> Iterator[Deadline]:
    """The reports that are due on a stated day (II.11)."""
    receiver = plan.record.reporting.receiver if plan.record.reporting else None
    for period in plan.periods:
        if period.due:
            text = f"Số liệu từ {date(period.start)} đến hết {date(period.end)}, gửi {receiver or 'UBND huyện'}."
            yield Deadline(period.due, f"{plan.year}/bao-cao/{period.name}", f"Hạn báo cáo {period.name}", text, addresses.plan_calendar(plan.year))


def calendar(catalogue: Catalogue, name: str, deadlines: list[Deadline]) -> bytes:
    """An iCalendar file (RFC 5545) of whole-day events. The stamp is the day of the content: no clock is read."""
    site = (catalogue.site.url or "https://example.invalid/").rstrip("/") + "/"
    host = urlsplit(site).hostname or "example.invalid"
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//TTHC//Lich//VI", "CALSCALE:GREGORIAN", f"X-WR-CALNAME:{_text(name)}"]
    for item in sorted(deadlines, key=lambda item: (item.day, item.key)):
        lines += [
            "BEGIN:VEVENT",
            f"UID:{_text(item.key.replace(' ', '-'))}@{host}",
            f"DTSTAMP:{catalogue.as_of:%Y%m%d}T000000Z",
            f"DTSTART;VALUE=DATE:{item.day:%Y%m%d}",
            f"DTEND;VALUE=DATE:{item.day + dt.timedelta(days=1):%Y%m%d}",
            f"SUMMARY:{_text(item.title)}",
            f"DESCRIPTION:{_text(item.text)}",
            f"URL:{site}{item.url}",
            "TRANSP:TRANSPARENT",
            "END:VEVENT",
        ]
    return "".join(_folded(line) for line in [*lines, "END:VCALENDAR"]).encode()


def _text(value: str) -> str:
    return value.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


def _folded(line: str) -> str:
    """At most 75 octets a line, never cut inside a character (RFC 5545, 3.1)."""
    parts, size = [""], 0
    for char in line:
        width = len(char.encode())
        if size + width > 75:
            parts.append(" ")
            size = 1
        parts[-1] += char
        size += width
    return "\r\n".join(parts) + "\r\n"
