"""Sheets to print (PDF), each beside its page: board lists, notices, cards, procedure sheets, leaflets."""

from __future__ import annotations

import os
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

from generator.catalogue.catalogue import Catalogue
from generator.outputs.sheets.sheet import Sheet, all_sheets
from generator.outputs.sheets.typeset import typeset_pdf

ALONE = True  # has threads of its own, beside which nothing may fork


def files(catalogue: Catalogue) -> Iterator[tuple[str, bytes]]:
    """All sheets, where the site carries them. Raises SheetError."""
    if catalogue.has_sheets:
        yield from typeset(list(all_sheets(catalogue)))


def typeset(sheets: list[Sheet]) -> Iterator[tuple[str, bytes]]:
    """(path, PDF) of each sheet, in order; set by as many threads as there are processors. Typst lets go of Python's lock, so
    that 80 sheets take 3.8 s instead of 6.9 s with two; forked processes would inherit the locks of a Typst already at work."""
    workers = min(len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1, 8)
    with ThreadPoolExecutor(workers) as pool:
        yield from zip((sheet.path for sheet in sheets), pool.map(typeset_pdf, sheets), strict=True)
