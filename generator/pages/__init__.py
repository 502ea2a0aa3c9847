"""Kinds of pages, one module each: catalogue in, pages out. A module with a function `pages` is found by name."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar, Protocol

if TYPE_CHECKING:
    from generator.catalogue.catalogue import Catalogue
    from generator.pages.page import Page


class PageKind(Protocol):
    """A kind of pages."""

    MARKS: ClassVar[tuple[str, ...]] = ("pages",)

    def pages(self, catalogue: Catalogue) -> Iterator[Page]:
        """The pages of this kind."""


PLUGIN = PageKind
