"""XLSX for officers: a sheet for each table, codes as text, a frozen heading row with filters."""

from __future__ import annotations

import re
from collections.abc import Iterable

from generator.outputs.open_data.tables import DataTable, Row
from generator.outputs.workbooks import new_workbook

WIDTHS = {"integer": 10, "boolean": 10, "date": 13}
WIDE = re.compile(r"^(ten|mo_ta|noi_dung|ly_do|ghi_chu|phi_le_phi|dia_chi)")
MOST_CHARACTERS = 32_767  # a cell of a workbook holds no more


def workbook(title: str, tables: Iterable[tuple[DataTable, list[Row]]]) -> bytes:
    """A workbook of these tables. A text longer than a cell may hold is cut, and ends with …"""
    book, out = new_workbook(title)
    head = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
    body = book.add_format({"text_wrap": True, "valign": "top", "num_format": "@"})
    for table, rows in tables:
        sheet = book.add_worksheet(table.title[:31])
        for index, column in enumerate(table.columns):
            width = 45 if WIDE.match(column.key) else WIDTHS.get(column.type, 20)
            sheet.set_column(index, index, width)
            sheet.write_string(0, index, column.label, head)
        for line, row in enumerate(rows, 1):
            for index, value in enumerate(row):
                if isinstance(value, bool):
                    sheet.write_string(line, index, "có" if value else "không", body)
                elif isinstance(value, int):
                    sheet.write_number(line, index, value)
                elif value:
                    shown = value if len(value) <= MOST_CHARACTERS else value[: MOST_CHARACTERS - 1] + "…"
                    sheet.write_string(line, index, shown, body)
        sheet.freeze_panes(1, 1)
        sheet.autofilter(0, 0, len(rows), len(table.columns) - 1)
        sheet.repeat_rows(0)
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
    book.close()
    return out.getvalue()
