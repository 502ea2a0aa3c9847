"""Printable sheets (PDF), each beside its page: board lists, notices, cards, procedure sheets, leaflets."""

from __future__ import annotations

import os
from collections.abc import Iterator

from generator.catalogue.catalogue import Catalogue
from generator.outputs.sheets.all_sheets import all_sheets
from generator.outputs.sheets.sheet import Sheet
from generator.outputs.sheets.typeset import forget_unused, typeset_sizes

OWN_POOL = True  # has its own thread pool, so no process may fork while it runs


def files(catalogue: Catalogue) -> Iterator[tuple[str, bytes]]:
    """All sheets, where the site carries them. Raises SheetError."""
    if catalogue.has_sheets:
        yield from ((sheet.path, pdf) for sheet, pdf in typeset(list(all_sheets(catalogue))))


def typeset(sheets: list[Sheet]) -> Iterator[tuple[Sheet, bytes]]:
    """Each sheet with its PDF, typeset in one thread per processor. Sheets of one kind and size follow each other,
    since the compiler keeps layouts for a while; sheets with the same data are typeset once. Raises SheetError.

    Typst releases the GIL: with two threads 80 sheets take 3.8 s instead of 6.9 s. Threads and not processes, because a
    forked process would inherit the locks of a Typst that is already at work."""
    from concurrent.futures import ThreadPoolExecutor  # not needed where no sheet changed

    workers = min(len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1, 8)
    alike: dict[tuple[str, int], list[Sheet]] = {}
    for sheet in sorted(sheets, key=lambda sheet: (sheet.template, sheet.data.get("size", 0))):
        alike.setdefault((sheet.template, id(sheet.make)), []).append(sheet)
    with ThreadPoolExecutor(workers) as pool:
        for group, pdfs in zip(alike.values(), pool.map(typeset_sizes, alike.values()), strict=True):
            yield from zip(group, pdfs, strict=True)
    forget_unused()
