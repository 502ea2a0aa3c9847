"""The plan of one synchronisation, as data."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from generator.importing.destination import ContentFolder
from generator.importing.sync import parts, successors
from generator.plain_data import Fields

VANISHED = "không còn ở nguồn"


@dataclass(slots=True)
class RecordSync:
    """One record of ours. changed: keys that follow the source; sentences: the change in citizens' words; conflicts:
    parts that both sides changed, ours kept; refused: why the file could not be edited."""

    code: str
    name: str
    file: Path
    changed: list[str] = field(default_factory=list)
    sentences: list[str] = field(default_factory=list)
    conflicts: list[parts.Conflict] = field(default_factory=list)
    refused: str = ""
    data: Fields = field(default_factory=dict)  # the merged record
    before: Fields = field(default_factory=dict)  # ours before
    day: dt.date | None = None  # first day of the version that it becomes


class UnreadPart(NamedTuple):
    """A part that the source stated last time and now leaves empty, or that cannot be read there: ours stays. place:
    of the record in the source; path: keys and names."""

    code: str
    name: str
    place: str
    path: tuple[str, ...]

    @property
    def mark(self) -> str:
        """Names it among what was reported."""
        return " › ".join((self.code, *self.path))


@dataclass(slots=True)
class SyncPlan:
    """texts: the new text of every file to write; first: records whose state is only remembered this time."""

    target: ContentFolder
    records: list[RecordSync] = field(default_factory=list)
    vanished: dict[str, str] = field(default_factory=dict)  # code -> name
    abolished: dict[str, str] = field(default_factory=dict)
    fresh: dict[str, str] = field(default_factory=dict)
    proposals: list[successors.Succession] = field(default_factory=list)
    first: list[str] = field(default_factory=list)
    same: int = 0
    texts: dict[Path, str] = field(default_factory=dict)
    warnings: list[str] = field(default_factory=list)
    reported: set[str] = field(default_factory=set)  # what was reported before, in the same state
    unread: list[UnreadPart] = field(default_factory=list)
    dated: bool = False

    def moved(self) -> bool:
        """True if there is anything that a person should see."""
        return bool(self.records or set(self.stated()) - self.reported)

    def stated(self) -> dict[str, str]:
        """The items that are reported once, with the reason: a code that is no longer at the source or abolished there,
        a part that the source does not state any more."""
        return (
            dict.fromkeys(self.vanished, VANISHED)
            | dict.fromkeys(self.abolished, "đã bãi bỏ ở nguồn")
            | dict.fromkeys((part.mark for part in self.unread), "nguồn để trống hoặc không đọc được")
        )
