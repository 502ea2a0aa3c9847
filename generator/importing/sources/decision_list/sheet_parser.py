"""Streams the cells of one XLSX sheet with openpyxl's own cell parser, one row in memory at a time.

It derives from a class of openpyxl, so it is imported only once a workbook is read: the library is optional.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Any, NamedTuple
from xml.etree.ElementTree import iterparse

from openpyxl.cell.read_only import ReadOnlyCell
from openpyxl.utils import column_index_from_string, get_column_letter, range_boundaries
from openpyxl.worksheet._reader import COL_TAG, FORMULA_TAG, INLINE_STRING, ROW_TAG, VALUE_TAG, WorkSheetParser

from generator.importing.sources.decision_list.package_parts import ATTRIBUTES
from generator.importing.sources.decision_list.sheet_cells import MAIN, SheetCell, SheetPart, text_of
from generator.importing.sources.decision_list.sheet_values import Value, value_of

_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_MERGED = f"{MAIN}mergeCell"
_READ_AS_A_WHOLE = (
    "}dataValidation",
    "}formula1",
    "}conditionalFormatting",
    "}cfRule",
)  # elements whose children are still needed when they end
_SHORT = 100  # letters of a text that may come again
_REMEMBERED = 10_000  # such texts
_MARGINS = ("Header", "Footer")
_MARGIN_CODES = re.compile(r'&"[^"]*"|&K[0-9A-Fa-f]{6}|&\d{1,3}|&[A-Za-z]')  # font, colour, size, page number
_LAST_COLUMN = 16_384

_column_number = cache(column_index_from_string)


class MergedArea(NamedTuple):
    """Rows and columns from 1, both ends included."""

    left: int
    top: int
    right: int
    bottom: int


class TextBeside(NamedTuple):
    """A text that is in no cell. place: cells, or a margin of the page; kind: what it is, in Vietnamese."""

    place: str
    text: str
    kind: str


class CellLink(NamedTuple):
    """cells: the cells that are linked, like “A1:B2”; relation: identifies the address in the package."""

    cells: str
    relation: str


class SheetParser(WorkSheetParser):  # type: ignore[misc]
    """The cells of a sheet, row by row (`rows`). Once these have been read: `areas`, `hidden_columns`, `beside`,
    `links`, `struck_by_rule` (cells that a condition strikes through)."""

    def __init__(self, sheet: SheetPart) -> None:
        book = sheet.parent
        source = book._archive.open(sheet.part)
        super().__init__(source, sheet.strings, True, book.epoch, book._date_formats, book._timedelta_formats, True)
        self.sheet = sheet
        self.areas: list[MergedArea] = []
        self.hidden_columns: list[str] = []
        self.beside: list[TextBeside] = []
        self.links: list[CellLink] = []
        self.struck_by_rule: list[str] = []
        looks = book._differential_styles.styles
        self._striking = {str(at) for at, look in enumerate(looks) if look.font and look.font.strike}
        self.row_counter: int
        self.col_counter: int
        self._look = cache(self._look_of)
        self._value_of_text = lru_cache(maxsize=_REMEMBERED)(self._value_of)  # the same texts in column after column

    def rows(self) -> Iterator[tuple[bool, list[SheetCell]]]:
        """(is the row hidden, its cells that are not empty) of every row."""
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
                yield _hidden(element, "ht"), self._cells_of(element)
            else:
                self._note(element)
            if outside and open_elements and not open_elements[-1].tag.endswith(_READ_AS_A_WHOLE):
                open_elements[-1].clear()

    def _cells_of(self, row: Any) -> list[SheetCell]:
        self.row_counter, self.col_counter = _number_of(row, self.row_counter + 1), 0
        if not any(len(cell) for cell in row):  # a sheet may have a million rows with formats alone
            return []
        return [cell for element in row if (cell := self._read(element)) is not None]

    def _note(self, element: Any) -> None:
        """Note what an element that is no row says: a hidden column, a merged area, a link, a text beside the cells."""
        if element.tag == COL_TAG:
            if _hidden(element, "width"):
                self.hidden_columns.append(_columns(element))
        elif element.tag.endswith(_MARGINS) and element.text:
            margin = element.tag.rpartition("}")[2]
            text = _MARGIN_CODES.sub(" ", element.text).strip()
            self.beside.append(TextBeside(margin, text, "đầu trang, chân trang in"))
        elif element.tag.endswith("}hyperlink"):
            cells = element.get("ref", "")
            self.links.append(CellLink(cells, element.get(_RELATION) or ""))
            self._note_words(element, cells, "lời nhắc của liên kết")
        elif element.tag.endswith("}conditionalFormatting"):
            if any(rule.get("dxfId") in self._striking for rule in element):
                self.struck_by_rule.append(element.get("sqref", ""))
        elif element.tag.endswith("}dataValidation"):
            self._note_words(element, element.get("sqref", ""), "lựa chọn, lời nhắc của ô")
        elif element.tag == _MERGED:
            self.areas.append(MergedArea(*range_boundaries(element.get("ref", ""))))

    def _note_words(self, element: Any, place: str, kind: str) -> None:
        """Note the words of an element beside the cells: its texts for people, the choices that it lists."""
        lists = (part.text for part in element.iter() if part.tag.endswith(("}formula1", "}f")) and part.text)
        choices = [text.strip('"') for text in lists if text.startswith('"')]
        attributes = [element.get(key) for key in sorted(ATTRIBUTES.intersection(element.keys()))]
        if text := " | ".join(filter(None, [*attributes, *choices])):
            self.beside.append(TextBeside(place, text, kind))

    def _read(self, element: object) -> SheetCell | None:
        """A cell, None if it is empty. Plain texts are read here, all else by openpyxl."""
        try:
            cell = self._read_text(element)
        except (ValueError, IndexError):
            cell = None  # openpyxl decides
        if cell is None:
            return self._read_any(element)
        return cell if cell.raw else None

    def _read_text(self, element: Any) -> SheetCell | None:
        """A cell with a text of one format and a usual address; None for any other. Raises ValueError, IndexError."""
        kind, address = element.get("t", "n"), element.get("r") or ""
        letters = address.rstrip("0123456789")
        raw: Any = None
        if kind == "s" and len(element) == 1 and element[0].tag == VALUE_TAG and element[0].text:
            raw = self.shared_strings[int(element[0].text)]
        elif kind == "inlineStr" and len(element) == 1 and element[0].tag == INLINE_STRING:
            raw, kind = text_of(element[0]), "s"
        if not isinstance(raw, str) or not letters or address[len(letters)] == "0":
            return None
        row, column = int(address[len(letters) :]), _column_number(letters)
        self.col_counter = column
        style = int(element.get("s") or 0)
        if not raw:
            return SheetCell(row, column, raw, Value())
        value_of_text = self._value_of_text if len(raw) < _SHORT else self._value_of
        return SheetCell(row, column, raw, value_of_text(raw, kind, style))

    def _read_any(self, element: Any) -> SheetCell | None:
        try:
            cell: dict[str, Any] = self.parse_cell(element)
            self._look(int(cell["style_id"]))
        except (ValueError, IndexError, OverflowError, TypeError, AttributeError):
            raw = element.get("r") or "?"
            return SheetCell(self.row_counter, max(1, self.col_counter), raw, self._value_of(raw, "unreadable", 0))
        raw, kind = cell["value"], cell["data_type"]
        if raw is None and element.find(FORMULA_TAG) is not None:
            kind = "f"
        if raw in (None, "") and kind != "f":
            return None
        return SheetCell(cell["row"], cell["column"], raw, self._value_of(raw, kind, int(cell["style_id"])))

    def _value_of(self, raw: object, kind: str, style: int) -> Value:
        font, number_format = self._look(style)
        return value_of(raw, kind, font, number_format)

    def _look_of(self, style: int) -> tuple[Any, str]:
        """(font, number format) of a style. Raises IndexError."""
        cell = ReadOnlyCell(self.sheet, 1, 1, None, style_id=style)
        return cell.font, cell.number_format


def _columns(element: Any) -> str:
    """The columns of a `col`, like “B” or “B–D”."""
    numbers = [min(_LAST_COLUMN, max(1, int(element.get(end, "1")))) for end in ("min", "max")]
    return "–".join(dict.fromkeys(get_column_letter(number) for number in numbers))


def _number_of(row: Any, following: int) -> int:
    number = row.get("r", "")
    return int(number) if number.isdecimal() and len(number) < 9 else following


def _hidden(element: Any, size: str) -> bool:
    """True if marked as hidden, or if its height or width (`size`) is zero."""
    return element.get("hidden") in ("1", "true") or element.get(size) in ("0", "0.0")
