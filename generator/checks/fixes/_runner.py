"""All fixers over one text, each kept only when the file still means the same."""

from __future__ import annotations

import unicodedata
from typing import Any

from generator.checks.fixes import byte_order_mark, dates, keys, letters, quotes, spaces
from generator.checks.fixes._parsed import data_of
from generator.loading.yaml.parse import YamlError
from generator.schema.kinds import Kind
from generator.schema.spaces import tidy

FIXERS = (byte_order_mark, letters, spaces, quotes, dates, keys)
ON_BROKEN = (byte_order_mark, letters)  # letter by letter: safe in a file that cannot be read yet


def fix(text: str, kind: Kind) -> tuple[str, list[str]]:
    """(mended text, what was done in Vietnamese). Line ends stay what they are; nothing raises."""
    crlf = "\r\n" in text and "\n" not in text.replace("\r\n", "")
    if crlf:
        text = text.replace("\r\n", "\n")
    elif "\r" in text:
        return text, []  # mixed line ends: the editor's own program should settle them first
    meaning = _meaning(text, kind)
    done: list[str] = []
    for fixer in FIXERS if meaning is not None else ON_BROKEN:
        better = fixer.mend(text, kind)
        if better != text and (meaning is None or _meaning(better, kind) == meaning):
            text = better
            done.append(fixer.WHAT)
    return (text.replace("\n", "\r\n") if crlf else text), done


def _meaning(text: str, kind: Kind) -> Any:
    """What the file says, but for what the fixers may change; None when it cannot be read."""
    try:
        return _plain(data_of(text.lstrip("\ufeff"), kind)) or None
    except YamlError:
        return None


def _plain(data: Any) -> Any:
    if isinstance(data, dict):
        return {_plain(key): _plain(value) for key, value in data.items()}
    if isinstance(data, list):
        return [_plain(item) for item in data]
    if isinstance(data, str):
        text = " ".join(tidy(unicodedata.normalize("NFC", data)).split())
        return dates.certain(text) or text
    return data
