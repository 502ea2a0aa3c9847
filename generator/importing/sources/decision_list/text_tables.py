"""Reads the tables of HTML (saved pages, exports that are called .xls), and what it shares with CSV."""

from __future__ import annotations

import re
from collections.abc import Set
from html.parser import HTMLParser
from pathlib import Path

from generator.importing import text_cleaning
from generator.importing.draft_record import ImportRefused
from generator.importing.input_file import decode, open_regular
from generator.importing.sources.decision_list import html_tags, symbols
from generator.importing.sources.decision_list.package_parts import unlike
from generator.importing.sources.decision_list.rows import (
    EMPTY,
    FORMULA,
    MAX_CELLS,
    MAX_COLUMNS,
    MAX_ROWS,
    Aside,
    Cell,
    SourceRow,
    Table,
    is_error,
    is_formula,
    too_big,
)

MAX_BYTES = 20_000_000
_FOR_PROGRAMS = "mã chương trình của trang web"


def read_text(file: Path) -> str:
    """The text of `file`. Raises ImportRefused when it is too big or in an unknown encoding."""
    with open_regular(file) as stream:
        raw = stream.read(MAX_BYTES + 1)
    if len(raw) > MAX_BYTES:
        raise ImportRefused(too_big(file, f"hơn {MAX_BYTES:,} byte".replace(",", ".")))
    text = decode(raw)
    if text is None:
        raise ImportRefused(f"{file}: không phải UTF-8, cũng không phải Windows-1258. Lưu lại tệp với mã hóa UTF-8.")
    return text


def cell_of(value: str, place: str, unread: list[Aside]) -> Cell:
    """The cell of a text; what a spreadsheet or a page left in it that is no text of people is reported."""
    quoted = re.fullmatch(r'="([^"]*+(?:""[^"]*+)*+)"', value.strip())  # so that Excel takes a code for a text
    value = quoted[1].replace('""', '"') if quoted else value
    text = text_cleaning.text(value)
    unread += [Aside(place, code, _FOR_PROGRAMS) for code in text_cleaning.programs(value)]
    if is_error(text):
        unread.append(Aside(place, text, f"lỗi {text} của bảng tính"))
        return Cell(fault=f"lỗi {text} của bảng tính")
    if is_formula(text):
        unread.append(Aside(place, text, FORMULA))
        return Cell(fault=FORMULA)
    return Cell(text, struck=text_cleaning.struck(value))


def read_html(file: Path, frames: Set[int] = frozenset()) -> tuple[list[Table], list[int]]:
    """Every table of the page, then one without rows for the text after them; beside it the number of each table on the
    page that holds other tables, 0 for the others. frames: numbers of tables to read as if their cells were plain
    text of the page."""
    parser = _Page(file, frames)
    parser.feed(read_text(file))
    parser.close()
    return parser.finish(), parser.holders


class _Page(HTMLParser):
    """Collects tables and the text around them. A table inside a cell becomes text of that cell; struck-through text,
    and text that the page hides, are kept apart."""

    def __init__(self, file: Path, frames: Set[int]) -> None:
        super().__init__(convert_charrefs=True)
        self._file, self._frames = file, frames
        self.holders: list[int] = []  # of each table that was read: its number on the page if it holds others, else 0
        self._count = self._number = self._holds = 0  # tables begun, number of the outer one, of tables in it
        self._around: list[bool] = []  # of each open table: it is one of the frames
        self._tables: list[Table] = []
        self._words: list[str] = [""]
        self._depth = self._cells = 0
        self._rows: list[list[Cell]] = []
        self._spans: dict[int, tuple[int, Cell]] = {}  # column -> (rows left, the cell that spans them)
        self._cell: list[str] | None = None
        self._struck: list[str] = []
        self._hidden: list[str] = []
        self._unread: list[Aside] = []
        # Open tags that change what text is: (tag, its manners, its font).
        self._open: list[tuple[str, frozenset[str], str]] = []
        self._classes: dict[str, set[str]] = {}  # of the style sheets so far: what they say of text
        self._size = (1, 1)
        self._options: list[tuple[bool, list[str]]] | None = None  # of the open list to choose from: (chosen, text)
        self._link: tuple[str, list[str]] | None = None  # of the open link: its address, the text that is shown
        self._level = self._row_level = 0  # how many of the open tags are outside the cell, the rows

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        found = dict(attributes)
        kinds, font = html_tags.manners(tag, found, self._classes), html_tags.font(found)
        if self._depth == 1 and tag in ("tr", "td", "th"):  # they need not be closed
            self._end_cell()
            if tag == "tr":
                del self._open[self._row_level :]
        self._beside_tag(tag, found)
        if tag == "select":
            self._options = []
        elif tag == "option" and self._options is not None:
            self._options.append(("selected" in found, []))
        if (kinds or font) and tag not in html_tags.VOID:
            self._open.append((tag, frozenset(kinds), font))
        if tag in html_tags.SKIPPED:
            return
        if tag == "table":
            self._count += 1
            self._around.append(self._count in self._frames)
            if self._around[-1] and not self._depth:
                self.handle_data("\n")
                return
            self._depth += 1
            self._holds += 1
            if self._depth == 1:
                self._rows, self._spans, self._cell = [], {}, None
                self._number, self._holds = self._count, 0
                self._row_level = len(self._open)
        elif self._depth == 1 and tag == "tr":
            self._rows.append([])
        elif self._depth == 1 and tag in ("td", "th"):
            if not self._rows:
                self._rows.append([])
            self._size = (html_tags.span(found.get("colspan")), html_tags.span(found.get("rowspan")))
            self._cell, self._level = [], len(self._open) - bool(kinds or font)
        elif tag == "input" and (found.get("type") or "text").lower() in html_tags.TYPED:
            self.handle_data(f" {found.get('value') or ''} ")
        elif tag in html_tags.BLOCKS or (tag in ("td", "th") and not self._depth):
            self.handle_data("\n")

    def _beside_tag(self, tag: str, attributes: dict[str, str | None]) -> None:
        """Report what a tag says beside the text: where a link leads, what stands for a picture, a hint."""
        for key in html_tags.SPEAKING & attributes.keys():
            if text := text_cleaning.line(attributes[key]):
                self._unread.append(Aside(self._place(), text, "chữ thay hình" if key == "alt" else "lời nhắc"))
        address = attributes.get("href") or ""
        if tag == "a" and re.match(r"(?:https?|mailto|tel):", address, re.IGNORECASE):
            self._link = (address, [])

    def _end_select(self) -> None:
        """Of a list to choose from, the chosen option is text, the first one if none is; the others are reported."""
        options, self._options = self._options or [], None
        chosen = next((at for at, (selected, _) in enumerate(options) if selected), 0)
        for at, (_, pieces) in enumerate(options):
            if at == chosen:
                self.handle_data(" ".join(pieces))
            else:
                self._beside(pieces, "các lựa chọn của ô chọn")

    def handle_comment(self, data: str) -> None:
        """A comment of people; those of Word and of the server are for programs."""
        if (text := text_cleaning.line(data)) and not text.startswith(("[", "Start", "End", "<!")):
            self._unread.append(Aside(self._place(), text, "chú thích ẩn của trang"))

    def handle_endtag(self, tag: str) -> None:
        for at in range(len(self._open) - 1, -1, -1):
            if self._open[at][0] == tag:
                del self._open[at:]
                break
        if tag in html_tags.SKIPPED:
            return
        if tag == "select" and self._options is not None:
            self._end_select()
        if tag == "a" and self._link is not None:
            address, shown = self._link
            self._link = None
            if address := unlike(address, "".join(shown)):
                self._unread.append(Aside(self._place(), address, "địa chỉ của liên kết"))
        if tag == "table" and self._around and self._around.pop() and not self._depth:
            self.handle_data("\n")
        elif tag == "table" and self._depth:
            if self._depth == 1:
                self._end_cell()
                self._end_table()
            self._depth -= 1
        elif self._depth == 1 and tag in ("td", "th", "tr"):
            self._end_cell()
        elif tag in html_tags.BLOCKS or (tag in ("td", "th") and self._depth > 1):
            self.handle_data("\n")

    def handle_data(self, data: str) -> None:
        manners = {kind for _, kinds, _ in self._open for kind in kinds}
        if "skip" in manners:
            if self._open[-1][0] == "style":
                self._classes |= html_tags.classes_of(data)
            if self._cell is not None and (text := text_cleaning.line(data)):  # those of the page itself are no content
                self._unread.append(Aside(self._place(), text, _FOR_PROGRAMS))
            return
        data = symbols.letters(data, next((font for _, _, font in reversed(self._open) if font), ""))
        data = text_cleaning.raised(data) if "raised" in manners else data
        if self._link is not None:
            self._link[1].append(data)
        if self._options is not None:
            if self._options:
                self._options[-1][1].append(data)
            return
        if "hidden" in manners:
            self._hidden.append(data)
        elif "struck" in manners:
            self._struck.append(data)
        elif not self._depth:
            self._words.append(data)
        elif self._cell is not None:
            self._cell.append(data)
        elif data.strip():
            self._unread.append(Aside(self._place(), text_cleaning.line(data), "chữ nằm ngoài ô của bảng"))

    def finish(self) -> list[Table]:
        """The tables, then the text after them."""
        while self._depth:
            self.handle_endtag("table")
        heading = self._heading()
        self._beside(self._struck, "chữ bị gạch ngang")
        return [*self._tables, Table("", heading=heading, unread=self._unread)]

    def _heading(self) -> str:
        self._beside(self._hidden, "chữ ẩn")
        text = text_cleaning.text("".join(self._words))
        self._words = []
        return "\n".join(line for line in text.split("\n") if line)

    def _place(self) -> str:
        return f"dòng {len(self._rows)} (bảng {len(self._tables) + 1})" if self._depth else "ngoài bảng"

    def _beside(self, pieces: list[str], reason: str) -> None:
        text = text_cleaning.line(" ".join(pieces))
        pieces.clear()
        if text:
            self._unread.append(Aside(self._place(), text, reason))

    def _end_cell(self) -> None:
        if self._cell is None:
            return
        row, (width, height) = self._rows[-1], self._size
        self._fill(row)
        self._cells += width
        if self._cells > MAX_CELLS or len(self._rows) > MAX_ROWS or len(row) + width > MAX_COLUMNS:
            raise ImportRefused(too_big(self._file, "bảng quá lớn"))
        self._beside(self._hidden, "chữ ẩn")
        struck = text_cleaning.line(" ".join(self._struck))
        made = cell_of("".join(self._cell), self._place(), self._unread)
        cell = Cell(made.text, width, struck=f"{struck} {made.struck}".strip(), fault=made.fault)
        for column in range(len(row), len(row) + width):
            if height > 1:
                self._spans[column] = (height - 1, Cell(cell.text, 1, True))
            row.append(cell if column == len(row) else Cell(cell.text))
        self._cell = None
        self._struck.clear()
        del self._open[self._level :]  # a tag that was left open ends with its cell

    def _fill(self, row: list[Cell]) -> None:
        """Repeat the cells of the rows above that span this one."""
        while len(row) in self._spans:
            left, cell = self._spans.pop(len(row))
            if left > 1:
                self._spans[len(row)] = (left - 1, cell)
            row.append(cell)

    def _end_table(self) -> None:
        self._beside(self._struck, "chữ bị gạch ngang")
        table = Table(f"bảng {len(self._tables) + 1}", heading=self._heading())
        for number, row in enumerate(self._rows, start=1):
            self._fill(row)
            if any(cell.text or cell.struck for cell in row):
                table.rows.append(SourceRow(f"dòng {number} ({table.name})", row))
        self._tables.append(even(table))
        self.holders.append(self._number if self._holds else 0)


def even(table: Table) -> Table:
    width = max((len(row.cells) for row in table.rows), default=0)
    for row in table.rows:
        row.cells += [EMPTY] * (width - len(row.cells))
    return table
