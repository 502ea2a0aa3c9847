"""Sheets to print (PDF), each beside its page: board lists, notices, cards, procedure sheets, leaflets."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Iterator

from generator.catalogue.catalogue import Catalogue
from generator.sheets.sheet import Sheet, all_sheets
from generator.sheets.typeset import pdf

ALONE = True  # has processes of its own


def files(catalogue: Catalogue) -> Iterator[tuple[str, bytes]]:
    """All sheets, where the site carries them. Raises SheetError."""
    if catalogue.has_sheets:
        yield from typeset(list(all_sheets(catalogue)))


def typeset(sheets: list[Sheet]) -> Iterator[tuple[str, bytes]]:
    """(path, PDF) of each sheet, in order; set by several processes where the machine has them."""
    workers = min(len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 1, 8)
    if workers < 2 or len(sheets) < 8 or "fork" not in multiprocessing.get_all_start_methods():
        yield from ((sheet.path, pdf(sheet)) for sheet in sheets)
        return
    with multiprocessing.get_context("fork").Pool(workers) as pool:
        yield from zip((sheet.path for sheet in sheets), pool.imap(pdf, sheets, chunksize=4), strict=True)
