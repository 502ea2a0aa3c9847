"""Rows of the table in an Excel list. The number of a row is put in when the rows of a list are joined."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from generator.outputs.ooxml import row_numbers
from generator.outputs.ooxml.sheet import Style, cell

HEADING = 8  # the number of the heading row
COUNT = b"\x01"  # stands where the number in the list will; the row's own number is row_numbers.NUMBER
COUNTED = f'<c r="A\0" s="{int(Style.BOXED)}" t="inlineStr"><is><t>\x01</t></is></c>'


def row(texts: Sequence[str]) -> bytes:
    """A row of these cells after its number."""
    cells = "".join([cell(at, text, Style.BOXED) for at, text in enumerate(texts, 1)])
    return f'<row r="\0">{COUNTED}{cells}</row>'.encode()


def numbered(rows: Iterable[bytes]) -> bytes:
    """The rows of one list, counted from 1 below the heading row."""
    counted = [one.replace(COUNT, b"%d" % number) for number, one in enumerate(rows, 1)]
    return row_numbers.numbered(counted, HEADING + 1)
