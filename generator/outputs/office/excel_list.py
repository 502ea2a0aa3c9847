"""The list as XLSX: the same head and foot, a frozen and repeated heading row, codes as text."""

from __future__ import annotations

from collections.abc import Iterator

from generator.outputs.office.excel_rows import HEADING
from generator.outputs.office.unit_list import HEADINGS, UnitList
from generator.outputs.ooxml.archive import piece
from generator.outputs.ooxml.row_numbers import numbered
from generator.outputs.ooxml.sheet import Style, Worksheet, cell, row
from generator.outputs.ooxml.workbook import workbook
from generator.pages.doubt_words import NOTE

WIDTHS = (6, 12, 60, 22, 22, 30, 14)
LEFT, RIGHT = 0, 3  # first columns of the two halves of the head


def excel_list(content: UnitList, footer: str) -> bytes:
    """The workbook's bytes. footer: stands on every printed page."""
    merged: list[str] = []
    last = HEADING + content.table.count
    above = numbered(_above(content, merged), 1)
    below = b"".join(_below(content, last, merged))
    sheet = Worksheet(
        title="Danh mục",
        widths=WIDTHS,
        rows=[piece(above), content.table.excel, piece(below)],
        head=HEADING,
        last=last,
        merged=merged,
        footer=f"&C{footer.replace('&', '&&')}, trang &P/&N",
        lines=False,
    )
    return workbook(content.title, [sheet])


def _above(content: UnitList, merged: list[str]) -> Iterator[bytes]:
    """The first rows up to the headings."""
    form = content.form
    halves = (
        (form.authority[0], form.country, Style.BOLD),
        (form.authority[1], form.motto, Style.BOLD),
        (form.number, form.place_and_day, Style.CENTRED),
    )
    for number, (left, right, style) in enumerate(halves, 1):
        merged += [f"A{number}:C{number}", f"D{number}:G{number}"]
        yield _cells((LEFT, left, style), (RIGHT, right, style))
    yield _cells()
    for number, text, style in ((5, content.title, Style.BOLD), (6, content.subtitle, Style.ITALIC)):
        merged.append(f"A{number}:G{number}")
        yield _cells((LEFT, text, style))
    yield _cells()
    yield row(HEADINGS, Style.BOXED_HEAD)


def _below(content: UnitList, last: int, merged: list[str]) -> Iterator[bytes]:
    """The note and the signature block."""
    if content.table.uncertain:
        yield numbered([_cells((LEFT, NOTE, Style.PLAIN))], last + 1)
    form = content.form
    bold = len(form.signature)
    for at, text in enumerate((*form.signature, form.signer or form.signed)):
        number = last + 3 + at
        merged.append(f"D{number}:G{number}")
        yield numbered([_cells((RIGHT, text, Style.BOLD if at < bold else Style.CENTRED))], number)


def _cells(*cells: tuple[int, str, Style]) -> bytes:
    return f'<row r="\0">{"".join(cell(*one) for one in cells)}</row>'.encode()
