"""The neutral form of a list: rows of cells from a sheet or a document, before anybody asks what they mean."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(slots=True)
class Cell:
    """text: Unicode; merged: how many columns the cell spans; repeated: it only repeats the cell above (merged down)."""

    text: str = ""
    merged: int = 1
    repeated: bool = False
    code: str = ""  # a code that was typed as a number, restored


@dataclass(slots=True)
class Row:
    """where: “dòng 12 (Sheet1)”."""

    where: str
    cells: list[Cell]
    hidden: bool = False

    def texts(self) -> list[str]:
        return [cell.text for cell in self.cells]


@dataclass(slots=True)
class Table:
    """rows of one sheet or one table; heading: the text before it (decision number, date)."""

    name: str
    rows: list[Row] = field(default_factory=list)
    heading: str = ""
    warnings: list[str] = field(default_factory=list)
