"""For rules on Markdown: the rendered text, links and heading ids of a record, cached for the last record."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import NamedTuple

from generator.loading.entry import Entry
from generator.schema.kinds import KINDS

MARKDOWN_KINDS = tuple(kind.name for kind in KINDS if kind.markdown)
NAMES = {"a": ("href",), "area": ("href",), "form": ("action",), "object": ("data",), "link": ("href",)}
PICTURES = {"img", "picture", "svg", "video", "audio", "iframe", "embed", "object", "source"}
HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}


class Link(NamedTuple):
    """A link target. tag: the HTML element that carries it; line: in the file."""

    tag: str
    address: str
    line: int


class Body(NamedTuple):
    """text: the source; line: its first line in the file; pieces: (text, is_code) as on the page; links: in order, with
    those that sanitising removes; ids: of the headings."""

    text: str
    line: int
    pieces: list[tuple[str, bool]]
    links: list[Link]
    ids: frozenset[str]

    def line_at(self, offset: int) -> int:
        """The file line of an offset in `text`."""
        return self.line + self.text.count("\n", 0, offset)


class _Last:
    """Cache of `body_of` for the last record: several rules ask for it in a row."""

    entry: Entry | None = None
    body: Body | None = None


def body_of(entry: Entry) -> Body | None:
    """The rendered Markdown of a record, None if it has no text."""
    if _Last.entry is not entry:
        _Last.entry, _Last.body = entry, _made(entry)
    return _Last.body


def _made(entry: Entry) -> Body | None:
    text = getattr(entry.record, "body", None)
    if not text:
        return None
    from generator.loading.markdown import cleaned, converted  # only where there is Markdown

    line = entry.document.locate((*entry.base, "noi_dung"))[0]
    try:
        html = converted(text)
    except RecursionError:  # nested too deeply: nothing of it is published
        return None
    page = _read(cleaned(html))
    source = _read(html)
    links, at = [], 0
    for tag, address in source.links:
        place = text.find(address or "()", at)
        at = place + 1 if place >= 0 else at
        links.append(Link(tag, address, line + text.count("\n", 0, max(place, at - 1, 0))))
    return Body(text, line, page.texts, links, frozenset(page.ids))


def shown_of(text: str) -> list[tuple[str, bool]]:
    """(text, is_code) pieces that a page shows of Markdown source."""
    from generator.loading.markdown import cleaned, converted

    return _read(cleaned(converted(text))).texts


def _read(html: str) -> _Reader:
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader


class _Reader(HTMLParser):
    """Collects texts: (text, is_code); links: (tag, address); ids: of headings."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.texts: list[tuple[str, bool]] = []
        self.links: list[tuple[str, str]] = []
        self.ids: list[str] = []
        self.code = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = dict(attrs)
        self.code += tag in ("code", "pre")
        if tag in HEADINGS and attributes.get("id"):
            self.ids.append(attributes["id"] or "")
        for name in NAMES.get(tag, ("src", "srcset", "poster", "background")):
            if name in attributes:
                self.links.append((tag, attributes[name] or ""))
                break
        else:
            if tag in PICTURES:
                self.links.append((tag, ""))

    def handle_endtag(self, tag: str) -> None:
        self.code -= tag in ("code", "pre") and self.code > 0

    def handle_data(self, data: str) -> None:
        self.texts.append((data, self.code > 0))
