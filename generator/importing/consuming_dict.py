"""A dictionary wrapper that tracks unread keys, so that no source value is dropped without being reported."""

from __future__ import annotations

import re

from generator.importing.text_cleaning import line
from generator.plain_data import Fields, Unchecked

NUMBER = re.compile(r"([0-9]{1,15})(?:\.0)?")  # not 8.000, which is eight thousand to some and eight to others
# Technical keys with no meaning for a citizen or an officer: identifiers of rows, files and currencies.
MACHINE = re.compile(r"(?:^id|Id|Ids|^bucketName|^filePath)$")


class TrackedDict:
    """Wraps one source object; `pop` removes and returns a value, `unused` lists what is left."""

    def __init__(self, data: object) -> None:
        self._left: Fields = dict(data) if isinstance(data, dict) else {}

    def pop(self, key: str, default: object = None) -> Unchecked:
        """Remove and return the value at `key`; `default` when it is absent or None."""
        value = self._left.pop(key, default)
        return default if value is None else value

    def pop_text(self, key: str) -> str:
        """Remove and return the text at `key` as one clean line; "" when it is not a string (and stays in `unused`)."""
        return line(self._left.pop(key)) if isinstance(self._left.get(key), str) else ""

    def pop_number(self, key: str) -> Unchecked:
        """Remove and return the value at `key`, None when it is absent; a whole number that is written as a text
        (“8000”) comes as a number."""
        value = self.pop(key)
        number = NUMBER.fullmatch(value.strip()) if isinstance(value, str) else None
        return int(number[1]) if number else value

    def texts(self, key: str, inner: str = "name") -> list[str]:
        """The `inner` values of the objects in the list at `key`; plain strings are returned unchanged."""
        texts = []
        for item in self.objects(key):
            value = item.get(inner) if isinstance(item, dict) else item
            if isinstance(value, str) and value.strip():
                texts.append(value)
        return texts

    def objects(self, key: str) -> list[Unchecked]:
        """Remove and return the list at `key`; [] when it is absent or not a list."""
        value = self.pop(key, [])
        return value if isinstance(value, list) else []

    def unused(self, prefix: str = "") -> list[tuple[str, str]]:
        """(path, value) of every non-empty value that was never popped."""
        return [
            pair
            for key, value in self._left.items()
            if not MACHINE.search(key)
            for pair in _flat(f"{prefix}{key}", value)
        ]


def _flat(path: str, value: object) -> list[tuple[str, str]]:
    if value in (None, "", False, [], {}):
        return []
    if isinstance(value, dict):
        return [pair for key, item in value.items() if not MACHINE.search(key) for pair in _flat(f"{path}.{key}", item)]
    if isinstance(value, list):
        return [pair for item in value for pair in _flat(f"{path}[]", item)]
    return [(path, str(value))]
