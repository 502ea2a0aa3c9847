"""Descriptions of changes to one part of a procedure, a module each, found by name."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar, Protocol

from generator.plain_data import Fields


class PartDiff(Protocol):
    """KEYS: the YAML keys it covers, in page order; ORDER: its turn among the parts."""

    MARKS: ClassVar[tuple[str, ...]] = ("KEYS", "changes")
    KEYS: tuple[str, ...]
    ORDER: int

    def changes(self, old: Fields, new: Fields) -> Iterator[str]:
        """Sentences about what changed, from two whole records."""


PLUGIN = PartDiff
