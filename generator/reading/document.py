"""One file that was read: its data, and where each part stands in it (worked out only when somebody asks)."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from generator.reading.yaml_text import Positions, parse


@dataclass(slots=True)
class Document:
    """path: as shown in messages; text: the whole file; data: plain YAML data (a Markdown body is under noi_dung)."""

    path: str
    text: str
    data: Any
    yaml_text: str
    line_offset: int = 0  # lines before the YAML begins (front matter)
    body_line: int = 0  # line where a Markdown body begins
    _positions: Positions | None = field(default=None, repr=False)

    def locate(self, path: tuple, key: bool = False) -> tuple[int, int]:
        """(line, column) from 1 of the value (or key) at `path`, or of the nearest part above it."""
        if self.body_line and path and path[0] == "noi_dung":
            return (self.body_line, 1)
        if self._positions is None:
            self._positions = Positions()
            parse(self.yaml_text, self._positions)
        line, column = self._positions.find(path, key)
        return (line + self.line_offset, column)
