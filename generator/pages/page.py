"""The data of a page before it is rendered."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any


@dataclass(slots=True)
class SearchRecord:
    """What the search index has of a page.

    group: procedure, guide, unit, plan, law, news, page; keywords: other words people type; code, field, levels,
    online, note: shown in results and used by filters; doubt: what to ask about before going, empty if all is sure;
    called: what people call it, also the first of the keywords, empty where that is the title; answers: what a question
    for a fact is answered, see search_answers.py; validity: why a procedure is not in force in this edition, or in
    which one it is; empty for what is.
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
    doubt: str = ""
    called: str = ""
    answers: list[tuple[str, str]] = dataclasses.field(default_factory=list)
    validity: str = ""


Values = dict[str, Any]  # a template's variables: Jinja takes anything
Context = Values | Callable[[], Values]  # the second computes them late


def resolve(context: Context) -> Values:
    """The values of a context."""
    return context() if callable(context) else context


@dataclass(slots=True)
class Page:
    """One page. url: relative to the root, ends with `/` (or names a file); template: in theme/pages/; context: the
    template's variables besides the catalogue; section: the current entry of the main menu; indexed: False keeps it out
    of the search and the sitemap; source: the file with its content, for error reports; feed: (title, url) of its Atom
    feed; has_feedback_form: the page asks whether it is clear; same_as: address of the page it repeats, which is the
    canonical one; structured: its structured data for search engines (structured_data.py); data: path of its JSON below
    the site; inputs: plain values that decide, with the fields here and the frame, what is rendered (see inputs.py), or
    a function that returns them; None for everything."""

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
    has_feedback_form: bool = True
    same_as: str = ""
    structured: Callable[[], dict[str, Any]] | None = dataclasses.field(default=None, repr=False)
    data: str = ""
    inputs: object = dataclasses.field(default=None, repr=False)

    def values(self) -> Values:
        """The template's variables; where pages are many, computed only when rendering."""
        return resolve(self.context)

    def search_entry(self) -> SearchRecord | None:
        """The page's search record; None when it is not searchable."""
        return self.search() if callable(self.search) else self.search

    @property
    def file(self) -> str:
        """Path of the file below the site folder."""
        return f"{self.url}index.html" if not self.url or self.url.endswith("/") else self.url

    @property
    def root(self) -> str:
        """Relative path to the root: `` for the home page, `../../` two folders down."""
        return "../" * self.url.count("/")
