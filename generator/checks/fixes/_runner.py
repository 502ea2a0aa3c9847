"""Runs all fixers over one text; a correction that changes the meaning of the file is discarded."""

from __future__ import annotations

import unicodedata
from typing import Any

import generator.checks.fixes
from generator.checks.fixes import Fixer, dates
from generator.checks.fixes._parsed import data_of
from generator.loading.yaml.positions import YamlError
from generator.plugins import plugins_in
from generator.schema.kinds import Kind
from generator.text.whitespace import tidy

FIXERS = tuple(sorted(plugins_in(generator.checks.fixes, Fixer), key=lambda fixer: fixer.ORDER))
ON_BROKEN = tuple(fixer for fixer in FIXERS if getattr(fixer, "ON_BROKEN", Fixer.ON_BROKEN))


def fix(text: str, kind: Kind) -> tuple[str, list[str]]:
    """(corrected text, Vietnamese descriptions of the corrections). Line endings are preserved; never raises."""
    crlf = "\r\n" in text and "\n" not in text.replace("\r\n", "")
    if crlf:
        text = text.replace("\r\n", "\n")
    elif "\r" in text:
        return text, []  # mixed line endings: to be unified in the editor first
    meaning = _meaning(text, kind)
    done: list[str] = []
    for fixer in FIXERS if meaning is not None else ON_BROKEN:
        better = fixer.fix(text, kind)
        if better != text and (meaning is None or _meaning(better, kind) == meaning):
            text = better
            done.append(fixer.DESCRIPTION)
    return (text.replace("\n", "\r\n") if crlf else text), done


def _meaning(text: str, kind: Kind) -> Any:
    """The parsed data without the differences that fixers may make; None if it cannot be parsed."""
    try:
        return _plain(data_of(text.lstrip("\ufeff"), kind)) or None
    except YamlError:
        return None


def _plain(data: object) -> Any:
    if isinstance(data, dict):
        return {_plain(key): _plain(value) for key, value in data.items()}
    if isinstance(data, list):
        return [_plain(item) for item in data]
    if isinstance(data, str):
        text = " ".join(tidy(unicodedata.normalize("NFC", data)).split())
        return dates.certain(text) or text
    return data
