"""The reason for a saved change: a correction of our own, or a change of the law with its document and day."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path

from generator.editor.private_files import write_private
from generator.plain_data import Fields

CORRECTION, LAW = "sua-loi", "luat"


@dataclass(frozen=True, slots=True)
class Reason:
    """cause: CORRECTION, LAW or ""; document: number of the legal document; day: from when, ISO; note: a sentence."""

    cause: str = ""
    document: str = ""
    day: str = ""
    note: str = ""


class Reasons:
    """By path, in one JSON file outside the content, until the change is sent."""

    def __init__(self, folder: Path) -> None:
        self.file = folder / "ly-do.txt"

    def _all(self) -> Fields:
        try:
            rows = json.loads(self.file.read_bytes())
        except (OSError, ValueError):
            return {}
        return rows if isinstance(rows, dict) else {}

    def of(self, path: str) -> Reason:
        """The reason of the change of a file, an empty one without any."""
        row = self._all().get(path)
        keys = Reason.__dataclass_fields__
        return Reason(**{key: str(row.get(key, "")) for key in keys}) if isinstance(row, dict) else Reason()

    def keep(self, path: str, reason: Reason) -> None:
        """Store the reason; an empty one is deleted. Raises OSError."""
        rows = self._all()
        if reason == Reason():
            rows.pop(path, None)
        else:
            rows[path] = asdict(reason)
        write_private(self.file, json.dumps(rows, ensure_ascii=False, indent=1).encode())
