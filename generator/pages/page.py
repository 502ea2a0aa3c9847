"""What a page is, before it is laid out."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import generator.pages
from generator.catalogue.catalogue import Catalogue
from generator.plugins import modules_in


@dataclass(slots=True)
class SearchRecord:
    """What the search knows of a page.

    group: procedure, guide, unit, plan, law, news, page; keywords: other words people type; code, field, levels, online, note:
    shown in results and used by filters.
    """

    group: str
    title: str
    code: str = ""
    keywords: list[str] = dataclasses.field(default_factory=list)
    summary: str = ""
    field: str = ""
    agency: str = ""
    time: str = ""
    fee: str = ""
    online: str = ""
    levels: list[str] = dataclasses.field(default_factory=list)
    note: str = ""


Context = (
    dict[str, Any] | Callable[[], dict[str, Any]]
)  # what a template gets, or what works it out when the page is laid out


def resolve(context: Context) -> dict[str, Any]:
    """The values of a context."""
    return context() if callable(context) else context


@dataclass(slots=True)
class Page:
    """One page. url: relative to the root, ends with `/` (or names a file); template: in theme/pages/; context: what the template
    gets besides the catalogue; section: which entry of the main menu is current; indexed: False keeps it out of the search
    and out of the site map; source: the file its content is kept in, for reports of mistakes; feed: (title, url) of its Atom feed;
    asked: the page asks whether it is clear."""

    url: str
    template: str
    title: str
    description: str = ""
    context: Context = dataclasses.field(default_factory=dict, repr=False)
    section: str = ""
    crumbs: list[tuple[str, str]] = dataclasses.field(default_factory=list)  # (label, url) of the pages above
    search: SearchRecord | Callable[[], SearchRecord] | None = dataclasses.field(default=None, repr=False)
    indexed: bool = True
    lang: str = "vi"
    source: str = ""
    feed: tuple[str, str] | None = None
    asked: bool = True

    def values(self) -> dict[str, Any]:
        """What the template gets. Pages that are many only work it out when they are laid out."""
        return resolve(self.context)

    def found_as(self) -> SearchRecord | None:
        """What the search knows of the page; None when it is not to be found."""
        return self.search() if callable(self.search) else self.search

    @property
    def file(self) -> str:
        """Path of the file below the site folder."""
        return f"{self.url}index.html" if not self.url or self.url.endswith("/") else self.url

    @property
    def root(self) -> str:
        """Relative way back to the root: `` for the home page, `../../` two folders down."""
        return "../" * self.url.count("/")


def all_pages(catalogue: Catalogue) -> Iterator[Page]:
    """Every page of the site, kind by kind."""
    for module in modules_in(generator.pages):
        if hasattr(module, "pages"):
            yield from module.pages(catalogue)
