"""Reads the columns of a list that name the decision by which each procedure was announced, and its day."""

from __future__ import annotations

import datetime as dt
import re

from generator.importing.draft_record import DraftRecord
from generator.importing.extract import dates, legal_bases
from generator.plain_data import Fields
from generator.schema.values import UNKNOWN

_SERIAL = re.compile(r"[34]\d{4}")  # days since _FIRST_DAY, 1982 to 2036: a day whose cell lost its format
_FIRST_DAY = dt.date(1899, 12, 30)
_FIXED = re.compile(r"(?:quyết định|qđ|số|ngày|công bố)(?![^\W_])", re.IGNORECASE)
_KEY = "quyet_dinh_cong_bo"


def own_decision(record: DraftRecord, text: str, decision: Fields) -> Fields:
    """The decision in the row's decision column, else the one of the whole list. What else the cell says is a note;
    several decisions, or another day than the list's, are a doubt."""
    numbers = legal_bases.numbers_in(text)
    days = dates.find_date(text)
    if not numbers:
        record.notes += [f"Quyết định công bố ở danh mục: {text}."] if re.search(r"\w", text) else []
        return decision
    made: Fields = {"so": numbers[0], **({"ngay": days[0][0]} if days else {})}
    if numbers[0] == decision.get("so"):
        if days and decision.get("ngay") not in (None, UNKNOWN, days[0][0]):
            record.flag_uncertain(_KEY, f"danh mục ghi ngày {days[0][0]:%d/%m/%Y}, khác ngày ở đầu danh mục")
        made = {**made, **decision}
    if len(numbers) > 1:
        record.flag_uncertain(_KEY, f"ô có nhiều quyết định (“{text[:60]}”), lấy số đầu")
    if len(numbers) > 1 or len(days) > 1 or _rest(text, numbers[0]) or days and made["ngay"] != days[0][0]:
        record.notes.append(f"Quyết định công bố ở danh mục: {text}.")
    return made


def dated(record: DraftRecord, decision: Fields, text: str) -> Fields:
    """The decision with the day of the column of days, where it has none; any other text of that column is a note."""
    days = [day for day, _ in dates.find_date(text)]
    if _SERIAL.fullmatch(text):
        days = [_FIRST_DAY + dt.timedelta(int(text))]
        record.flag_uncertain(_KEY, f"ngày ở nguồn là số {text} của bảng tính, hiểu là {days[0]}")
    if decision and len(days) == 1 and decision.get("ngay") in (None, UNKNOWN, *days):
        record.notes += [f"Ngày công bố ở danh mục ghi là {text}."] if _SERIAL.fullmatch(text) else []
        return {**decision, "ngay": days[0]}
    record.notes += [f"Ngày công bố ở danh mục: {text}."] if text else []
    return decision


def _rest(text: str, number: str) -> bool:
    """True if a cell says more than a number and a day."""
    left = _FIXED.sub(" ", dates.without_dates(text.replace(number, " ", 1)))
    return bool(re.search(r"[^\W_]", left))
