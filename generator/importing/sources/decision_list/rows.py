"""The format-independent form of a list: rows of cells from a sheet or a document, before interpretation."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import NamedTuple

from generator.schema.values import SPREADSHEET_ERROR

MAX_ROWS = 50_000
MAX_COLUMNS = 80
MAX_CELLS = 1_000_000  # per file, including the repeats of merged cells
MAX_CHARACTERS = 60_000_000  # likewise; the texts of all procedures of the nation have under 40 million
MAX_SHOWN = 5
FORMULA = "công thức chưa có kết quả lưu trong tệp (mở bằng Excel, tính lại rồi lưu)"
_FORMULA = re.compile(r"=\s?[A-Z]{2,20}[A-Z0-9.]{0,20}\(|=\$?[A-Z]{1,3}\$?\d{1,7}(?![^\W_])", re.IGNORECASE)


@dataclass(slots=True)
class Cell:
    """text: Unicode; merged: number of columns the cell spans; repeated: it repeats the cell above (merged down)."""

    text: str = ""
    merged: int = 1
    repeated: bool = False
    code: str = ""  # a code that was typed as a number, restored
    struck: str = ""  # struck-through text, not part of `text`
    fault: str = ""  # why the text is missing or doubtful


EMPTY = Cell()  # shared by all empty cells: cells in a row are never modified


@dataclass(slots=True)
class SourceRow:
    """location: “dòng 12 (Sheet1)”; notes: texts outside the cells (footnotes, text boxes, comments)."""

    location: str
    cells: list[Cell]
    hidden: bool = False
    notes: list[str] = field(default_factory=list)

    def texts(self) -> list[str]:
        return [cell.text for cell in self.cells]

    def words(self) -> str:
        """All texts, including struck-through ones, without duplicates, for a message."""
        return " | ".join(dict.fromkeys(text for cell in self.cells for text in (cell.text, cell.struck) if text))


class Aside(NamedTuple):
    """A text of the file that is in no row and no heading; reason: a Vietnamese phrase."""

    place: str
    text: str
    reason: str


@dataclass(slots=True)
class Table:
    """The rows of one sheet or one document table.

    heading: the text before it (decision number, date); sheet: independent of the tables before it.
    """

    name: str
    rows: list[SourceRow] = field(default_factory=list)
    heading: str = ""
    sheet: bool = False
    warnings: list[str] = field(default_factory=list)
    unread: list[Aside] = field(default_factory=list)  # texts of the file that are in no row and no heading


class Notices:
    """Collects what a reader omits or changes, by kind with locations; one warning per kind."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._places: dict[str, list[str]] = {}
        self._counts: dict[str, int] = {}

    def add(self, kind: str, place: str) -> None:
        """Record that `kind` (the start of a Vietnamese sentence) happened at `place`."""
        self._counts[kind] = self._counts.get(kind, 0) + 1
        if self._counts[kind] <= MAX_SHOWN:
            self._places.setdefault(kind, []).append(place)

    def warnings(self) -> list[str]:
        """The warnings, in the order in which the kinds were first added."""
        return [
            f"{self._name}: {kind}: {', '.join(places)}"
            + (f" … và {self._counts[kind] - MAX_SHOWN} chỗ nữa" if self._counts[kind] > MAX_SHOWN else "")
            for kind, places in self._places.items()
        ]


class Budget:
    """Limits the cells and characters of a whole file. Raises `error` when a limit is exceeded."""

    def __init__(self, error: Exception) -> None:
        self._error = error
        self._cells = self._characters = 0

    def spend(self, text: str) -> None:
        """Count one cell with this text."""
        self._cells += 1
        self._characters += len(text)
        if self._cells > MAX_CELLS or self._characters > MAX_CHARACTERS:
            raise self._error


def too_big(file: object, what: str) -> str:
    """The message for a file that is larger than any real list."""
    return f"{file}: {what}, nhiều hơn mọi danh mục thật. Xóa phần thừa rồi lưu lại."


def is_formula(text: str) -> bool:
    """True if a text is a formula that was never computed (=HYPERLINK(…))."""
    return bool(_FORMULA.match(text))


def is_error(text: str) -> bool:
    """True if a text is a spreadsheet error value (#NAME?, #N/A)."""
    return bool(SPREADSHEET_ERROR.fullmatch(text.strip()))
