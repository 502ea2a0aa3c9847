"""Positions in a YAML text, and the error that has one."""

from __future__ import annotations

from dataclasses import dataclass, field

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

    def __str__(self) -> str:
        return f"dòng {self.line}: {self.message}"


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
