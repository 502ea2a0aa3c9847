"""sw.js, and for each commune the list of what it keeps for when there is no network."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from generator import urls as addresses
from generator.catalogue.catalogue import Catalogue
from generator.catalogue.unit_succession import current_successors
from generator.outputs.exports.registry import compact_json

WORKER = Path(__file__).with_name("service_worker.js")
INDEX = f"{addresses.SEARCH}muc-luc.json"


def files(catalogue: Catalogue) -> Iterator[tuple[str, bytes]]:
    """The worker at the root (it may keep only what lies below it), and the lists."""
    if not catalogue.communes:
        return
    yield "sw.js", worker()
    common = [
        addresses.HOME,
        addresses.CATALOGUE,
        addresses.SEARCH,
        addresses.FEEDBACK,
        addresses.UNITS,
        addresses.GUIDES,
        addresses.KIOSK,
    ]
    guides = [guide.url for guide in catalogue.guides]
    for unit in catalogue.units.values():
        if not unit.begun or not unit.is_commune:
            continue
        # whoever chose a commune that has ended since keeps the pages of what came after it
        stand = list(dict.fromkeys([unit, *current_successors(unit)]))
        own = [
            page
            for one in stand
            for page in (one.url, addresses.unit_procedures(one.slug), addresses.unit_feedback(one.slug))
        ]
        received = [view.url for one in stand if one.has_desk for view in one.procedures]
        yield offline_list(unit.slug, [*common, *own, *guides, *received])


def worker() -> bytes:
    """The script of the worker, told the folders of a site: what else lies below the worker's address is another site's."""
    constants = (value for name, value in vars(addresses).items() if name.isupper() and isinstance(value, str))
    known = {value.partition("/")[0] for value in constants} - {""}
    folders = ", ".join(f'"{name}"' for name in sorted(known | {"assets", "pagefind"}))
    return WORKER.read_text("utf-8").replace("/* folders */", folders).encode()


def offline_list(name: str, pages: Iterable[str]) -> tuple[str, bytes]:
    """The list called `name`: addresses of pages, and the search's own index."""
    return f"{addresses.OFFLINE}{addresses.part(name)}.json", compact_json(
        {"pages": list(dict.fromkeys(pages)), "files": [INDEX]}
    )
