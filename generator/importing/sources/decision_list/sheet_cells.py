"""Streams the cells of one XLSX sheet with openpyxl's own cell parser, one row in memory at a time."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

_MARGINS = ("Header", "Footer")
_CODES = re.compile(r'&"[^"]*"|&K[0-9A-Fa-f]{6}|&\d{1,3}|&[A-Za-z]')  # font, colour, size, page number


def column_name(number: int) -> str:
    """“AB” for 28."""
    name = ""
    while number:
        number, rest = divmod(number - 1, 26)
        name = chr(65 + rest) + name
    return name


def cell_reader(sheet: Any) -> Any:
    """openpyxl's cell parser, streaming the XML of the sheet with one row in memory at a time."""
    from xml.etree.ElementTree import iterparse

    from openpyxl.cell.read_only import ReadOnlyCell
    from openpyxl.utils import get_column_letter, range_boundaries
    from openpyxl.worksheet._reader import COL_TAG, FORMULA_TAG, ROW_TAG, WorkSheetParser
    from openpyxl.xml.constants import SHEET_MAIN_NS

    merge_tag = f"{{{SHEET_MAIN_NS}}}mergeCell"

    class Reader(WorkSheetParser):  # type: ignore[misc]
        def __init__(self, source: Any) -> None:
            book = sheet.parent
            super().__init__(
                source, sheet._shared_strings, True, book.epoch, book._date_formats, book._timedelta_formats, True
            )
            self.areas: list[tuple[int, int, int, int]] = []  # left, top, right, bottom
            self.hidden_columns: list[str] = []
            self.margins: list[tuple[str, str]] = []  # printed above and below each page: (which, text)
            self.row_counter: int
            self.col_counter: int

        def parse_cell(self, element: Any) -> dict[str, Any]:
            try:
                cell: dict[str, Any] = super().parse_cell(element)
                sheet.parent._cell_styles[int(cell["style_id"])]
            except (ValueError, IndexError, OverflowError, TypeError, AttributeError):
                return {"row": self.row_counter, "column": max(1, self.col_counter), "value": element.get("r") or "?",
                        "data_type": "unreadable", "style_id": 0}  # fmt: skip
            if cell["value"] is None and element.find(FORMULA_TAG) is not None:
                cell["data_type"] = "f"
            return cell

        def rows(self) -> Iterator[tuple[bool, list[Any]]]:
            # Closed elements outside rows are cleared at once, so that memory does not grow with the sheet.
            outside, open_elements = True, []
            for event, element in iterparse(self.source, ("start", "end")):
                if event == "start":
                    open_elements.append(element)
                    outside = outside and element.tag != ROW_TAG
                    continue
                open_elements.pop()
                if element.tag == ROW_TAG:
                    outside = True
                    if not any(len(cell) for cell in element):
                        # Formatted but empty: a sheet may have a million such rows.
                        self.row_counter, cells = _number_of(element, self.row_counter + 1), []
                    else:
                        _, cells = self.parse_row(element)
                    self.row_dimensions.clear()
                    kept = [cell for cell in cells if cell["value"] not in (None, "") or cell["data_type"] == "f"]
                    yield _hidden(element, "ht"), [ReadOnlyCell(sheet, **cell) for cell in kept]
                elif element.tag == COL_TAG and _hidden(element, "width"):
                    ends = [
                        get_column_letter(min(16_384, max(1, int(element.get(end, "1"))))) for end in ("min", "max")
                    ]
                    self.hidden_columns.append("–".join(dict.fromkeys(ends)))
                elif element.tag.endswith(_MARGINS) and element.text:
                    which = element.tag.rpartition("}")[2]
                    self.margins.append((which, _CODES.sub(" ", element.text).strip()))
                elif element.tag == merge_tag:
                    self.areas.append(range_boundaries(element.get("ref", "")))
                if outside and open_elements:
                    open_elements[-1].clear()

    return Reader(sheet._get_source())


def _number_of(row: Any, following: int) -> int:
    number = row.get("r", "")
    return int(number) if number.isdecimal() and len(number) < 9 else following


def _hidden(element: Any, size: str) -> bool:
    """True if marked as hidden, or if its height or width (`size`) is zero."""
    return element.get("hidden") in ("1", "true") or element.get(size) in ("0", "0.0")
