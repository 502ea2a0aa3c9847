"""A document whose file is read when its text or a position is first asked for."""

from __future__ import annotations

from typing import Any

from generator.build.artefact_cache import Artefact
from generator.build.artefacts import ArtefactReader
from generator.loading.document import Document
from generator.schema.kinds import BY_NAME


class FileDocument(Document):
    """The document of the file at `path` (as in messages), whose artefact is `row`. The file is read and parsed only
    for its text, or for a position that the artefact does not have yet, and which is then added to it. lasting: keep
    the parsed file for the next rule."""

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
        """The parsed file; a document without positions if it can no longer be read."""
        if self._loaded is None:
            path = self._row.path
            found = self._reader.document(path, self.path, BY_NAME[self._row.kind])
            self._loaded = found or Document(path, "", {}, "")
        return self._loaded

    def locate(self, path: tuple[Any, ...], key: bool = False, body: bool = True) -> tuple[int, int]:
        """As Document.locate."""
        arguments, positions = (path, key, body), self._row.positions
        if arguments not in positions:
            positions[arguments] = self._read().locate(path, key, body)
        return positions[arguments]

    def release_positions(self) -> None:
        """Drop the parsed file."""
        if not self._lasting:
            self._loaded = None
        elif self._loaded:
            self._loaded.release_positions()
