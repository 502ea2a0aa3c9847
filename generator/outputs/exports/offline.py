"""sw.js, and for each commune the list of pages the service worker caches for offline use."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from generator import urls as addresses
from generator.catalogue.catalogue import Catalogue
from generator.catalogue.unit_succession import current_successors
from generator.outputs.exports.registry import compact_json
from generator.pages.inputs import inputs_of, received
from generator.schema.unit_kinds import COMMUNES
from generator.text.slugs import slug

WORKER = Path(__file__).with_name("service_worker.js")


def inputs(catalogue: Catalogue) -> object:
    """The inputs; see pages/inputs.py."""
    shown = inputs_of(catalogue)
    return (shown.other_records, shown.of_all(received))


def files(catalogue: Catalogue) -> Iterator[tuple[str, bytes]]:
    """The service worker at the root (its scope is what lies below it), and the lists."""
    if not catalogue.communes:
        return
    yield "sw.js", worker()
    common = [
        addresses.HOME,
        addresses.CATALOGUE,
        addresses.SEARCH,
        addresses.ALPHABET,
        addresses.FEEDBACK,
        addresses.UNITS,
        addresses.GUIDES,
        addresses.KIOSK,
    ]
    guides = [guide.url for guide in catalogue.guides]
    for unit in catalogue.units.values():
        if not unit.begun or not unit.is_commune:
            continue
        # a visitor who chose a commune that has since ended caches its successors' pages
        units = list(dict.fromkeys([unit, *current_successors(unit)]))
        unit_pages = [
            page
            for place in units
            for page in (place.url, addresses.unit_procedures(place.slug), addresses.unit_feedback(place.slug))
        ]
        received = [view.url for place in units if place.has_desk for view in place.procedures]
        yield offline_list(unit.slug, [*common, *unit_pages, *guides, *received])


def worker() -> bytes:
    """The service worker's script with the site's folders filled in; other paths in its scope belong to other sites."""
    constants = [value for name, value in vars(addresses).items() if name.isupper() and isinstance(value, str)]
    constants += [addresses.new_units(slug(kind)) for kind in COMMUNES]
    url_folders = {value.partition("/")[0] for value in constants} - {""}
    folders = ", ".join(f'"{name}"' for name in sorted(url_folders | {"assets", "pagefind"}))
    return WORKER.read_text("utf-8").replace("/* folders */", folders).encode()


def offline_list(name: str, pages: Iterable[str]) -> tuple[str, bytes]:
    """(path, JSON) of the list called `name`: addresses of pages, and the search index."""
    return f"{addresses.OFFLINE}{addresses.part(name)}.json", compact_json(
        {"pages": list(dict.fromkeys(pages)), "files": [addresses.SEARCH_INDEX]}
    )
