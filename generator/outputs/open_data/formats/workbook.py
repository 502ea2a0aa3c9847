"""XLSX for officers: a sheet for each table, codes as text, a frozen heading row with filters."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from generator.outputs.ooxml import sheet
from generator.outputs.ooxml.archive import Piece, piece
from generator.outputs.ooxml.row_numbers import numbered
from generator.outputs.ooxml.sheet import Style, Worksheet
from generator.outputs.ooxml.workbook import workbook
from generator.outputs.open_data.tables import DataTable, Row

WIDTHS = {"integer": 10, "boolean": 10, "date": 13}
WIDE = re.compile(r"^(ten|mo_ta|noi_dung|ly_do|ghi_chu|phi_le_phi|dia_chi)")
FIRST = 2  # the number of the first row below the headings


def sheet_rows(rows: Iterable[Row]) -> list[bytes]:
    """Rows of a table as those of a sheet, without their numbers."""
    return [sheet.row(row, Style.BODY) for row in rows]


def rows_piece(rows: Iterable[bytes], first: int) -> Piece:
    """These rows of a sheet, compressed. first: the number of the first."""
    return piece(numbered(rows, first))


def data_workbook(title: str, tables: Iterable[tuple[DataTable, Sequence[Piece], int]]) -> bytes:
    """A workbook of (table, pieces of its rows, number of its rows)."""
    return workbook(title, [_sheet(*one) for one in tables])


def _sheet(table: DataTable, pieces: Sequence[Piece], count: int) -> Worksheet:
    head = numbered([sheet.row([column.label for column in table.columns], Style.HEAD)], 1)
    return Worksheet(
        title=table.title,
        widths=[45 if WIDE.match(column.key) else WIDTHS.get(column.type, 20) for column in table.columns],
        rows=[piece(head), *pieces],
        head=1,
        last=count + 1,
        frozen=1,
    )
