"""Streams the cells of one XLSX sheet with openpyxl's own cell parser, one row in memory at a time."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import IO, Any, NamedTuple
from xml.etree.ElementTree import iterparse

from generator.importing.sources.decision_list.package_parts import ATTRIBUTES
from generator.importing.sources.decision_list.sheet_values import Value, value_of

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_WHOLE = ("}dataValidation", "}formula1")  # elements that are looked at when they end, with what is in them
_SHORT = 100  # letters of a text that may come again
_REMEMBERED = 10_000  # such texts
_MARGINS = ("Header", "Footer")
_CODES = re.compile(r'&"[^"]*"|&K[0-9A-Fa-f]{6}|&\d{1,3}|&[A-Za-z]')  # font, colour, size, page number


def column_name(number: int) -> str:
    """“AB” for 28."""
    name = ""
    while number:
        number, rest = divmod(number - 1, 26)
        name = chr(65 + rest) + name
    return name


class SheetPart(NamedTuple):
    """A sheet of an open workbook. parent: openpyxl's workbook; state: visible, hidden or veryHidden; part: its name in
    the package; strings: the shared texts."""

    parent: Any
    title: str
    state: str
    part: str
    strings: list[Any]


class SheetCell(NamedTuple):
    """raw: as openpyxl reads it; value: as it is displayed."""

    row: int
    column: int
    raw: Any
    value: Value

    @property
    def coordinate(self) -> str:
        return f"{column_name(self.column)}{self.row}"


def shared_strings(stream: IO[bytes]) -> list[Any]:
    """The texts that cells name by number: a text, or the pieces of a text with several formats."""
    strings: list[Any] = []
    open_elements: list[Any] = []
    for event, element in iterparse(stream, ("start", "end")):
        if event == "start":
            open_elements.append(element)
            continue
        open_elements.pop()
        if element.tag == f"{_MAIN}si":
            strings.append(_text_of(element))
            if open_elements:
                open_elements[-1].clear()  # so that memory holds one string as XML at a time
    return strings


def _text_of(element: Any) -> Any:
    """The text of a `si` or `is`; openpyxl's pieces where its parts have formats of their own."""
    from openpyxl.cell.rich_text import CellRichText

    if len(element) == 1 and element[0].tag == f"{_MAIN}t":  # nearly every text
        return (element[0].text or "").replace("x005F_", "")
    text = CellRichText.from_tree(element)
    return (text[0] if len(text) == 1 and isinstance(text[0], str) else text) or ""


def cell_reader(sheet: SheetPart) -> Any:
    """openpyxl's cell parser, streaming the XML of the sheet with one row in memory at a time."""
    from openpyxl.cell.read_only import ReadOnlyCell
    from openpyxl.utils import column_index_from_string, get_column_letter, range_boundaries
    from openpyxl.worksheet._reader import COL_TAG, FORMULA_TAG, INLINE_STRING, ROW_TAG, VALUE_TAG, WorkSheetParser

    merge_tag = f"{_MAIN}mergeCell"
    column_of = cache(column_index_from_string)

    class Reader(WorkSheetParser):  # type: ignore[misc]
        def __init__(self, source: Any) -> None:
            book = sheet.parent
            super().__init__(source, sheet.strings, True, book.epoch, book._date_formats, book._timedelta_formats, True)
            self.areas: list[tuple[int, int, int, int]] = []  # left, top, right, bottom
            self.hidden_columns: list[str] = []
            self.beside: list[tuple[str, str, str]] = []  # texts that are in no cell: (place, text, what it is)
            self.links: list[tuple[str, str]] = []  # (cells, identifier of the relation)
            self.row_counter: int
            self.col_counter: int
            self._look = cache(self._look_of)
            self._value_of_text = lru_cache(maxsize=_REMEMBERED)(
                self._value_of
            )  # the same texts in column after column

        def _look_of(self, style: int) -> tuple[Any, str]:
            """(font, number format) of a style. Raises IndexError."""
            cell = ReadOnlyCell(sheet, 1, 1, None, style_id=style)
            return cell.font, cell.number_format

        def _value_of(self, raw: Any, kind: str, style: int) -> Value:
            font, number_format = self._look(style)
            return value_of(raw, kind, font, number_format)

        def _read(self, element: Any) -> SheetCell | None:
            """A cell, None if it is empty. Texts and plain numbers are read here, all else by openpyxl."""
            kind, reference = element.get("t", "n"), element.get("r") or ""
            letters = reference.rstrip("0123456789")
            raw: Any = None
            try:
                if kind == "s" and len(element) == 1 and element[0].tag == VALUE_TAG and element[0].text:
                    raw = self.shared_strings[int(element[0].text)]
                elif kind == "inlineStr" and len(element) == 1 and element[0].tag == INLINE_STRING:
                    raw, kind = _text_of(element[0]), "s"
                if isinstance(raw, str) and letters and reference[len(letters)] != "0":
                    row, column = int(reference[len(letters) :]), column_of(letters)
                    self.col_counter = column
                    style = int(element.get("s") or 0)
                    get = self._value_of_text if len(raw) < _SHORT else self._value_of
                    return SheetCell(row, column, raw, get(raw, kind, style)) if raw else None
            except (ValueError, IndexError):
                pass  # openpyxl decides
            return self._read_any(element)

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

        def _words_of(self, element: Any, place: str, what: str) -> None:
            """Note the words of an element beside the cells: its texts for people, the choices that it lists."""
            lists = (part.text for part in element.iter() if part.tag.endswith(("}formula1", "}f")) and part.text)
            choices = [text.strip('"') for text in lists if text.startswith('"')]
            said = [element.get(key) for key in sorted(ATTRIBUTES.intersection(element.keys()))]
            if text := " | ".join(filter(None, [*said, *choices])):
                self.beside.append((place, text, what))

        def rows(self) -> Iterator[tuple[bool, list[SheetCell]]]:
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
                    cells: list[SheetCell] = []
                    self.row_counter, self.col_counter = _number_of(element, self.row_counter + 1), 0
                    if any(len(cell) for cell in element):  # a sheet may have a million rows with formats alone
                        cells = [cell for part in element if (cell := self._read(part)) is not None]
                    yield _hidden(element, "ht"), cells
                elif element.tag == COL_TAG and _hidden(element, "width"):
                    ends = [
                        get_column_letter(min(16_384, max(1, int(element.get(end, "1"))))) for end in ("min", "max")
                    ]
                    self.hidden_columns.append("–".join(dict.fromkeys(ends)))
                elif element.tag.endswith(_MARGINS) and element.text:
                    which = element.tag.rpartition("}")[2]
                    self.beside.append((which, _CODES.sub(" ", element.text).strip(), "đầu trang, chân trang in"))
                elif element.tag.endswith("}hyperlink"):
                    self.links.append((element.get("ref", ""), element.get(_RELATION) or ""))
                    self._words_of(element, element.get("ref", ""), "lời nhắc của liên kết")
                elif element.tag.endswith("}dataValidation"):
                    self._words_of(element, element.get("sqref", ""), "lựa chọn, lời nhắc của ô")
                elif element.tag == merge_tag:
                    self.areas.append(range_boundaries(element.get("ref", "")))
                if outside and open_elements and not open_elements[-1].tag.endswith(_WHOLE):
                    open_elements[-1].clear()

    return Reader(sheet.parent._archive.open(sheet.part))


def _number_of(row: Any, following: int) -> int:
    number = row.get("r", "")
    return int(number) if number.isdecimal() and len(number) < 9 else following


def _hidden(element: Any, size: str) -> bool:
    """True if marked as hidden, or if its height or width (`size`) is zero."""
    return element.get("hidden") in ("1", "true") or element.get(size) in ("0", "0.0")
