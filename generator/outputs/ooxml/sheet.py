"""Rows and sheets of a workbook. Every text is text: nothing becomes a formula, a link or a number."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from string import ascii_uppercase as LETTERS

from generator.outputs.ooxml.archive import Piece
from generator.outputs.ooxml.xml_text import cell_text, text_of

MAX_CHARACTERS = 32_767  # a cell of a workbook holds no more


class Style(IntEnum):
    """Numbers of the formats in STYLES of workbook.py."""

    PLAIN = 0
    BODY = 1
    HEAD = 2
    BOXED = 3
    BOXED_HEAD = 4
    BOLD = 5
    CENTRED = 6
    ITALIC = 7


def row(values: Sequence[str | int | bool | None], style: Style) -> bytes:
    """A row without its number, which `row_numbers.numbered` puts in. A text longer than a cell may hold is cut, and
    ends with …"""
    cells = "".join([cell(at, value, style) for at, value in enumerate(values) if value is not None and value != ""])
    return f'<row r="\0">{cells}</row>'.encode()


def cell(column: int, value: str | int | bool, style: Style) -> str:
    """One cell of a row without its number. A number has the plain style."""
    if value is True or value is False:
        value = "có" if value else "không"
    elif isinstance(value, int):
        return f'<c r="{LETTERS[column]}\0"><v>{value}</v></c>'
    if len(value) > MAX_CHARACTERS:
        value = value[: MAX_CHARACTERS - 1] + "…"
    return (
        f'<c r="{LETTERS[column]}\0" s="{int(style)}" t="inlineStr"><is><t xml:space="preserve">{cell_text(value)}</t>'
        "</is></c>"
    )


@dataclass(frozen=True, slots=True)
class Worksheet:
    """widths: of its columns in characters; rows: pieces of rows; head: the number of the heading row, repeated on
    every printed page and frozen with all above it; last: of the last row that the filter covers; frozen: columns;
    merged: ranges such as `A1:C1`; footer: of every printed page; lines: whether the grid is shown."""

    title: str
    widths: Sequence[int]
    rows: Iterable[Piece]
    head: int
    last: int
    frozen: int = 0
    merged: Sequence[str] = field(default_factory=tuple)
    footer: str = ""
    lines: bool = True

    @property
    def filtered(self) -> str:
        """The range with filters, in absolute form."""
        return f"$A${self.head}:${LETTERS[len(self.widths) - 1]}${max(self.last, self.head)}"

    def begin(self) -> str:
        """The XML before the rows."""
        columns = "".join(
            f'<col min="{at}" max="{at}" width="{width}.7109375" customWidth="1"/>'
            for at, width in enumerate(self.widths, 1)
        )
        corner = f"{LETTERS[self.frozen]}{self.head + 1}"
        split = f' xSplit="{self.frozen}"' if self.frozen else ""
        pane = "bottomRight" if self.frozen else "bottomLeft"
        grid = "" if self.lines else ' showGridLines="0"'
        return (
            '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>'
            f"<sheetViews><sheetView{grid} "
            f'workbookViewId="0"><pane{split} ySplit="{self.head}" topLeftCell="{corner}" activePane="{pane}" '
            f'state="frozen"/><selection pane="{pane}"/></sheetView></sheetViews>'
            f'<sheetFormatPr defaultRowHeight="15"/><cols>{columns}</cols><sheetData>'
        )

    def end(self) -> str:
        """The XML after the rows."""
        merged = "".join(f'<mergeCell ref="{area}"/>' for area in self.merged)
        footer = f"<headerFooter><oddFooter>{text_of(self.footer)}</oddFooter></headerFooter>" if self.footer else ""
        return (
            f'</sheetData><autoFilter ref="{self.filtered.replace("$", "")}"/>'
            + (f'<mergeCells count="{len(self.merged)}">{merged}</mergeCells>' if merged else "")
            + '<pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/>'
            '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>' + footer
        )
