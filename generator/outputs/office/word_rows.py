"""Rows of the table in a Word list. The number of a row is put in by `row_numbers.numbered`."""

from __future__ import annotations

from collections.abc import Sequence

from generator.outputs.ooxml.xml_text import text_of

WIDTHS = (650, 1250, 5200, 2100, 1900, 2700, 1300)  # twentieths of a point; A4 landscape
CELL, CENTRED, HEADING = "Cell", "CellCentred", "CellHeading"  # styles of word_list.py


def row(texts: Sequence[str]) -> bytes:
    """A row of these cells after its number."""
    cells = [_cell(0, "\0", CENTRED), *(_cell(at, text_of(text), CELL) for at, text in enumerate(texts, 1))]
    return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{''.join(cells)}</w:tr>".encode()


def heading_row(texts: Sequence[str]) -> str:
    """The row that is repeated on every page."""
    cells = "".join(_cell(at, text_of(text), HEADING) for at, text in enumerate(texts))
    return f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{cells}</w:tr>"


def _cell(at: int, text: str, style: str) -> str:
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{WIDTHS[at]}" w:type="dxa"/></w:tcPr>'
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r><w:t xml:space="preserve">{text}</w:t></w:r></w:p></w:tc>'
    )
