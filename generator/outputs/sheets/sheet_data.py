"""Data that several kinds of sheets print."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from generator.catalogue.catalogue import Catalogue
from generator.catalogue.edition import past_note
from generator.catalogue.views import ProcedureView, UnitView
from generator.outputs.qr import QrSums
from generator.pages import doubt_words, formatting
from generator.schema.contact import OneStop
from generator.schema.procedure import Procedure
from generator.schema.procedure_summary import ProcedureSummary
from generator.schema.values import PENDING_CONTACT

_CODES = QrSums(Path(".cache") / "qr")  # the same as on pages


def link(url: str, catalogue: Catalogue) -> dict[str, str]:
    """A page's public address, as text to read; the QR code is added at typesetting (`with_codes`)."""
    full = (catalogue.site.url or "").rstrip("/") + "/" + url
    return {"url": full, "shown": full.removeprefix("https://").removeprefix("http://").rstrip("/")}


def with_codes(data: object) -> Any:
    """`data` with a QR code beside each address. Done at typesetting only, which saves 15 ms for each unchanged sheet
    (320 sheets of the real content: 4.3 s of CPU per build)."""
    if isinstance(data, dict):
        values = {key: with_codes(value) for key, value in data.items()}
        if data.keys() == {"url", "shown"}:
            values["qr"] = _CODES.svg(data["url"]).replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1)
        return values
    return [with_codes(item) for item in data] if isinstance(data, list | tuple) else data


def footer(catalogue: Catalogue) -> dict[str, Any]:
    """The footer of every sheet."""
    hotline = catalogue.site.hotline
    note = past_note(catalogue.edition)
    return {
        **({"edition": note} if note else {}),
        "as_of": formatting.date(catalogue.as_of),
        "site": catalogue.site.name or "Thủ tục hành chính",
        "hotline": ": ".join(filter(None, (hotline.name, hotline.number))) if hotline else "",
    }


def known_or_blank(value: str | None) -> str:
    """A contact, or an empty text if the unit has not provided it; the sheet then prints a line to write on."""
    return "" if not value or value == PENDING_CONTACT else value


def desk(unit: UnitView) -> dict[str, str]:
    """The one-stop desk of a unit."""
    place = unit.record.one_stop or OneStop.model_validate({})
    return {
        "name": place.name or "Nơi nhận hồ sơ",
        "address": known_or_blank(place.address),
        "hours": known_or_blank(place.hours),
        "phone": known_or_blank(place.phone),
        "email": known_or_blank(place.email),
    }


def fees(record: Procedure | ProcedureSummary) -> list[str]:
    """Every fee in full, with the time of payment: a board that says `…` informs nobody (NĐ 63/2010 Đ8 k2 i)."""
    values = formatting.fees_of(record)
    if not isinstance(values, list) or not values:
        return [formatting.fee_summary(values or None)]
    return [
        (f"{formatting.amount(fee)}: {fee.reason.rstrip('.')}" if fee.reason else formatting.amount(fee))
        + (f" {doubt_words.MARK}" if fee.unconfirmed else "")
        for fee in values
    ]


def fees_with_doubt(view: ProcedureView, record: Procedure | ProcedureSummary, words: str) -> str:
    """The fees, one a line. A doubt about all of them stands behind a single line or below several; doubts about single
    fees stand behind these. words: returns the words for the doubt about all."""
    lines = fees(record)
    if view.doubts.as_a_whole("fee"):
        lines = [lines[0] + words] if len(lines) == 1 else [*lines, words.strip()]  # of all lines, not of the last
    return "\n".join(lines)


def bases(view: ProcedureView) -> str:
    """The numbers of the legal bases."""
    return "; ".join(dict.fromkeys(number for _, number, _ in view.laws)) or formatting.MISSING


def procedure_row(view: ProcedureView) -> list[str]:
    """The columns of a provincial decision's list, after the number: names (what people call it, below it the official
    name), code, time, place, fee, basis, agency; what awaits confirmation carries the mark that `doubt_words.NOTE`
    explains."""
    record, doubts = view.record, view.doubts

    def marked(text: str | None, value: str) -> str:
        return (text or formatting.MISSING) + doubt_words.mark(doubts.beside(value))

    return [
        "\n".join(filter(None, (view.heading + doubt_words.mark(doubts.of_text), view.called and view.name))),
        view.code,
        marked(formatting.time_of_view(view), "time"),
        marked(formatting.with_year(view, record.receiving_place), "place"),
        fees_with_doubt(view, record, f" {doubt_words.MARK}"),
        bases(view),
        marked(formatting.with_year(view, record.executing_agency), "agency"),
    ]


def authority(unit: UnitView) -> str:
    """`UBND xã Tân An`."""
    return f"UBND {unit.record.kind or ''} {unit.record.name or ''}".replace("  ", " ").strip()
