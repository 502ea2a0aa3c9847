"""The columns of a DOCX table, from the borders of its grid and the cells that use them.

A border drawn by hand stands a little off in some rows: Word then keeps two borders with a thin column between them,
which is never a cell on its own. Such borders are one border, else texts of two columns would become one.
"""

from __future__ import annotations

from collections.abc import Iterable
from xml.etree.ElementTree import Element

from generator.importing.sources.decision_list.document_styles import W, value

SLIVER = 57  # twips (1 mm): closer borders are one border, whatever stands between them
NEAR = 567  # twips (1 cm): further apart no border is the same
_MOST = 400  # columns, and kinds of rows, of a table that people drew


def borders(table: Element, rows: Iterable[Iterable[tuple[int, int]]]) -> list[int]:
    """The column index to the right of each grid border. rows: the cells of each row, as (first, last) grid border."""
    widths = [number(column.get(f"{W}w"), 0) for column in table.iterfind(f"{W}tblGrid/{W}gridCol")]
    if not all(widths):
        return []
    apart = [width >= SLIVER for width in widths]
    for at in _thin(widths, rows):
        apart[at] = False
    columns = [0]
    for own in apart:
        columns.append(columns[-1] + own)
    return columns


def column(of_borders: list[int], grid: int) -> int:
    """The column that starts at border `grid`; a row may be wider than the grid of its table."""
    last = len(of_borders) - 1
    return of_borders[grid] if grid <= last else grid - max(0, last) + (of_borders[-1] if of_borders else 0)


def number(text: str | None, otherwise: int) -> int:
    """Parse a whole number, else return `otherwise`; huge spans are capped and later refused by their width."""
    return min(int(text), 100_000) if text and text.isdecimal() and len(text) < 9 else otherwise


def spans(line: Element, boxes: Iterable[Element]) -> list[tuple[int, int]]:
    """(first, last) grid border of each cell of a row."""
    grid = number(value(line, "trPr/gridBefore"), 0)
    found = []
    for box in boxes:
        after = grid + max(1, number(value(box, "tcPr/gridSpan"), 1))
        found.append((grid, after))
        grid = after
    return found


def _thin(widths: list[int], rows: Iterable[Iterable[tuple[int, int]]]) -> list[int]:
    """The grid columns between two borders that are one: thin, and no row has an edge of a cell at both."""
    thin = sorted((at for at, width in enumerate(widths) if width < NEAR), key=widths.__getitem__)
    edges = {frozenset(edge for cell in row for edge in cell) for row in rows} if thin else set()
    if len(widths) > _MOST or len(edges) > _MOST:
        return []
    merged: list[int] = []
    groups = {border: {border} for border in range(len(widths) + 1)}
    for at in thin:
        one, other = groups[at], groups[at + 1]
        if not any(one & row and other & row for row in edges):
            merged.append(at)
            one |= other
            groups |= dict.fromkeys(one, one)
    return merged
