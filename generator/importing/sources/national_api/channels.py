"""Converts the ways of filing of an API response: channels with their time limits and fees."""

from __future__ import annotations

from generator.importing import text_cleaning
from generator.importing.consuming_dict import TrackedDict
from generator.importing.draft_record import DraftRecord
from generator.importing.extract import channels
from generator.importing.extract.fees import API_KINDS, fee, free_contradicted
from generator.importing.extract.time_limits import from_parts
from generator.plain_data import Unchecked
from generator.schema.values import UNKNOWN

_CHANNELS = {"DIRECT": "trực tiếp", "POSTAL": "bưu chính", "ONLINE": "trực tuyến"}


def set_channels(record: DraftRecord, answer: TrackedDict) -> None:
    """Set the channels, time limits, fees and the online level in `record`."""
    rows_found = []
    for index, item in enumerate(answer.objects("executionMethods")):
        part = TrackedDict(item)
        kind, note = part.pop_text("submissionMethod"), text_cleaning.text(part.pop("description", ""))
        limit = from_parts(part.pop("processingTime"), part.pop_text("processingTimeUnit"), note)
        fees = [_fee(record, line) for line in part.objects("fees")]
        record.unplaced += part.unused(f"executionMethods[{index}].")
        if kind not in _CHANNELS:
            record.notes.append(f"Hình thức nộp ở nguồn: {text_cleaning.line(kind) or 'không ghi'}. {note}".strip())
            continue
        rows_found.append(channels.DraftChannel(_CHANNELS[kind], limit, fees, note))
    channels.set_channels(record, rows_found)
    said = [f"{step.get('noi_dung', '')}" for step in record.data.get("trinh_tu_thuc_hien", [])]
    free_contradicted(record, [row.note for row in rows_found] + said)
    online = any(channel.kind == "trực tuyến" for channel in rows_found)
    full = answer.pop("isFullProcess") is True
    record.set(
        "muc_do_truc_tuyen",
        "toàn trình" if full else "một phần" if online else "chưa trực tuyến" if rows_found else UNKNOWN,
    )


def _fee(record: DraftRecord, line: object) -> Unchecked:
    part = TrackedDict(line)
    value = part.pop_number("value")
    file = text_cleaning.line(TrackedDict(part.pop("attachment", {})).pop("fileName", ""))
    amount = (
        round(value)
        if isinstance(value, (int, float)) and not isinstance(value, bool) and 0 <= value < 10**12
        else None
    )
    made = fee(
        API_KINDS.get(part.pop_text("type"), ""),
        amount,
        part.pop("description", ""),
        text_cleaning.line(part.pop_text("currencyName")),
        file,
    )
    if file and file not in str(made.line):
        record.notes.append(f"Tệp kèm mức phí ở nguồn: {file}.")
    record.unplaced += part.unused("fees[].")
    return made
