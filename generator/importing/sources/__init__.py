"""The sources to import from, a module each, found by name; what is private to one source lies beside it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, ClassVar, Protocol

if TYPE_CHECKING:
    from generator.importing.draft_record import DraftRecord, Options, SourceFile


class Source(Protocol):
    """KIND: its name on the command line; HELP: what it reads, in Vietnamese; KEEPS_NAMELESS: a record without a name
    is still a record, as in a list of changes."""

    MARKS: ClassVar[tuple[str, ...]] = ("KIND", "HELP")
    KIND: str
    HELP: str
    KEEPS_NAMELESS: bool

    def recognises(self, first: object) -> bool:
        """True if the first object of a JSON file has the shape of this source."""

    def read(self, file: SourceFile, options: Options) -> Iterator[DraftRecord]:
        """One draft for each record. Raises ImportRefused."""


PLUGIN = Source
