"""A document whose file is read when its text or a position is first asked for."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from generator.loading.document import Document


class FileDocument(Document):
    """A document whose file is read and parsed only when its text is asked for, or a position that is not in `places`,
    where it is then added. keys: see Document; lasting: what was parsed is kept for the next rule."""

    __slots__ = ("_keys", "_lasting", "_loaded", "_parse", "places")

    def __init__(
        self,
        path: str,
        places: dict[tuple[Any, ...], tuple[int, int]],
        parse: Callable[[], Document],
        keys: tuple[str, ...] = (),
        lasting: bool = False,
    ) -> None:
        self.path, self.places, self._parse, self._keys, self._lasting = path, places, parse, keys, lasting
        self._loaded: Document | None = None

    def __getattr__(self, name: str) -> Any:
        """Called for fields that have no value yet."""
        if name.startswith("_"):
            raise AttributeError(name)
        return getattr(self._read(), name)

    @property
    def keys(self) -> tuple[str, ...]:
        return self._keys

    def _read(self) -> Document:
        if self._loaded is None:
            self._loaded = self._parse()
        return self._loaded

    def locate(self, path: tuple[Any, ...], key: bool = False, body: bool = True) -> tuple[int, int]:
        """As Document.locate."""
        asked = (path, key, body)
        if asked not in self.places:
            self.places[asked] = self._read().locate(path, key, body)
        return self.places[asked]

    def release_positions(self) -> None:
        """Drop the parsed file."""
        if not self._lasting:
            self._loaded = None
        elif self._loaded:
            self._loaded.release_positions()
