"""Files for machines and scripts: feeds, calendars, small JSON. One module, one export; modules are found by name."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, ClassVar, Protocol

if TYPE_CHECKING:
    from generator.catalogue.catalogue import Catalogue


class Export(Protocol):
    """An export has `files` or `data`. pieces(catalogue): the same files as several tasks; OWN_POOL: it uses its own
    thread pool; inputs(catalogue): what the files depend on; FIXED_NAME: its data is published without a hash."""

    MARKS: ClassVar[tuple[str, ...]] = ("files", "data")
    OWN_POOL: bool = False
    FIXED_NAME: bool = False
    pieces: Callable[..., object] | None = None
    inputs: Callable[..., object] | None = None

    def files(self, catalogue: Catalogue) -> Iterator[tuple[str, bytes]]:
        """(path below the site, bytes) of files with a fixed address."""

    def data(self, catalogue: Catalogue) -> Iterator[tuple[str, bytes]]:
        """(logical name, bytes) of data that scripts load: published under a hashed name like a style sheet, so that
        it may be cached for ever."""


PLUGIN = Export
