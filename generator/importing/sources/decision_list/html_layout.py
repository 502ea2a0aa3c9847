"""Reads the tables of a page in which a table only arranges the page: menus beside the list, a frame around it."""

from __future__ import annotations

from pathlib import Path

from generator.importing.sources.decision_list import header, whole_records
from generator.importing.sources.decision_list.rows import Table
from generator.importing.sources.decision_list.text_tables import read_html

MAX_FRAMES = 8  # tables around each other


def read_tables(file: Path) -> list[Table]:
    """The tables of the page. A table that holds tables and is no list itself is left out, its text standing around
    what is in it, if that brings a list to light; else such tables stay text of the cell."""
    first, frames = read_html(file)
    found, known = first, frozenset[int]()
    for _ in range(MAX_FRAMES):
        outer = {number for table, number in zip(found, frames, strict=False) if number and not _is_list(table)}
        if not outer - known:
            break
        known |= outer
        found, frames = read_html(file, known)
    return found if sum(map(_is_list, found)) > sum(map(_is_list, first)) else first


def _is_list(table: Table) -> bool:
    return bool(table.rows) and (header.find_header(table) is not None or bool(whole_records.two_columns(table)))
