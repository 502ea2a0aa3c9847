"""A document and an entry whose contents are read when they are first asked for."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from generator.build.artefact_cache import Artefact
from generator.loading.document import Document
from generator.loading.store import Entry
from generator.schema.kinds import BY_NAME
from generator.schema.whole_token import WholeToken

EMPTY: frozenset[Any] = frozenset()  # one object for thousands of entries, as the next
NO_LAYERS: dict[str, Document] = {}


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


class SummaryEntry(Entry):
    """The entry of a procedure, of which the code and the name are known; the rest is unpacked when it is asked for."""

    __slots__ = ("_named", "_unpack")

    def __init__(self, document: Document, row: Artefact, unpack: Callable[[Entry], None]) -> None:
        self.kind, self.document, self.base = BY_NAME[row.kind], document, ()
        self.faulty_lines = frozenset(row.lines) if row.lines else EMPTY
        self.layers, self.version, self.since, self.first = NO_LAYERS, None, None, None
        self.token, self.full_token = row.token, WholeToken(row.full_sum, (row.path,))
        self._named, self._unpack = row.named, unpack

    @property
    def code(self) -> str | None:
        return self._named[0]

    @property
    def name(self) -> str | None:
        return self._named[1]

    def __getattr__(self, name: str) -> Any:
        """Called for fields that have no value yet."""
        if name.startswith("_"):
            raise AttributeError(name)
        self._unpack(self)
        return getattr(self, name)
