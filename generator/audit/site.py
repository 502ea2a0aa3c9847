"""Parses a built site: the links, loads, text and elements of each page."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

from generator.progress import ProgressCallback, no_progress

Position = tuple[int, int]  # line, column from 1
SITEMAP = "sitemap.xml"
# elements whose text is checked; these have end tags in HTML as written here, others may not
TEXT_TAGS = frozenset(
    {"title", "main", "section", "h1", "h2", "h3", "h4", "h5", "h6", "a", "button", "label", "nav", "footer", "time"}
)


@dataclass(slots=True, eq=False)
class Tag:
    """An opening tag with its attributes and place. text: its text content, alternative texts of pictures included, for
    SPEAKING tags only."""

    name: str
    attributes: dict[str, str]
    place: Position
    texts: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        return " ".join("".join(self.texts).split())


class ParsedPage(HTMLParser):
    """One HTML page. size: bytes as stored; tags: all opening tags in order; ended: names of closing tags."""

    def __init__(self, file: str, size: int) -> None:
        super().__init__()
        self.file, self.size = file, size
        self.tags: list[Tag] = []
        self.ended: set[str] = set()
        self._open: list[Tag] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        line, column = self.getpos()
        element = Tag(tag, {name: value or "" for name, value in attrs}, (line, column + 1))
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

    def handle_endtag(self, tag: str) -> None:
        self.ended.add(tag)
        names = [opened.name for opened in self._open]
        if tag in names:
            del self._open[len(names) - 1 - names[::-1].index(tag) :]

    def handle_data(self, data: str) -> None:
        for opened in self._open:
            opened.texts.append(data)

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
    """A folder with a built site. on_progress gets the number of pages read."""

    def __init__(self, folder: Path, on_progress: ProgressCallback = no_progress) -> None:
        self.folder, self.on_progress = folder, on_progress

    @cached_property
    def pages(self) -> dict[str, ParsedPage]:
        """Every HTML page, by path below the folder."""
        found: dict[str, ParsedPage] = {}
        files = sorted(self.folder.rglob("*.html"))
        for at, file in enumerate(files):
            self.on_progress(at, len(files))
            name = file.relative_to(self.folder).as_posix()
            if not name.startswith("pagefind/"):
                data = file.read_bytes()
                found[name] = ParsedPage(name, len(data))
                found[name].feed(data.decode("utf-8", "replace"))
        return found

    @cached_property
    def ids(self) -> dict[str, set[str]]:
        """The ids of every page."""
        return {name: {value for _, value in page.with_attribute("id")} for name, page in self.pages.items()}

    @cached_property
    def files(self) -> set[str]:
        """Paths of all files below the folder."""
        return {path.relative_to(self.folder).as_posix() for path in self.folder.rglob("*") if path.is_file()}

    def text(self, name: str) -> str:
        """The content of a text file; invalid bytes are replaced."""
        return (self.folder / name).read_bytes().decode("utf-8", "replace")

    @cached_property
    def _sitemap_folders(self) -> list[str]:
        """URL paths of the folders whose site maps robots.txt names, that of the root first."""
        rows = self.text("robots.txt").splitlines() if "robots.txt" in self.files else []
        addresses = [row.partition(":")[2].strip() for row in rows if row.lower().startswith("sitemap:")]
        return [unquote(urlsplit(address).path).rpartition("/")[0] + "/" for address in addresses]

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

    def edition_of(self, name: str) -> str:
        """The folder of the edition that a file belongs to."""
        return max((folder for folder in self.editions if name.startswith(folder)), key=len)

    def within(self, name: str) -> str:
        """The path of a file inside its edition."""
        return name.removeprefix(self.edition_of(name))
