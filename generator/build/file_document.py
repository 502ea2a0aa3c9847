"""A document whose file is read when its text or a position is first asked for."""

from __future__ import annotations

from typing import Any

from generator.build.artefact_cache import Artefact
from generator.build.artefacts import ArtefactReader
from generator.loading.document import Document
from generator.schema.kinds import BY_NAME


class FileDocument(Document):
    """The document of the file at `path` (as in messages), whose artefact is `row`. It is read and parsed only when its
    text is asked for, or a position that is not in the artefact, where it is then added. lasting: what was parsed is
    kept for the next rule."""

    __slots__ = ("_lasting", "_loaded", "_reader", "_row")

    def __init__(self, path: str, row: Artefact, reader: ArtefactReader, lasting: bool = False) -> None:
        self.path, self._row, self._reader, self._lasting = path, row, reader, lasting
        self._loaded: Document | None = None

    def __getattr__(self, name: str) -> Any:
        """Called for fields that have no value yet."""
        if name.startswith("_"):
            raise AttributeError(name)
        return getattr(self._read(), name)

    @property
    def keys(self) -> tuple[str, ...]:
        return self._row.keys

    def _read(self) -> Document:
        """What was parsed; a document without positions if the file has changed beyond reading."""
        if self._loaded is None:
            path = self._row.path
            found = self._reader.document(path, self.path, BY_NAME[self._row.kind])
            self._loaded = found or Document(path, "", {}, "")
        return self._loaded

    def locate(self, path: tuple[Any, ...], key: bool = False, body: bool = True) -> tuple[int, int]:
        """As Document.locate."""
        asked, places = (path, key, body), self._row.places
        if asked not in places:
            places[asked] = self._read().locate(path, key, body)
        return places[asked]

    def release_positions(self) -> None:
        """Drop the parsed file."""
        if not self._lasting:
            self._loaded = None
        elif self._loaded:
            self._loaded.release_positions()
