"""CSV (RFC 4180) in UTF-8 with a byte order mark, so that Excel shows Vietnamese.

A cell that a spreadsheet would take for a formula (`=`, `+`, `-`, `@`, tab) gets an apostrophe in front. Codes such as
1.000110 lose digits when Excel opens a CSV by double click; the workbook keeps them, so it is the officers' download.
"""

from __future__ import annotations

import io
from collections.abc import Iterable

from generator.outputs.open_data.tables import DataTable, Row

FORMULA = ("=", "+", "-", "@", "\t", "\r")  # beginnings of a cell that is computed


def csv_head(table: DataTable) -> bytes:
    """The beginning of the file; the headings are the columns' keys."""
    return csv_rows([[column.key for column in table.columns]]).decode().encode("utf-8-sig")


def csv_rows(rows: Iterable[Row]) -> bytes:
    """These rows of the file."""
    import csv  # needed by few builds

    out = io.StringIO()
    csv.writer(out, lineterminator="\r\n").writerows(
        [value if value.__class__ is str and value[:1] not in FORMULA else cell(value) for value in row] for row in rows
    )
    return out.getvalue().encode()


def cell(value: str | int | bool | None) -> str | int:
    """`value` as a harmless cell; booleans as true and false, nothing as an empty cell."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str) and value.startswith(FORMULA):
        return f"'{value}"
    return value
