"""The neutral form of a list: rows of cells from a sheet or a document, before anybody asks what they mean."""

from __future__ import annotations

from dataclasses import dataclass, field

from generator.schema.values import SPREADSHEET_ERROR

MAX_ROWS = 50_000
MAX_COLUMNS = 80
MAX_CELLS = 1_000_000  # of a file, the repeats of merged ones counted
MAX_CHARACTERS = 30_000_000  # likewise; the longest real list at hand has under a million
SHOWN = 5


@dataclass(slots=True)
class Cell:
    """text: Unicode; merged: how many columns the cell spans; repeated: it only repeats the cell above (merged down)."""

    text: str = ""
    merged: int = 1
    repeated: bool = False
    code: str = ""  # a code that was typed as a number, restored
    struck: str = ""  # words struck through, not part of the text
    fault: str = ""  # why the text is missing or doubtful


EMPTY = Cell()  # shared by all empty places: cells are not changed once they stand in a row


@dataclass(slots=True)
class SourceRow:
    """where: “dòng 12 (Sheet1)”; notes: words that stand beside the cells (footnotes, text boxes, comments)."""

    where: str
    cells: list[Cell]
    hidden: bool = False
    notes: list[str] = field(default_factory=list)

    def texts(self) -> list[str]:
        return [cell.text for cell in self.cells]

    def words(self) -> str:
        """All texts, struck ones too, each once, for a message."""
        return " | ".join(dict.fromkeys(text for cell in self.cells for text in (cell.text, cell.struck) if text))


@dataclass(slots=True)
class Table:
    """rows of one sheet or one table; heading: the text before it (decision number, date); sheet: it stands for itself,
    nothing that was said of the table before holds for it."""

    name: str
    rows: list[SourceRow] = field(default_factory=list)
    heading: str = ""
    sheet: bool = False
    warnings: list[str] = field(default_factory=list)


class Notices:
    """What a reader leaves out or changes, by kind with its places: one sentence a kind, however often it happens."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._places: dict[str, list[str]] = {}
        self._counts: dict[str, int] = {}

    def add(self, kind: str, place: str) -> None:
        """Note that `kind` (a Vietnamese sentence without its end) happened at `place`."""
        self._counts[kind] = self._counts.get(kind, 0) + 1
        if self._counts[kind] <= SHOWN:
            self._places.setdefault(kind, []).append(place)

    def warnings(self) -> list[str]:
        """The sentences, in the order in which the kinds came up."""
        return [
            f"{self._name}: {kind}: {', '.join(places)}"
            + (f" … và {self._counts[kind] - SHOWN} chỗ nữa" if self._counts[kind] > SHOWN else "")
            for kind, places in self._places.items()
        ]


class Budget:
    """What a whole file may hold. Raises the error that it was made with."""

    def __init__(self, error: Exception) -> None:
        self._error = error
        self._cells = self._characters = 0

    def spend(self, text: str) -> None:
        """Count one cell."""
        self._cells += 1
        self._characters += len(text)
        if self._cells > MAX_CELLS or self._characters > MAX_CHARACTERS:
            raise self._error


def too_big(file: object, what: str) -> str:
    """The sentence for a file that holds more than any list does."""
    return f"{file}: {what}, nhiều hơn mọi danh mục thật. Xóa phần thừa rồi lưu lại."


def is_error(text: str) -> bool:
    """Whether a text is only an error value that a spreadsheet shows (#NAME?, #N/A)."""
    return bool(SPREADSHEET_ERROR.fullmatch(text.strip()))
