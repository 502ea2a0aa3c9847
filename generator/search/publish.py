"""Everything the search needs, written into the site."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from generator.catalogue import addresses
from generator.catalogue.catalogue import Catalogue
from generator.pages.page import Page
from generator.search.index import build
from generator.search.language import language
from generator.search.opensearch import description
from generator.search.pagefind import MAIN, light_page, run_pagefind

INDEX = "muc-luc.json"  # a fixed name: an open tab finds it after a new release too, the host lets browsers ask again
OPENSEARCH = "opensearch.xml"


def publish(pages: list[Page], catalogue: Catalogue, out: Path, text_index: Callable[[dict[str, str], Path], str] = run_pagefind) -> str:
    """Write the own index, Pagefind's files and the OpenSearch description below `out`; returns a line for the summary.
    text_index: makes Pagefind's files of the copies. Raises PagefindError and OSError."""
    write_index(pages, catalogue, out)
    return text_index(copies_of({page.file: page.title for page in pages if page.search}, out), out)


def copies_of(titles: dict[str, str], out: Path) -> dict[str, str]:
    """The copies that Pagefind reads, of these pages (file -> title) of the site in `out`."""
    copies = {}
    for name, title in titles.items():
        main = MAIN.search((out / name).read_text("utf-8"))
        copies[name] = light_page(title, main[1] if main else "", name.removesuffix("index.html"))
    return copies


def write_index(pages: list[Page], catalogue: Catalogue, out: Path) -> None:
    """The own index and its parts, and the OpenSearch description: what the search needs without Pagefind."""
    made = build(pages, language(catalogue.search_words, catalogue))
    folder = out / addresses.SEARCH
    folder.mkdir(parents=True, exist_ok=True)
    (folder / INDEX).write_bytes(made.index)
    for name, data in made.parts.items():
        (folder / name).write_bytes(data)
    (folder / OPENSEARCH).write_text(description(catalogue.site), "utf-8")
