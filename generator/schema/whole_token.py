"""The identity of whole records, including their private texts."""

from __future__ import annotations

from dataclasses import dataclass

from generator.schema.packing import digest


@dataclass(frozen=True, slots=True)
class WholeToken:
    """Identifies whole records if `value` is not empty. files: those they are read from,
    below the content folder. It is no plain value: who states it as an input calls `noted` (pages/inputs.py)."""

    value: bytes = b""
    files: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.value)

    def joined(self, *parts: bytes) -> WholeToken:
        """Identifies the records together with `parts`; empty if one of them is unknown."""
        return WholeToken(digest(self.value, *parts), self.files) if self.value and all(parts) else UNKNOWN


UNKNOWN = WholeToken()
