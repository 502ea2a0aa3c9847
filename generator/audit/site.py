"""Parses a built site: the links, loads, text and elements of each page."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from functools import cached_property
from html.parser import HTMLParser
from pathlib import Path
from typing import ClassVar
from urllib.parse import unquote, urlsplit

Position = tuple[int, int]  # line, column from 1
SITEMAP = "sitemap.xml"
MAX_KNOWN = 50_000  # tags whose parsed form is kept
# elements whose text is checked; these have end tags in HTML as written here, others may not
TEXT_TAGS = frozenset(
    {"title", "main", "section", "h1", "h2", "h3", "h4", "h5", "h6", "a", "button", "label", "nav", "footer", "time"}
)
# end tags of which only the name matters
PLAIN_NAMES = TEXT_TAGS | set(
    "article aside b body dd details div dl dt em fieldset form g head header html i kbd li".split()
)
PLAIN_NAMES |= set("ol option p path select span strong summary svg symbol table tbody td th thead tr ul use".split())


def place_in(text: str, at: int) -> Position:
    """The line and column of the character at the offset `at`."""
    return text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at)


def line_in(text: str, at: int) -> Position:
    """The beginning of the line of the character at the offset `at`."""
    return place_in(text, at)[0], 1


@dataclass(slots=True, eq=False)
class Tag:
    """An opening tag with its attributes and place. text: its text content with the alternative texts of pictures, of
    TEXT_TAGS only."""

    name: str
    attributes: dict[str, str]
    page: ParsedPage
    offset: int
    texts: list[str] = field(default_factory=list)

    @property
    def place(self) -> Position:
        return place_in(self.page.source, self.offset)

    @property
    def text(self) -> str:
        return " ".join("".join(self.texts).split())


class ParsedPage(HTMLParser):
    """One HTML page. size: bytes as stored; tags: all opening tags in order; ended: names of closing tags."""

    _known: ClassVar[dict[str, tuple[str, dict[str, str]]]] = {}  # text of a tag -> what it is parsed to

    def __init__(self, file: str, size: int) -> None:
        super().__init__()
        self.file, self.size = file, size
        self.source = ""
        self.tags: list[Tag] = []
        self.ended: set[str] = set()
        self._open: list[Tag] = []
        self._offset = 0  # of the tag that is parsed

    def feed(self, data: str) -> None:
        """Parse the whole page: to be called once."""
        self.source = data
        super().feed(data)

    def parse_starttag(self, i: int) -> int:
        """The same tags occur on all pages of a site, so each distinct text is parsed only once."""
        end = self.rawdata.find(">", i) + 1
        text, self._offset = self.rawdata[i:end], i
        if known := self._known.get(text):
            self._start(*known)
            return end
        at = super().parse_starttag(i)
        # with an unclosed quotation mark, the meaning of the text depends on what follows
        if at == end and text.count('"') % 2 == 0 and "'" not in text and not self.cdata_elem and text[-2:] != "/>":
            if len(self._known) > MAX_KNOWN:
                self._known.clear()
            self._known[text] = self.tags[-1].name, self.tags[-1].attributes
        return at

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._start(tag, {name: value or "" for name, value in attrs})

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        element = Tag(tag, attributes, self, self._offset)
        self.tags.append(element)
        spoken = element.attributes.get("aria-label") or element.attributes.get("alt")
        if spoken and self._open:
            self.handle_data(spoken)
        if tag in TEXT_TAGS:
            self._open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag in TEXT_TAGS and self._open[-1] is self.tags[-1]:
            self._open.pop()

    def updatepos(self, i: int, j: int) -> int:
        """Positions are computed on demand, not for every token."""
        return j

    def parse_endtag(self, i: int) -> int:
        end = self.rawdata.find(">", i) + 1
        name = self.rawdata[i + 2 : end - 1]
        if self.cdata_elem or name not in PLAIN_NAMES:
            return super().parse_endtag(i)
        self.handle_endtag(name)
        return end

    def handle_endtag(self, tag: str) -> None:
        self.ended.add(tag)
        if tag in TEXT_TAGS:
            for at in range(len(self._open) - 1, -1, -1):
                if self._open[at].name == tag:
                    del self._open[at:]
                    break

    def handle_data(self, data: str) -> None:
        for opened in self._open:
            opened.texts.append(data)

    @cached_property
    def ids(self) -> set[str]:
        """All ids of the page."""
        return {value for _, value in self.with_attribute("id")}

    def with_attribute(self, *names: str) -> list[tuple[Tag, str]]:
        """(tag, value) for every tag that has one of the attributes."""
        return [(tag, tag.attributes[name]) for tag in self.tags for name in names if name in tag.attributes]

    def first(self, tag_name: str, /, **attributes: str) -> Tag | None:
        """The first tag with that name and those attributes."""
        return next(
            (
                tag
                for tag in self.tags
                if tag.name == tag_name and all(tag.attributes.get(key) == value for key, value in attributes.items())
            ),
            None,
        )

    @property
    def has_stylesheet(self) -> bool:
        """True when it loads a style sheet: a page for people, not a bare fragment."""
        return any(
            tag.name == "link" and "stylesheet" in tag.attributes.get("rel", "").lower().split() for tag in self.tags
        )

    @property
    def redirects(self) -> bool:
        """True if it only redirects to another page, as the pages of stable names do."""
        tags = (tag.attributes.get("http-equiv", "").lower() for tag in self.tags if tag.name == "meta")
        return not self.has_stylesheet and "refresh" in tags

    @property
    def has_site_frame(self) -> bool:
        """True when it uses the site's own frame (theme/frame.html)."""
        return any(tag.name == "body" and "data-root" in tag.attributes for tag in self.tags)


class BuiltSite:
    """A folder with a built site."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.sizes: dict[str, int] = {}  # compressed, of files that many pages load
        self.targets: dict[tuple[str, str], str | None] = {}  # folder and path of a link -> the file it leads to

    @cached_property
    def entries(self) -> dict[str, os.DirEntry[str]]:
        """Everything below the folder by path, files and folders; links to folders are not followed."""
        found: dict[str, os.DirEntry[str]] = {}
        waiting = [""]
        while waiting:
            below = waiting.pop()
            with os.scandir(self.folder / below) as inside:
                for entry in inside:
                    found[below + entry.name] = entry
                    if entry.is_dir(follow_symlinks=False):
                        waiting.append(f"{below}{entry.name}/")
        return found

    @cached_property
    def files(self) -> frozenset[str]:
        """Paths of all files below the folder."""
        return frozenset(name for name, entry in self.entries.items() if not entry.is_dir())

    @cached_property
    def page_names(self) -> list[str]:
        """Paths of all HTML pages below the folder, sorted."""
        return sorted(name for name in self.files if name.endswith(".html") and not name.startswith("pagefind/"))

    def page(self, name: str) -> ParsedPage:
        """Parse one page. Nothing is kept: all pages of a large site together take a gigabyte."""
        data = (self.folder / name).read_bytes()
        page = ParsedPage(name, len(data))
        page.feed(data.decode("utf-8", "replace"))
        return page

    def text(self, name: str) -> str:
        """The content of a text file; invalid bytes are replaced."""
        return (self.folder / name).read_bytes().decode("utf-8", "replace")

    @cached_property
    def _sitemaps(self) -> list[str]:
        """The addresses of the site maps that robots.txt names, that of the root first."""
        rows = self.text("robots.txt").splitlines() if "robots.txt" in self.files else []
        return [row.partition(":")[2].strip() for row in rows if row.lower().startswith("sitemap:")]

    @cached_property
    def _sitemap_folders(self) -> list[str]:
        """URL paths of the folders of these site maps."""
        return [unquote(urlsplit(address).path).rpartition("/")[0] + "/" for address in self._sitemaps]

    @cached_property
    def host(self) -> str:
        """The host of the site, with its port, from robots.txt; empty if that names no site map."""
        return urlsplit(next(iter(self._sitemaps), "")).netloc

    @property
    def base(self) -> str:
        """The URL path of the site, from robots.txt: `/`, or e.g. `/tthc/`."""
        return next(iter(self._sitemap_folders), "/")

    @cached_property
    def editions(self) -> list[str]:
        """Folders that each hold the site as of a day, with a closing `/`; the root's is empty and comes first."""
        named = {path.removeprefix(self.base) for path in self._sitemap_folders if path.startswith(self.base)}
        found = {name.removesuffix(SITEMAP) for name in self.files if name.endswith(f"/{SITEMAP}")}
        return ["", *sorted((named | found) - {""})]

    def names_map(self, name: str) -> bool:
        """True if robots.txt names the site map that is this file, so that search engines read it."""
        return f"{self.base}{name.removesuffix(SITEMAP)}" in self._sitemap_folders

    def edition_of(self, name: str) -> str:
        """The folder of the edition that a file belongs to."""
        return max((folder for folder in self.editions if name.startswith(folder)), key=len)

    def within(self, name: str) -> str:
        """The path of a file inside its edition."""
        return name.removeprefix(self.edition_of(name))
