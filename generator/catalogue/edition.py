"""The editions of the site: the same content as of several days, one of them at the root."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from generator.schema.site import Edition, Site
from generator.schema.web_address import web_address

if TYPE_CHECKING:
    from generator.catalogue.views import ProcedureView


@dataclass(frozen=True, slots=True)
class EditionLink:
    """Another edition. root: path from this edition's root to its root, or its full address when it is not part of
    this build; address: the full
    address of its root."""

    name: str
    day: dt.date
    root: str
    current: bool
    address: str

    def href(self, root: str, url: str = "") -> str:
        """The address of its page `url`, from a page whose relative path to its own edition's root is `root`."""
        return f"{self.root if '://' in self.root else root + self.root}{url}"

    @property
    def words(self) -> str:
        """“bản hiện nay (26/11/2026)”, for the middle of a sentence."""
        name, day = f"bản {self.name.removeprefix('Bản ')}".strip(), f"{self.day:%d/%m/%Y}"
        return name if day in name else f"{name} ({day})"


@dataclass(frozen=True, slots=True)
class EditionView:
    """One edition. folder: below the site's root, with a closing `/`, empty at the root; first: the earliest published
    day, for which the first files were verified; links: all editions, by day; pages: the addresses of the pages of the
    other editions, by their day; offered: of those of the present edition, the ones that search engines may list (both
    unknown to an edition that is built alone); maps: the other editions' site maps that list anything; others: the
    procedures in force in other editions but not in this one, each with the latest edition that has it."""

    day: dt.date
    folder: str
    name: str
    first: dt.date
    links: tuple[EditionLink, ...]
    pages: Mapping[dt.date, frozenset[str]] = field(default_factory=dict)
    offered: frozenset[str] = frozenset()
    maps: tuple[str, ...] = ()
    others: tuple[tuple[EditionLink, ProcedureView], ...] = ()

    @property
    def present(self) -> EditionLink:
        """The latest edition."""
        return self.links[-1]

    @property
    def addresses(self) -> frozenset[str]:
        """The pages of the present edition; empty for that one itself."""
        return self.pages.get(self.present.day, frozenset())

    @property
    def past(self) -> bool:
        return self.day < self.present.day

    @property
    def later(self) -> bool:
        """True if it shows a day after the one for which the first files were verified."""
        return self.day > self.first

    def there(self, url: str) -> str:
        """The page of the present edition that corresponds to a page of this one: the same address, else the nearest
        existing one above it."""
        while url and url not in self.addresses:
            url = url.rstrip("/").rpartition("/")[0]
            url = f"{url}/" if url else ""
        return url

    @property
    def sentence(self) -> str:
        """“Bản 31/12/2023. Nay: https://…/hien-nay/”, for publications that are no pages: sheets, feeds, embedded
        lists."""
        return f"Bản {self.day:%d/%m/%Y}. Nay: {self.present.address}"

    def in_both(self, url: str) -> bool:
        """True if the present edition, too, has a page of this address."""
        return self.past and url in self.addresses

    def repeats(self, url: str) -> bool:
        """True if the present edition offers search engines a page of this address, which is then the canonical one."""
        return self.past and url in self.offered

    def hides(self, url: str) -> bool:
        """True if the present edition has a page of this address that search engines shall leave out, since what it is
        about has ended: then they shall not list the text of the past either."""
        return self.in_both(url) and url not in self.offered


def past_note(edition: EditionView | None) -> str:
    """The sentence that everything published in a past edition carries; empty otherwise."""
    return edition.sentence if edition and edition.past else ""


def edition_folders(site: Site) -> tuple[str, ...]:
    """The folders of the editions that are not at the root, each with a closing slash."""
    return tuple(one.place for one in site.editions if one.day and one.day != site.as_of)


def editions(site: Site, as_of: dt.date | None = None, carried: frozenset[dt.date] = frozenset()) -> list[EditionView]:
    """The editions to build, that of the root first; empty for a site without `cac_ban`. as_of: a single day is
    built, whose links lead to the published site."""
    stated = sorted(((one.day, one) for one in site.editions if one.day), key=lambda pair: pair[0])
    if not stated or not (as_of or site.as_of):
        return []
    if site.as_of and not as_of and all(day != site.as_of for day, _ in stated):  # TT-208 reports it
        root = Edition.model_validate({"ngay": site.as_of.isoformat(), "ten": f"Bản {site.as_of:%d/%m/%Y}"})
        stated = sorted([*stated, (site.as_of, root)], key=lambda pair: pair[0])
    own = web_address(site.url)  # TT-089 rejects others, but a draft is built anyway and must not show them
    base = ("" if {"?", "#"} & set(own) else own).rstrip("/") + "/"
    first = stated[0][0]

    def folder(day: dt.date, edition: Edition) -> str:
        return "" if day == site.as_of else edition.place

    if as_of:
        links = tuple(
            EditionLink(one.name or "", day, base + folder(day, one), day == as_of, base + folder(day, one))
            for day, one in stated
        )
        name = next((one.name for day, one in stated if day == as_of and one.name), f"Bản {as_of:%d/%m/%Y}")
        return [EditionView(as_of, "", name, first, links)]
    found = []
    for here, edition in sorted(stated, key=lambda pair: (pair[0] != site.as_of, pair[0])):
        if edition.frozen and here in carried:
            continue
        up = "../" * folder(here, edition).count("/")
        links = tuple(
            EditionLink(one.name or "", day, up + folder(day, one), one is edition, base + folder(day, one))
            for day, one in stated
        )
        found.append(EditionView(here, folder(here, edition), edition.name or "", first, links))
    return found
