"""lich.ics: the plan's deadlines and events, for the whole plan and for each agency; a draft's entries are marked."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from urllib.parse import urlsplit

from generator import urls
from generator.catalogue.catalogue import Catalogue
from generator.catalogue.edition import past_note
from generator.catalogue.plan.dates import PlanDate, plan_dates
from generator.pages import plan as plan_pages

CALENDAR = "lich.ics"
ZONE = (
    "BEGIN:VTIMEZONE",
    "TZID:Asia/Ho_Chi_Minh",
    "BEGIN:STANDARD",
    "DTSTART:19700101T000000",
    "TZOFFSETFROM:+0700",
    "TZOFFSETTO:+0700",
    "TZNAME:+07",
    "END:STANDARD",
    "END:VTIMEZONE",
)


def inputs(catalogue: Catalogue) -> object:
    """The inputs; see pages/inputs.py."""
    return plan_pages.shared_inputs(catalogue)


def files(catalogue: Catalogue) -> Iterator[tuple[str, bytes]]:
    """The calendar of each plan and of each of its agencies."""
    for plan in catalogue.plans.values():
        draft = "[Bản nháp] " if plan.record.draft else ""
        name = f"{draft}Kế hoạch kiểm soát thủ tục hành chính {plan.year}"
        yield f"{plan.url}{CALENDAR}", calendar(catalogue, name, plan_dates(plan), draft)
        for duties in plan.all_duties:
            whose = f"{duties.agency.name} – {name}"
            yield f"{duties.url}{CALENDAR}", calendar(catalogue, whose, plan_dates(plan, duties), draft)


def calendar(catalogue: Catalogue, name: str, dates: list[PlanDate], prefix: str = "") -> bytes:
    """An iCalendar file (RFC 5545) of whole-day events. DTSTAMP is the day of the content, so output is reproducible.
    The time zone keeps a calendar without events valid: the standard requires at least one component."""
    site = urls.base(catalogue.site.url)
    host = urlsplit(site).hostname or "example.invalid"
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//TTHC//Lich//VI",
        "CALSCALE:GREGORIAN",
        f"X-WR-CALNAME:{_text(name)}",
        *([f"X-WR-CALDESC:{_text(note)}"] if (note := past_note(catalogue.edition)) else []),
        "X-WR-TIMEZONE:Asia/Ho_Chi_Minh",
        *ZONE,
    ]
    for item in dates:
        after = (item.end or item.day) + dt.timedelta(days=1)  # DTEND is exclusive
        lines += [
            "BEGIN:VEVENT",
            f"UID:{_text(item.key)}@{host}",
            f"DTSTAMP:{catalogue.as_of:%Y%m%d}T000000Z",
            f"DTSTART;VALUE=DATE:{item.day:%Y%m%d}",
            f"DTEND;VALUE=DATE:{after:%Y%m%d}",
            f"SUMMARY:{_text(prefix + item.title)}",
            f"DESCRIPTION:{_text(item.note)}",
            f"CATEGORIES:{_text(item.kind)}",
            f"URL:{site}{item.url}",
            "TRANSP:TRANSPARENT",
            "END:VEVENT",
        ]
    return "".join(_folded(line) for line in [*lines, "END:VCALENDAR"]).encode()


def _text(value: str) -> str:
    value = " ".join(value.replace("\r\n", "\n").split("\r"))  # calendar readers treat a bare CR as a line break
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
