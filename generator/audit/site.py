"""A built site as facts: what each page links to, loads, and is made of."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from html.parser import HTMLParser
from pathlib import Path

Place = tuple[int, int]  # line, column from 1


@dataclass(slots=True)
class Tag:
    """An opening tag with its attributes and place."""

    name: str
    attributes: dict[str, str]
    place: Place


class PageFacts(HTMLParser):
    """One HTML page. size: bytes as stored; tags: all opening tags in order."""

    def __init__(self, file: str, size: int) -> None:
        super().__init__()
        self.file, self.size = file, size
        self.tags: list[Tag] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        line, column = self.getpos()
        self.tags.append(Tag(tag, {name: value or "" for name, value in attrs}, (line, column + 1)))

    def with_attribute(self, *names: str) -> list[tuple[Tag, str]]:
        """(tag, value) of every tag that has one of the attributes."""
        return [(tag, tag.attributes[name]) for tag in self.tags for name in names if name in tag.attributes]


class BuiltSite:
    """A folder with a built site."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @cached_property
    def pages(self) -> dict[str, PageFacts]:
        """Every HTML page by path below the folder."""
        found: dict[str, PageFacts] = {}
        for file in sorted(self.folder.rglob("*.html")):
            name = file.relative_to(self.folder).as_posix()
            if not name.startswith("pagefind/"):
                data = file.read_bytes()
                found[name] = PageFacts(name, len(data))
                found[name].feed(data.decode("utf-8", "replace"))
        return found

    @cached_property
    def ids(self) -> dict[str, set[str]]:
        """The ids of every page."""
        return {name: {value for _, value in page.with_attribute("id")} for name, page in self.pages.items()}

    @cached_property
    def files(self) -> set[str]:
        """Every file by path below the folder."""
        return {path.relative_to(self.folder).as_posix() for path in self.folder.rglob("*") if path.is_file()}
