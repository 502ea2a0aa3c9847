"""Reads tables from text files: CSV with any usual separator, and HTML (saved pages, exports that are called .xls)."""

from __future__ import annotations

import csv
import io
from html.parser import HTMLParser
from pathlib import Path

from generator.importing import text_cleaning
from generator.importing.draft_record import ImportRefused
from generator.importing.input_file import open_regular
from generator.importing.sources.decision_list.rows import (
    EMPTY,
    MAX_CELLS,
    MAX_COLUMNS,
    MAX_ROWS,
    Budget,
    Cell,
    SourceRow,
    Table,
    too_big,
)

MAX_BYTES = 20_000_000
SEPARATORS = ";\t|,"
_MAX_SPAN = 200
_SKIPPED = {"script", "style", "noscript", "template", "svg"}
_BLOCKS = {"p", "div", "li", "br", "h1", "h2", "h3", "h4", "h5", "h6", "tr", "dt", "dd", "section", "label", "title"}


def read_text(file: Path) -> str:
    """The text of `file`. Raises ImportRefused when it is too big or in an unknown encoding."""
    with open_regular(file) as stream:
        raw = stream.read(MAX_BYTES + 1)
    if len(raw) > MAX_BYTES:
        raise ImportRefused(too_big(file, f"hơn {MAX_BYTES:,} byte".replace(",", ".")))
    try:
        return raw.decode("utf-16" if raw[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig")
    except UnicodeDecodeError as error:
        raise ImportRefused(
            f"{file}: byte thứ {error.start + 1} không phải UTF-8. Lưu lại tệp với mã hóa UTF-8."
        ) from None


def read_csv(file: Path) -> list[Table]:
    """One table. The separator is the one that gives most rows the same number of columns."""
    text = read_text(file)
    table = Table(file.name, sheet=True)
    budget = Budget(ImportRefused(too_big(file, "quá nhiều ô, quá nhiều chữ")))
    csv.field_size_limit(MAX_BYTES)
    try:
        for number, values in enumerate(
            csv.reader(io.StringIO(text), delimiter=separator(text), strict=False), start=1
        ):
            if number > MAX_ROWS or len(values) > MAX_COLUMNS:
                raise ImportRefused(too_big(file, f"hơn {MAX_ROWS} dòng hoặc {MAX_COLUMNS} cột"))
            cells = [Cell(text_cleaning.text(value)) for value in values]
            for cell in cells:
                budget.spend(cell.text)
            if any(cell.text for cell in cells):
                table.rows.append(SourceRow(f"dòng {number} ({file.name})", cells))
    except csv.Error as error:
        raise ImportRefused(f"{file}: tệp CSV viết sai ({error}). Lưu lại từ Excel.") from None
    return [_even(table)]


def separator(text: str) -> str:
    """The separator of a CSV text."""
    sample = "\n".join(text.splitlines()[:50])

    def score(mark: str) -> tuple[int, int]:
        widths = [len(row) for row in csv.reader(io.StringIO(sample), delimiter=mark) if row]
        usual = max(set(widths), key=widths.count, default=1)
        return (widths.count(usual) if usual > 1 else 0, usual)

    return max(SEPARATORS, key=score)


def read_html(file: Path) -> list[Table]:
    """Every table of the page, then one without rows for the text after them."""
    parser = _Page(file)
    parser.feed(read_text(file))
    parser.close()
    return parser.finish()


class _Page(HTMLParser):
    """Collects tables and the text around them. A table inside a cell becomes text of that cell."""

    def __init__(self, file: Path) -> None:
        super().__init__(convert_charrefs=True)
        self._file = file
        self._tables: list[Table] = []
        self._words: list[str] = [""]
        self._depth = self._skipped = self._cells = 0
        self._rows: list[list[Cell]] = []
        self._spans: dict[int, tuple[int, Cell]] = {}  # column -> (rows left, the cell that spans them)
        self._cell: list[str] | None = None
        self._size = (1, 1)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        if tag in _SKIPPED:
            self._skipped += 1
        elif tag == "table":
            self._depth += 1
            if self._depth == 1:
                self._rows, self._spans, self._cell = [], {}, None
        elif self._depth == 1 and tag == "tr":
            self._end_cell()
            self._rows.append([])
        elif self._depth == 1 and tag in ("td", "th"):
            self._end_cell()
            if not self._rows:
                self._rows.append([])
            found = dict(attributes)
            self._size = (_span(found.get("colspan")), _span(found.get("rowspan")))
            self._cell = []
        elif tag in _BLOCKS:
            self.handle_data("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in _SKIPPED:
            self._skipped = max(0, self._skipped - 1)
        elif tag == "table" and self._depth:
            if self._depth == 1:
                self._end_cell()
                self._end_table()
            self._depth -= 1
        elif self._depth == 1 and tag in ("td", "th", "tr"):
            self._end_cell()
        elif tag in _BLOCKS or (tag in ("td", "th") and self._depth > 1):
            self.handle_data("\n")

    def handle_data(self, data: str) -> None:
        if self._skipped:
            return
        if self._depth:
            if self._cell is not None:
                self._cell.append(data)
        else:
            self._words.append(data)

    def finish(self) -> list[Table]:
        """The tables, then the text after them."""
        while self._depth:
            self.handle_endtag("table")
        return [*self._tables, Table("", heading=self._heading())]

    def _heading(self) -> str:
        text = text_cleaning.text("".join(self._words))
        self._words = []
        return "\n".join(line for line in text.split("\n") if line)

    def _end_cell(self) -> None:
        if self._cell is None:
            return
        row, (width, height) = self._rows[-1], self._size
        self._fill(row)
        self._cells += width
        if self._cells > MAX_CELLS or len(self._rows) > MAX_ROWS or len(row) + width > MAX_COLUMNS:
            raise ImportRefused(too_big(self._file, "bảng quá lớn"))
        cell = Cell(text_cleaning.text("".join(self._cell)), width)
        for column in range(len(row), len(row) + width):
            if height > 1:
                self._spans[column] = (height - 1, Cell(cell.text, 1, True))
            row.append(cell if column == len(row) else Cell(cell.text))
        self._cell = None

    def _fill(self, row: list[Cell]) -> None:
        """Repeat the cells of the rows above that span this one."""
        while len(row) in self._spans:
            left, cell = self._spans.pop(len(row))
            if left > 1:
                self._spans[len(row)] = (left - 1, cell)
            row.append(cell)

    def _end_table(self) -> None:
        table = Table(f"bảng {len(self._tables) + 1}", heading=self._heading())
        for number, row in enumerate(self._rows, start=1):
            self._fill(row)
            if any(cell.text for cell in row):
                table.rows.append(SourceRow(f"dòng {number} ({table.name})", row))
        self._tables.append(_even(table))


def _even(table: Table) -> Table:
    width = max((len(row.cells) for row in table.rows), default=0)
    for row in table.rows:
        row.cells += [EMPTY] * (width - len(row.cells))
    return table


def _span(text: str | None) -> int:
    return min(_MAX_SPAN, max(1, int(text))) if text and text.isdecimal() and len(text) < 6 else 1
