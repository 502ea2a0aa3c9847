"""Parses YAML to plain data: dicts, lists and *texts*. No types are guessed, so codes, times and `no` stay as written.

Plain files are read by fast.py; all others in one pass over libyaml's events: duplicate keys, anchors, tags, complex
keys and depth are rejected before anything is built (200,000 nested brackets crash libyaml's own constructor).
Positions are collected only on request: most files have no findings and never need them.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from generator.loading.yaml.fast import Unsupported, parse_fast
from generator.problem import KeyPath

MAX_DEPTH = 24


@dataclass(slots=True)
class YamlError(Exception):
    """A fault in YAML text; line and column from 1."""

    id: str
    line: int
    column: int
    message: str
    hint: str = ""


@dataclass(slots=True)
class Positions:
    """(line, column) from 1 of each value and each key, by path of keys and indices."""

    values: dict[KeyPath, tuple[int, int]] = field(default_factory=dict)
    keys: dict[KeyPath, tuple[int, int]] = field(default_factory=dict)

    def find(self, path: KeyPath, key: bool = False) -> tuple[int, int]:
        """The position of `path`, or of its nearest ancestor that exists in the file."""
        while True:
            for table in (self.keys, self.values) if key else (self.values, self.keys):
                if path in table:
                    return table[path]
            if not path:
                return (1, 1)
            path, key = path[:-1], True


def parse(text: str, positions: Positions | None = None) -> Any:
    """Build the data of the single YAML document in `text`; an empty text gives None. Raises YamlError."""
    try:
        return parse_fast(text, positions)
    except Unsupported:
        from generator.loading.yaml.full import parse_full

        if positions is not None:  # positions collected by the fast parser before it gave up
            positions.values.clear()
            positions.keys.clear()
        return parse_full(text, positions)
