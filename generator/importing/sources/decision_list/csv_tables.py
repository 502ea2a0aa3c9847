"""Reads the table of a CSV file with any usual separator."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path

from generator.importing.draft_record import ImportRefused
from generator.importing.input_file import guard_conflict
from generator.importing.sources.decision_list.header import find_header
from generator.importing.sources.decision_list.rows import (
    MAX_COLUMNS,
    MAX_ROWS,
    Aside,
    Budget,
    SourceRow,
    Table,
    too_big,
)
from generator.importing.sources.decision_list.text_tables import MAX_BYTES, cell_of, even, read_text

MIN_COLUMNS = 3  # of a list
SEPARATORS = ";\t|,"


def read_csv(file: Path) -> list[Table]:
    """One table. The separator is the one that gives most rows the same number of columns."""
    text = read_text(file)
    table = Table(file.name, sheet=True)
    named = re.match(r"sep=(.)\r?\n", text)  # Excel's own first line
    text = (text[named.end() :] if named else text).replace("\r\n", "\n").replace("\r", "\n")
    mark = named[1] if named else separator(text)
    guard_conflict(file, text)
    _guard_quotes(file, text, mark)
    budget = Budget(ImportRefused(too_big(file, "quá nhiều ô, quá nhiều chữ")))
    csv.field_size_limit(MAX_BYTES)
    try:
        for number, values in enumerate(csv.reader(io.StringIO(text), delimiter=mark, strict=False), start=1):
            if number > MAX_ROWS or len(values) > MAX_COLUMNS:
                raise ImportRefused(too_big(file, f"hơn {MAX_ROWS} dòng hoặc {MAX_COLUMNS} cột"))
            cells = [
                cell_of(value, f"dòng {number}, cột {at}", table.unread) for at, value in enumerate(values, start=1)
            ]
            for cell in cells:
                budget.spend(cell.text)
            if any(cell.text or cell.struck for cell in cells):
                table.rows.append(SourceRow(f"dòng {number} ({file.name})", cells))
    except csv.Error as error:
        raise ImportRefused(f"{file}: tệp CSV viết sai ({error}). Lưu lại từ Excel.") from None
    _drop_shifted(table)
    return [even(table)]


def _drop_shifted(table: Table) -> None:
    """Report and remove the rows with more cells than the others: an unquoted separator inside a cell moves all that
    follows. A program writes the same number into every row; a list with a header of its own stays."""
    widths = [len(row.cells) for row in table.rows]
    usual = max(set(widths), key=widths.count, default=0)
    others = [row for row in table.rows if len(row.cells) <= usual]
    last = max((at + 1 for row in others for at, cell in enumerate(row.cells) if cell.text), default=usual)
    longer = [row for row in table.rows if len(row.cells) > usual and any(cell.text for cell in row.cells[last:])]
    if not longer or usual < MIN_COLUMNS or 2 * widths.count(usual) <= len(widths) or find_header(Table("", longer)):
        return
    table.rows = [row for row in table.rows if not any(row is one for one in longer)]
    reason = f"có nhiều hơn {usual} ô, có thể lệch cột vì dấu phân cách nằm trong ô"
    for row in longer:
        table.unread.append(Aside(row.location, row.words(), reason))
    shown = "; ".join(f"{row.location}: {row.words()[:100]}" for row in longer[:3])
    table.warnings.append(f"{len(longer)} dòng {reason}, không nhập (đặt ô đó trong ngoặc kép): {shown}")


def _guard_quotes(file: Path, text: str, mark: str) -> None:
    """Raise ImportRefused when a quote is never closed: everything after it would be one cell."""
    rows = csv.reader(io.StringIO(text), delimiter=mark, strict=True)
    try:
        for _ in rows:
            pass
    except csv.Error as error:
        if "unexpected end" in str(error):
            raise ImportRefused(f"{file}: có dấu ngoặc kép mở mà không đóng. Lưu lại từ Excel.") from None


def separator(text: str) -> str:
    """The separator of a CSV text."""
    sample = "\n".join(text.splitlines()[:50])

    def score(mark: str) -> tuple[int, int]:
        widths = [len(row) for row in csv.reader(io.StringIO(sample), delimiter=mark) if row]
        usual = max(set(widths), key=widths.count, default=1)
        return (widths.count(usual) if usual > 1 else 0, usual)

    return max(SEPARATORS, key=score)
