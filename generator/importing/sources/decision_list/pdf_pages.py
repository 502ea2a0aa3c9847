"""The text and tables of a PDF, as JSON on standard output: run by pdf_tables.py as a process of its own.

A PDF may be made so that reading it takes all memory or never ends; the process has limits, the program has not."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

MAX_PAGES = 400
MAX_CHARACTERS = 5_000_000
MEMORY = 1_500_000_000  # bytes of address space
SECONDS = 120  # processor time


def main(file: Path) -> dict[str, Any]:
    """{pages: [{number, images, blocks: [text | rows of cells]}], more: pages that were not read}; {error: why} for a
    file that cannot be read. Blocks are in reading order."""
    import pdfplumber

    _limit()
    pages, characters = [], 0
    with pdfplumber.open(file) as document:
        for page in document.pages[:MAX_PAGES]:
            made = _page(page)
            characters += sum(len(json.dumps(block)) for block in made["blocks"])
            if characters > MAX_CHARACTERS:
                return {"error": "quá nhiều chữ"}
            pages.append(made)
            page.close()  # the page's objects are large
        return {"pages": pages, "more": max(0, len(document.pages) - MAX_PAGES)}


def _page(page: Any) -> dict[str, Any]:
    tables = sorted(page.find_tables(), key=lambda table: table.bbox[1])
    blocks: list[Any] = []
    top = page.bbox[1]
    for table in tables:
        _, above, _, below = table.bbox
        blocks += _text(page, top, above)
        blocks.append([[cell or "" for cell in row] for row in table.extract()])
        top = max(top, below)
    blocks += _text(page, top, page.bbox[3])
    return {"number": page.page_number, "images": len(page.images), "blocks": blocks}


def _text(page: Any, top: float, bottom: float) -> list[str]:
    """The text between two heights, if there is any."""
    left, first, right, last = page.bbox
    top, bottom = max(first, top), min(last, bottom)
    text = page.crop((left, top, right, bottom)).extract_text() if bottom - top > 1 else ""
    return [text] if text.strip() else []


def _limit() -> None:
    try:
        import resource
    except ImportError:  # Windows: only the time is limited, by the caller
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))


if __name__ == "__main__":
    json.dump(main(Path(sys.argv[1])), sys.stdout)
