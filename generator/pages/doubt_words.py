"""The notes beside a value that awaits confirmation, wherever it is shown. A confirmed value carries none."""

from __future__ import annotations

from urllib.parse import urlsplit

from generator.catalogue.doubt import Doubt, Doubts, fees_in_doubt, is_national
from generator.pages import formatting
from generator.schema.procedure import Procedure
from generator.schema.record import field_labels

ASK = "hỏi lại trước khi đi"
MARK = "(?)"  # beside a value where there is no room for the words; these then stand below
NOTE = f"{MARK} Chưa xác nhận được với nguồn chính thức: {ASK}."
RECORD = "bản ghi hiện nay trên Cổng Dịch vụ công quốc gia"  # a link to it opens today's record, whatever the edition
of_fees = fees_in_doubt


def mark(doubt: Doubt | None) -> str:
    """` (?)` behind a value in a table of a sheet or workbook; empty if it is confirmed."""
    return f" {MARK}" if doubt else ""


def beside(doubt: Doubt | None) -> str:
    """` (?) hỏi lại trước khi đi` behind a value in running text; empty if it is sure."""
    return f" {MARK} {ASK}" if doubt else ""


def brief(doubts: Doubts) -> str:
    """`Hỏi lại trước khi đi: thời hạn, phí` for lists; empty if all that a list shows is sure."""
    found = [doubts.of_text] if doubts.of_text else doubts.main
    return f"{formatting.sentence(ASK)}: {', '.join(doubt.name for doubt in found)}" if found else ""


def since(doubt: Doubt) -> str:
    """`Xem lần cuối ngày 26/11/2026.`; empty if no day is known."""
    return f"Xem lần cuối ngày {formatting.date(doubt.since)}." if doubt.since else ""


def source_name(source: str) -> str:
    """A source in words: an address is described by what it opens, which is today's record whatever the edition."""
    if is_national(source):
        return RECORD
    address = formatting.safe_url(source)
    return (urlsplit(address).hostname or source) if address else source


def explained(doubt: Doubt) -> str:
    """The reason, its source and since when, in sentences without a link."""
    source = f"Nguồn: {source_name(doubt.source)}." if doubt.source else ""
    return " ".join(filter(None, (doubt.sentence, source, since(doubt))))


def grouped(doubts: Doubts) -> list[tuple[str, Doubt]]:
    """(`Thời hạn, giấy tờ`, the first of these doubts) for each explanation, in the order of a page."""
    found: dict[str, list[Doubt]] = {}
    for doubt in [*([doubts.of_text] if doubts.of_text else []), *doubts.values.values()]:
        found.setdefault(explained(doubt), []).append(doubt)
    return [(formatting.sentence(", ".join(doubt.name for doubt in same)), same[0]) for same in found.values()]


def labels(keys: tuple[str, ...]) -> str:
    """The labels of parts of a record, inside a sentence."""
    known = field_labels(Procedure)
    return ", ".join(formatting.lower_first(known.get(key, key)) for key in keys)
