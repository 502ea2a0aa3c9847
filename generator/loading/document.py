"""One parsed file: its data, and the position of each part (computed on demand)."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, field

from generator.loading.yaml.parse import parse
from generator.loading.yaml.positions import Positions, YamlError
from generator.plain_data import Unchecked
from generator.problem import KeyPath
from generator.schema.kinds import BODY_KEY

_NEXT_KEY = re.compile(r"\n(?=[^\s#-])")  # start of the next top-level key


@dataclass(slots=True)
class Document:
    """path: as shown in messages; text: the whole file; data: plain YAML data (a Markdown body is under noi_dung)."""

    path: str
    text: str
    data: Unchecked
    yaml_text: str
    line_offset: int = 0  # lines before the YAML begins (front matter)
    body_line: int = 0  # line where a Markdown body begins
    located: bool = True  # False: positions of findings are not needed
    _positions: Positions | None = field(default=None, repr=False)
    _blocks: dict[str, tuple[Positions, int] | None] = field(default_factory=dict, repr=False)  # by top-level key

    @property
    def keys(self) -> Collection[str]:
        """The top-level keys."""
        return self.data if isinstance(self.data, dict) else ()

    def release_positions(self) -> None:
        """Drop the cached positions, which are computed again on demand. The positions in a list file are kept for its
        next record."""
        if isinstance(self.data, dict):
            self._positions = None
            self._blocks = {}

    def locate(self, path: KeyPath, key: bool = False, body: bool = True) -> tuple[int, int]:
        """(line, column) from 1 of the value (or key) at `path`, or of its nearest ancestor. body: `noi_dung` means the
        Markdown text."""
        if not self.located:
            return (1, 1)
        if body and self.body_line and path and path[0] == BODY_KEY:
            return (self.body_line, 1)
        if self._positions is None:
            quick = self._in_block(path, key)
            if quick:
                return (quick[0] + self.line_offset, quick[1])
            self._positions = Positions()
            parse(self.yaml_text, self._positions)
        line, column = self._positions.find(path, key)
        return (line + self.line_offset, column)

    def _in_block(self, path: KeyPath, key: bool) -> tuple[int, int] | None:
        """The position, computed from the lines of one top-level key alone, which is enough for the one or two findings
        of most files. None if those lines cannot be found reliably."""
        top = path[0] if path else None
        if not isinstance(top, str) or not isinstance(self.data, dict) or top not in self.data:
            return None
        if top not in self._blocks:  # cached: a block may have many findings
            self._blocks[top] = self._read_block(top)
        block = self._blocks[top]
        if block is None:
            return None
        line, column = block[0].find(path, key)
        return (line + block[1], column)

    def _read_block(self, top: str) -> tuple[Positions, int] | None:
        """The positions within the lines of `top`, and the number of lines before them."""
        text = f"\n{self.yaml_text}"
        start = text.find(f"\n{top}:")
        if start < 0 or text.find(f"\n{top}:", start + 1) >= 0:
            return None
        end = _NEXT_KEY.search(text, start + 1)
        block, found = text[start + 1 : end.start() + 1 if end else None], Positions()
        try:
            alone = parse(block, found)
        except YamlError:
            return None
        if not isinstance(alone, dict) or list(alone) != [top] or alone[top] != self.data[top]:
            return None
        return found, text.count("\n", 0, start)
