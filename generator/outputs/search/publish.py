"""Everything the search needs, written into the site."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from functools import partial
from operator import attrgetter
from pathlib import Path

from generator import urls
from generator.catalogue.catalogue import Catalogue
from generator.catalogue.edition import past_note
from generator.outputs.edition_cache import cached
from generator.outputs.search.coded_texts import Texts, coded_texts
from generator.outputs.search.index import build_index
from generator.outputs.search.language import Language, language
from generator.outputs.search.not_in_force import inputs as inputs_not_in_force
from generator.outputs.search.not_in_force import not_in_force
from generator.outputs.search.opensearch import description
from generator.outputs.search.pagefind import light_page, main_of
from generator.pages.inputs import inputs_of, plain, searched
from generator.pages.page import Page, SearchRecord
from generator.plain_data import JsonObject
from generator.schema.kinds import SEARCH
from generator.schema.packing import digest, dump

OPENSEARCH = "opensearch.xml"
_SHOWN = attrgetter(*(field.name for field in fields(SearchRecord)))  # astuple would copy every text


def light_copies(titles: dict[str, str], out: Path) -> dict[str, str]:
    """The copies that Pagefind reads, of these pages (file -> title) of the site in `out`."""
    copies = {}
    for name, title in titles.items():
        main = main_of((out / name).read_text("utf-8"))
        copies[name] = light_page(title, main, name.removesuffix("index.html"))
    return copies


def index_files(pages: list[Page], catalogue: Catalogue) -> Iterator[tuple[str, bytes]]:
    """(path below the site, bytes) of the site's index, its parts, and the OpenSearch description:
    all search files except Pagefind's."""
    every = [*pages, *not_in_force(catalogue)]
    words = language(catalogue.search_words, catalogue)
    built = build_index(every, words, past_note(catalogue.edition), partial(_coded_texts, catalogue))
    yield urls.SEARCH_INDEX, built.index
    for name, data in built.parts.items():
        yield f"{urls.SEARCH}{name}", data
    yield f"{urls.SEARCH}{OPENSEARCH}", description(catalogue.site).encode()


def _coded_texts(catalogue: Catalogue, texts: Texts, words: Language) -> JsonObject:
    """As `coded_texts`, from the cache where texts and words are those of the last time."""
    stated = (texts.plain, words.places, plain(words.words.elsewhere), inputs_of(catalogue).kinds(*SEARCH))
    found: JsonObject = cached("tim-kiem", digest(dump(stated)), catalogue, lambda: coded_texts(texts, words))
    return found


def inputs(pages: list[Page], catalogue: Catalogue) -> object:
    """The inputs of the index over `pages` (see pages/inputs.py): of pages other than procedures, their entries."""
    shown = inputs_of(catalogue)
    entries = [(page.url, _SHOWN(page.search)) for page in pages if isinstance(page.search, SearchRecord)]
    places = [unit.record.name for unit in catalogue.units.values()]
    records = (entries, places, shown.kinds(*SEARCH), shown.of_all(searched), shown.withheld)
    return (*records, inputs_not_in_force(catalogue))
