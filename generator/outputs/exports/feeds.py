"""Atom feeds of what changed: the site (/atom.xml), each field and each unit beside its page."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from html import escape
from urllib.parse import urlsplit

from generator import urls
from generator.catalogue.catalogue import Catalogue
from generator.catalogue.edition import past_note
from generator.catalogue.unit_succession import describe_succession
from generator.catalogue.views import ProcedureView, UnitView
from generator.outputs.exports.changes import ContentChange, changes_of, newest
from generator.pages.inputs import dated, inputs_of

FEED = "atom.xml"


def inputs(catalogue: Catalogue) -> object:
    """The inputs; see pages/inputs.py."""
    shown = inputs_of(catalogue)
    return (shown.other_records, shown.of_all(dated))


def files(catalogue: Catalogue) -> Iterator[tuple[str, bytes]]:
    """All feeds. Empty feeds are written too: readers may have subscribed before the first entry."""
    changes = {view.code: list(changes_of(view, catalogue.as_of)) for view in catalogue.procedures.values()}
    by_field: dict[str, list[ProcedureView]] = {}
    for view in catalogue.procedures.values():
        by_field.setdefault(view.field.name, []).append(view)

    def of(views: Iterable[ProcedureView]) -> list[ContentChange]:
        return [change for view in views for change in changes[view.code]]

    yield (
        FEED,
        feed(
            catalogue,
            "",
            catalogue.site.name or "Thủ tục hành chính",
            newest(of(catalogue.procedures.values()), catalogue.notices),
        ),
    )
    for field in catalogue.fields:
        yield (
            f"{field.url}{FEED}",
            feed(catalogue, field.url, f"Lĩnh vực {field.name}", newest(of(by_field.get(field.name, ())), [])),
        )
    for unit in catalogue.units.values():
        if unit.begun and not unit.active and (unit.is_commune or unit.is_district):
            yield f"{unit.url}{FEED}", feed(catalogue, unit.url, f"Thủ tục tại {unit.title}", end_date(unit))
        if unit.has_desk:
            unit_notices = [notice for notice in catalogue.notices if notice.record.unit == unit.slug]
            yield (
                f"{unit.url}{FEED}",
                feed(catalogue, unit.url, f"Thủ tục tại {unit.title}", newest(of(unit.procedures), unit_notices)),
            )


def end_date(unit: UnitView) -> list[ContentChange]:
    """The only entry in the feed of an ended unit: what happened, and its successors."""
    until = unit.record.term.until if unit.record.term else None
    text = " ".join(describe_succession(unit)) or f"{unit.title} không còn."
    return [ContentChange(until, f"{unit.slug}/ket-thuc", f"{unit.title} không còn", text, unit.url)] if until else []


def feed(catalogue: Catalogue, url: str, title: str, entries: list[ContentChange]) -> bytes:
    """One Atom document (RFC 4287). Times are midnight in Vietnam of the dated change, so output is reproducible."""
    site = urls.base(catalogue.site.url)
    host = urlsplit(site).hostname or "example.invalid"
    author = catalogue.site.operator or catalogue.site.authority or "Ủy ban nhân dân"
    updated = entries[0].date if entries else catalogue.as_of

    note = past_note(catalogue.edition)
    said = f"<subtitle>{escape(note, quote=False)}</subtitle>" if note else ""

    def moment(day: dt.date) -> str:
        return f"{day.isoformat()}T00:00:00+07:00"

    rows = "".join(
        f"<entry><title>{escape(entry.title, quote=False)}</title>"
        f"<id>tag:{host},{entry.date.isoformat()}:{escape(entry.key)}</id>"
        f'<link href="{escape(site + entry.url)}"/><updated>{moment(entry.date)}</updated>'
        f"<summary>{escape(entry.text, quote=False)}</summary></entry>\n"
        for entry in entries
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="vi">\n'
        f"<title>{escape(title, quote=False)}</title>{said}"
        f'<id>{escape(site + url)}</id><link href="{escape(site + url)}"/>'
        f'<link rel="self" type="application/atom+xml" href="{escape(site + url + FEED)}"/>'
        f"<updated>{moment(updated)}</updated><author><name>{escape(author, quote=False)}</name></author>\n"
        f"{rows}</feed>\n"
    ).encode()
