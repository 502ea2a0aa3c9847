"""Reads XLSX sheets as rows: decodes legacy fonts, fills merged cells, marks hidden rows, reports omissions."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from generator.importing.archive_safety import Package
from generator.importing.draft_record import ImportRefused
from generator.importing.legacy_encodings import looks_old
from generator.importing.sources.decision_list.rows import (
    EMPTY,
    MAX_COLUMNS,
    MAX_ROWS,
    Budget,
    Cell,
    Notices,
    SourceRow,
    Table,
    too_big,
)
from generator.importing.sources.decision_list.sheet_values import Value, value_of

_STRICT = b"purl.oclc.org/ooxml/spreadsheetml"
Place = tuple[int, int]


def read_tables(package: Package) -> list[Table]:
    """One table per sheet (a hidden sheet only gives a warning). Raises ImportRefused when it cannot be read."""
    try:
        from openpyxl import load_workbook
    except ImportError:
        raise ImportRefused("thiếu thư viện openpyxl để đọc .xlsx. Cài thêm: pip install '.[import]'.") from None
    file = package.file
    if _STRICT in (package.part(package.main) or b""):
        raise ImportRefused(f"{file}: bảng tính dạng “Strict Open XML”. Lưu lại thành .xlsx thường (Excel Workbook).")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # openpyxl warns about unsupported styles
            book = load_workbook(package.stream, data_only=True, read_only=True, rich_text=True)
            budget = Budget(ImportRefused(too_big(file, "quá nhiều ô, quá nhiều chữ")))
            return [_table(file, sheet, budget) for sheet in book.worksheets] + _aside(package)
    except ImportRefused:
        raise
    except Exception as error:  # openpyxl raises many kinds of exceptions for damaged parts
        raise ImportRefused(
            f"{file}: không đọc được bảng tính ({type(error).__name__}). Mở bằng Excel rồi lưu lại thành .xlsx."
        ) from None


def _aside(package: Package) -> list[Table]:
    """Warnings about content outside the cells that is not read, in a table without rows."""
    names = package.archive.namelist()
    kinds = (("xl/comments", "ghi chú gắn vào ô"), ("xl/media/", "hình"), ("xl/drawings/drawing", "hình vẽ, khung chữ"))
    found = [f"{words}" for start, words in kinds if any(name.startswith(start) for name in names)]
    return [Table("", warnings=[f"tệp có {', '.join(found)}: không đọc"])] if found else []


def _table(file: Any, sheet: Any, budget: Budget) -> Table:
    if sheet.sheet_state != "visible":
        return Table(sheet.title, warnings=[f"trang tính ẩn “{sheet.title}” không được nhập"])
    table = Table(sheet.title, sheet=True)
    notices = Notices(f"trang “{sheet.title}”")
    reader = _reader(sheet)
    values: dict[Place, Value] = {}
    hidden: set[int] = set()
    filled: set[int] = set()
    for is_hidden, cells in reader.rows():
        for cell in cells:
            value = value_of(cell.value, cell.data_type, cell.font, cell.number_format)
            if value.fault:
                shown = value.text or value.struck
                notices.add(
                    value.fault + ("" if shown else ", không nhập ô này"),
                    f"{cell.coordinate} ({shown[:40]})" if shown else cell.coordinate,
                )
            if not any(value):
                continue
            if cell.column > MAX_COLUMNS:
                notices.add(f"ô nằm ngoài {MAX_COLUMNS} cột đầu, không đọc", cell.coordinate)
                continue
            budget.spend(value.text)
            if looks_old(value.text):
                notices.add("ô trông như TCVN3 nhưng phông không phải .Vn nên giữ nguyên", cell.coordinate)
            values[cell.row, cell.column] = value
            filled.add(cell.row)
            if is_hidden:
                hidden.add(cell.row)
        if len(filled) > MAX_ROWS:
            raise ImportRefused(too_big(file, f"trang “{sheet.title}” có hơn {MAX_ROWS} dòng"))
    numbers = sorted(filled)
    width = max((column for _, column in values), default=0)
    spans, fills = _merged(reader.areas, width, set(numbers))
    made = {
        place: Cell(value.text, spans.get(place, 1), False, value.code, value.struck, value.fault)
        for place, value in values.items()
    }
    for number in numbers:
        row = SourceRow(f"dòng {number} ({sheet.title})", [], hidden=number in hidden)
        for column in range(1, width + 1):
            source = fills.get((number, column), (number, column))
            cell = made.get(source, EMPTY)
            if source != (number, column) and cell is not EMPTY:
                budget.spend(cell.text)
                cell = replace(cell, merged=1, repeated=source[0] != number)
            row.cells.append(cell)
        table.rows.append(row)
    table.warnings = notices.warnings()
    if reader.hidden_columns:
        table.warnings.append(f"trang “{sheet.title}” có cột ẩn ({', '.join(reader.hidden_columns)}), vẫn được đọc")
    return table


def _reader(sheet: Any) -> Any:
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


def _merged(
    areas: list[tuple[int, int, int, int]], width: int, rows: set[int]
) -> tuple[dict[Place, int], dict[Place, Place]]:
    spans: dict[Place, int] = {}
    fills: dict[Place, Place] = {}
    for left, top, right, bottom in areas:
        spans[top, left] = right - left + 1
        for row in range(top, bottom + 1):
            for column in range(left, min(right, width) + 1):
                if row in rows and (row, column) != (top, left):
                    fills[row, column] = (top, left)
    return spans, fills
