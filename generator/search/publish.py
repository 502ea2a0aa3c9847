"""Everything the search needs, written into the site."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

from generator.catalogue.catalogue import Catalogue
from generator.pages.page import Page
from generator.search.pagefind import MAIN, light_page, run_pagefind

INDEX = "tim-kiem/muc-luc.json"


def publish(pages: list[Page], catalogue: Catalogue, out: Path) -> str:
    """Write the title index and Pagefind's files below `out`; returns a line for the summary."""
    records = [{"url": page.url, **asdict(page.search)} for page in pages if page.search]
    file = out / INDEX
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(json.dumps(records, ensure_ascii=False, separators=(",", ":")), "utf-8")
    copies = {}
    for page in pages:
        if page.search:
            main = MAIN.search((out / page.file).read_text("utf-8"))
            copies[page.file] = light_page(page.title, main[1] if main else "", page.url)
    return run_pagefind(copies, out)
