"""A printed sheet before typesetting."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, partial
from typing import Any


@dataclass(frozen=True, slots=True)
class Sheet:
    """path: below the site, ends with .pdf; template: in templates/, without .typ; make: returns its data; a3: as the
    sheet of the same data on A4, enlarged; shows: records that it shows as a whole, by their file below the content
    folder. Sheets of the same data have the same `make`."""

    path: str
    template: str
    make: Callable[[], dict[str, Any]]
    a3: bool = False
    shows: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """Identifies it from one build to the next, as Output.name."""
        return self.path

    @property
    def data(self) -> dict[str, Any]:
        """JSON for the template."""
        return self.make()


def once(make: Callable[..., dict[str, Any]], *arguments: object) -> Callable[[], dict[str, Any]]:
    """A function that returns the data that `make` returns for these arguments, computed on first use."""
    return cache(partial(make, *arguments))
