"""/id/…: a small page for each stable name that leads to the record's page.

Plain hosts need no rule for it; `tthc host` writes rules that answer with 303 for the names that a rule can map.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from typing import Any

from generator import urls
from generator.catalogue.catalogue import Catalogue
from generator.outputs.open_data.records import Addresses
from generator.schema.data_sets import DataSet


def name_files(catalogue: Catalogue, data_set: DataSet, made: list[dict[str, Any]]) -> Iterator[tuple[str, bytes]]:
    """(path, bytes) for each record that has a page of its own; the others lead to the page about the data."""
    base = Addresses(catalogue).base
    for record in {record["ma"]: record for record in made}.values():
        target = str(record.get("trang") or base + urls.OPEN_DATA)
        path = f"{urls.name_folder(data_set.name, record['ma'])}index.html"
        address = escape("../" * path.count("/") + target.removeprefix(base))
        title = escape(record.get("ten") or record["ma"])
        yield (
            path,
            (
                f'<!doctype html>\n<html lang="vi"><head><meta charset="utf-8"><title>{title}</title>'
                f'<meta name="robots" content="noindex"><link rel="canonical" href="{escape(target)}">'
                f'<meta http-equiv="refresh" content="0; url={address}"></head>'
                f'<body><p><a href="{address}">{title}</a></p></body></html>\n'
            ).encode(),
        )
