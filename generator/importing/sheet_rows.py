"""XLSX to rows: fonts decide the encoding, merged cells are filled, hidden rows marked, codes typed as numbers restored."""

from __future__ import annotations

import re
import warnings
from pathlib import Path
from typing import Any

from generator.importing import archives, clean
from generator.importing.imported import ImportRefused
from generator.importing.list_rows import Cell, Row, Table
from generator.importing.old_encodings import looks_old, to_unicode

MAX_ROWS = 50_000
MAX_COLUMNS = 80


def read_tables(file: Path) -> list[Table]:
    """Every visible sheet. Raises ImportRefused when the workbook must not or cannot be read."""
    archives.guard(file)
    try:
        from openpyxl import load_workbook
    except ImportError:
        raise ImportRefused("thiếu thư viện openpyxl để đọc .xlsx. Cài thêm: pip install '.[import]'.") from None
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # openpyxl warns about styles it does not keep
            book = load_workbook(file, data_only=True, rich_text=True)
    except Exception as error:  # openpyxl raises a dozen kinds for damaged parts
        raise ImportRefused(
            f"{file}: không đọc được bảng tính ({type(error).__name__}). Mở bằng Excel rồi lưu lại thành .xlsx."
        ) from None
    tables = []
    for sheet in book.worksheets:
        if sheet.sheet_state != "visible":
            tables.append(Table(sheet.title, warnings=[f"trang tính ẩn “{sheet.title}” không được nhập"]))
        else:
            tables.append(_table(sheet))
    return tables


def _table(sheet: Any) -> Table:
    table = Table(sheet.title)
    # The cells that exist, not iter_rows(): one stray cell in the last row would make that walk a million empty rows.
    cells = {
        place: cell for place, cell in sheet._cells.items() if cell.value not in (None, "") and place[1] <= MAX_COLUMNS
    }
    numbers = sorted({row for row, _ in cells})[:MAX_ROWS]
    width = max((column for _, column in cells), default=0)
    spans, fills = _merged(sheet, width, set(numbers))
    old_looking = []
    for number in numbers:
        row = Row(
            f"dòng {number} ({sheet.title})",
            [],
            hidden=bool(sheet.row_dimensions[number].hidden) if number in sheet.row_dimensions else False,
        )
        for column in range(1, width + 1):
            source = fills.get((number, column), (number, column))
            cell = cells.get(source)
            made = _cell(cell) if cell is not None else Cell()
            made.merged = spans.get((number, column), 1)
            made.repeated = source[0] != number
            row.cells.append(made)
            if cell is not None and looks_old(made.text) and source == (number, column):
                old_looking.append(cell.coordinate)
        table.rows.append(row)
    hidden = sorted(letter for letter, size in sheet.column_dimensions.items() if size.hidden)
    if hidden:
        table.warnings.append(f"trang “{sheet.title}” có cột ẩn ({', '.join(hidden)}), vẫn được đọc")
    if old_looking:
        table.warnings.append(
            f"trang “{sheet.title}”: {len(old_looking)} ô trông như TCVN3 nhưng phông không phải .Vn nên giữ nguyên ({', '.join(old_looking[:5])})"
        )
    return table


def _merged(
    sheet: Any, width: int, rows: set[int]
) -> tuple[dict[tuple[int, int], int], dict[tuple[int, int], tuple[int, int]]]:
    spans: dict[tuple[int, int], int] = {}
    fills: dict[tuple[int, int], tuple[int, int]] = {}
    for area in sheet.merged_cells.ranges:
        spans[area.min_row, area.min_col] = area.max_col - area.min_col + 1
        for row in range(area.min_row, area.max_row + 1):
            for column in range(area.min_col, min(area.max_col, width) + 1):
                if row in rows and (row, column) != (area.min_row, area.min_col):
                    fills[row, column] = (area.min_row, area.min_col)
    return spans, fills


def _cell(cell: Any) -> Cell:
    value = cell.value
    font = cell.font.name if cell.font else None
    if isinstance(value, bool):
        return Cell("Có" if value else "Không")
    if isinstance(value, (int, float)):
        return _number(value, cell.number_format)
    if hasattr(value, "isoformat"):
        return Cell(value.strftime("%d/%m/%Y"))
    if isinstance(value, str) and not isinstance(value, list):
        return Cell(clean.text(to_unicode(value, font)))
    # Rich text: each piece may have a font of its own.
    pieces = [
        to_unicode(piece, font) if isinstance(piece, str) else to_unicode(piece.text or "", piece.font.rFont or font)
        for piece in value
    ]
    return Cell(clean.text("".join(pieces)))


def _number(value: int | float, number_format: str) -> Cell:
    """A number as the sheet shows it. Codes have six decimals, so 1.00011 can only have been 1.000110."""
    decimals = re.search(r"\.(0+)", number_format or "")
    if isinstance(value, float) and value != int(value):
        shown = f"{value:.{len(decimals[1])}f}" if decimals else repr(value)
        six = f"{value:.6f}"
        code = six if 1 <= value < 10 and abs(float(six) - value) < 1e-9 else ""
        return Cell(
            code if decimals and len(decimals[1]) == 6 and code else shown.replace(".", ",") if not code else shown,
            code=code,
        )
    code = f"{value:.6f}" if decimals and len(decimals[1]) == 6 and 1 <= value < 10 else ""
    return Cell(code or str(int(value)), code=code)
