"""A dictionary of the source that remembers what was not taken: so nothing is dropped without being listed."""

from __future__ import annotations

import re
from typing import Any

from generator.importing.text_cleaning import line

# Keys of the machine that carry no meaning for a citizen or an officer: identifiers of rows and files, currency ids.
MACHINE = re.compile(r"(?:^id|Id|Ids|^bucketName|^filePath)$")


class TrackedDict:
    """Wraps one object of a source; `take` hands a value out, `rest` lists what nobody took."""

    def __init__(self, data: Any) -> None:
        self._left: dict[str, Any] = dict(data) if isinstance(data, dict) else {}

    def take(self, key: str, default: Any = None) -> Any:
        """The value at `key`, which then counts as used."""
        value = self._left.pop(key, default)
        return default if value is None else value

    def word(self, key: str) -> str:
        """The text at `key` on one clean line; "" when it is no text (it then stays among the rest)."""
        return line(self._left.pop(key)) if isinstance(self._left.get(key), str) else ""

    def texts(self, key: str, inner: str = "name") -> list[str]:
        """The `inner` values of a list of objects; a plain text in the list stands for itself."""
        found = []
        for item in self.objects(key):
            value = item.get(inner) if isinstance(item, dict) else item
            if isinstance(value, str) and value.strip():
                found.append(value)
        return found

    def objects(self, key: str) -> list[Any]:
        """The list at `key`; [] when it is absent or no list."""
        value = self.take(key, [])
        return value if isinstance(value, list) else []

    def rest(self, prefix: str = "") -> list[tuple[str, str]]:
        """(path, value) of everything that says something and was not taken."""
        return [
            pair
            for key, value in self._left.items()
            if not MACHINE.search(key)
            for pair in _flat(f"{prefix}{key}", value)
        ]


def _flat(path: str, value: Any) -> list[tuple[str, str]]:
    if value in (None, "", False, [], {}):
        return []
    if isinstance(value, dict):
        return [pair for key, item in value.items() if not MACHINE.search(key) for pair in _flat(f"{path}.{key}", item)]
    if isinstance(value, list):
        return [pair for item in value for pair in _flat(f"{path}[]", item)]
    return [(path, str(value))]
