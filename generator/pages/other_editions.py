"""Where a page is found in another edition: at the same address; else what replaced or preceded it; else the nearest
page above it, which is then named."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple
from weakref import WeakKeyDictionary

from generator import urls
from generator.catalogue.catalogue import Catalogue
from generator.catalogue.edition import EditionLink
from generator.catalogue.unit_succession import name_list
from generator.catalogue.views import UnitView

NO_PAGES: frozenset[str] = frozenset()
NEAREST = "trang gần nhất: "
Crumbs = Sequence[tuple[str, str]]


class Way(NamedTuple):
    """A page of another edition. url: below that edition's root; words: what it is about; empty for the same page."""

    url: str
    words: str


_OF_CATALOGUE: WeakKeyDictionary[Catalogue, OtherEditions] = WeakKeyDictionary()


def other_editions(catalogue: Catalogue) -> OtherEditions:
    """The ways from the pages of `catalogue`, whose tables are made once."""
    if catalogue not in _OF_CATALOGUE:
        _OF_CATALOGUE[catalogue] = OtherEditions(catalogue)
    return _OF_CATALOGUE[catalogue]


class OtherEditions:
    """The ways from the pages of one edition to those of the others."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        followed_by: dict[str, list[str]] = {}
        for code, fate in catalogue.fates.items():
            followed_by.setdefault(code, []).extend(one.code for one in fate.successors if one.code)
        for code, view in catalogue.procedures.items():
            named = view.record.validity.successors if view.record.validity else ()
            followed_by.setdefault(code, []).extend(named)
        self.later = {urls.procedure(code): list(dict.fromkeys(codes)) for code, codes in followed_by.items() if codes}
        self.earlier: dict[str, list[str]] = {}
        for code, codes in followed_by.items():
            for other in dict.fromkeys(codes):
                self.earlier.setdefault(urls.procedure(other), []).append(code)
        self.units = {unit.url: unit for unit in catalogue.units.values()}

    def all_ways(self, url: str, crumbs: Crumbs = ()) -> list[tuple[EditionLink, list[Way]]]:
        """Of each other edition the pages that the page at `url` leads to. crumbs: (label, url) of the pages above."""
        edition = self.catalogue.edition
        links = edition.links if edition else ()
        return [(link, self.ways(url, link, crumbs)) for link in links if not link.current]

    def ways(self, url: str, link: EditionLink, crumbs: Crumbs = ()) -> list[Way]:
        """The pages of the edition `link` that the page at `url` leads to: several if it was several then. The home
        page if that edition's pages are not known."""
        edition = self.catalogue.edition
        there = edition.pages.get(link.day, NO_PAGES) if edition else NO_PAGES
        if not there or url in there:
            return [Way(url if there else urls.HOME, "")]
        return self.kin(url, link) or [_nearest(url, crumbs, there)]

    def kin(self, url: str, link: EditionLink) -> list[Way]:
        """What the procedure or unit of the page at `url` became by the day of `link`, or was then."""
        edition = self.catalogue.edition
        there = edition.pages.get(link.day, NO_PAGES) if edition else NO_PAGES
        later = link.day > self.catalogue.as_of
        own, part = _subject(url)
        if own.startswith(urls.CATALOGUE):
            codes = (self.later if later else self.earlier).get(own, ())
            found = [(urls.procedure(code), f"thủ tục {code}") for code in codes]
        else:
            unit = self.units.get(own)
            found = [(one.url, name_list(one)) for one in (_kin(unit, later, there) if unit else ())]
        return [Way(f"{at}{part}" if f"{at}{part}" in there else at, words) for at, words in found if at in there]


def _subject(url: str) -> tuple[str, str]:
    """The address of the procedure or unit that a page is about, and the rest: `don-vi/an-thanh/`, `thu-tuc/`."""
    folder, _, rest = url.partition("/")
    name, slash, part = rest.partition("/")
    return (f"{folder}/{name}/", part) if slash else (url, "")


def _kin(unit: UnitView, later: bool, there: frozenset[str]) -> Iterator[UnitView]:
    """The units that have a page in the other edition into which `unit` was merged, or from which it was made, over any
    number of steps."""
    seen, waiting = {unit.slug}, [unit]
    while waiting:
        one = waiting.pop(0)
        for other, *_ in one.went_to if later else one.came_from:
            if other.slug in seen:
                continue
            seen.add(other.slug)
            if other.url in there:
                yield other
            else:
                waiting.append(other)


def _nearest(url: str, crumbs: Crumbs, there: frozenset[str]) -> Way:
    """The nearest page above that the other edition has, by the crumbs and then by the address."""
    for label, above in reversed(crumbs):
        if above != urls.HOME and above in there:
            return Way(above, f"{NEAREST}{label}")
    while url and url not in there:
        url = url.rstrip("/").rpartition("/")[0]
        url = f"{url}/" if url else ""
    return Way(url, f"{NEAREST}trang chủ" if not url else f"{NEAREST}/{url}")
