"""/id/…: a small page for each stable name that leads to the record's page.

Plain hosts need no rule for it; `tthc host` writes rules that answer with 303 for the names that a rule can map.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from html import escape
from urllib.parse import unquote

from generator import urls
from generator.catalogue.catalogue import Catalogue
from generator.outputs.open_data.records import Addresses
from generator.pages.formatting import date
from generator.plain_data import Fields
from generator.schema.data_sets import DataSet


def name_files(catalogue: Catalogue, data_set: DataSet, documents: list[Fields]) -> Iterator[tuple[str, bytes]]:
    """(path, bytes) for each record: it leads to the record's page, or to the page about the data where there is none;
    of a removed record it says so."""
    at = Addresses(catalogue)
    base = at.base
    known = {at.name(data_set.name, record["ma"]) for record in documents}
    for record in {record["ma"]: record for record in documents}.values():
        path = f"{urls.name_folder(data_set.name, record['ma'])}index.html"
        title = escape(record.get("ten") or record["ma"])
        if record.get("da_go"):
            leads, body = "", _removed(record, known)
        else:
            target = str(record.get("trang") or base + urls.OPEN_DATA)
            address = escape("../" * path.count("/") + target.removeprefix(base))
            body = f'<p><a href="{address}">{title}</a></p>'
            leads = (
                f'<link rel="canonical" href="{escape(target)}"><meta http-equiv="refresh" content="0; url={address}">'
            )
        yield (
            path,
            (
                f'<!doctype html>\n<html lang="vi"><head><meta charset="utf-8"><title>{title}</title>'
                '<meta name="viewport" content="width=device-width, initial-scale=1">'
                f'<meta name="robots" content="noindex">{leads}</head><body>{body}</body></html>\n'
            ).encode(),
        )


def _removed(record: Fields, known: set[str]) -> str:
    """The notice at the identifier of a removed record. known: the existing identifiers; no other is linked."""
    day = f" ngày {date(dt.date.fromisoformat(record['ngay']))}" if record.get("ngay") else ""
    successors = ""
    for name in record.get("thay_the_boi", ()):
        text = escape(unquote(name.rpartition("/")[2]))
        successors += f'<li><a href="{escape(name)}">{text}</a></li>' if name in known else f"<li>{text}</li>"
    return f"<h1>{escape(record['ma'])}: đã gỡ{day}</h1><p>{escape(record.get('ly_do') or '')}</p>" + (
        f"<p>Thay bằng:</p><ul>{successors}</ul>" if successors else ""
    )
