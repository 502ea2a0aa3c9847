"""Extracts code, name and mentioned codes from a file with regular expressions, without parsing the YAML.

A check or page of a few records can so refer to all others, at a fiftieth of the cost of loading them.
"""

from __future__ import annotations

import hashlib
import re
from pathlib import Path
from typing import NamedTuple

from generator.checks._engine.context import normalised_name
from generator.loading.decoding import decode, read_raw
from generator.loading.document import Document
from generator.loading.folder import read_text
from generator.loading.store import Entry, Store
from generator.schema.kinds import BY_NAME

_CODE = re.compile(r"\.[0-9]{6}")  # starts with a literal: fourteen times as fast as with the digit before it
PROCEDURE, DOCUMENT = ("ma_thu_tuc", "ten_thu_tuc"), ("so_ky_hieu",)  # YAML keys of code and name
NOTHING = {"~", "null", "Null", "NULL"}
_VALUE = re.compile(r"""(?:"([^"\\\n]+)"|'([^'\n]+)'|([^\s"'>|#&*!%@`\[{?:,-](?:[^#\n:\\]*[^#\n:\\ ])?)) *+""")


class RecordHeader(NamedTuple):
    """path: relative to the content; code, name: of the procedure, None if missing or unreadable (for a document: its
    number, None); mentions: codes of procedures anywhere in the text."""

    path: str
    code: str | None
    name: str | None
    mentions: frozenset[str]
    seen: tuple[int, int, bytes] | None = None  # size, mtime (ns), digest, as in input_hashes.py

    @property
    def stem(self) -> str:
        """The file's name without its ending."""
        return self.path.rpartition("/")[2].rpartition(".")[0]

    @property
    def names(self) -> set[str]:
        """Everything other records can refer to it by: its code, the code in its file name, its name."""
        return {self.stem} | {text for text in (self.code, self.name and normalised_name(self.name)) if text}


def scan_header(content: Path, path: str, keys: tuple[str, ...] = PROCEDURE) -> RecordHeader:
    """The header of a file below `content`."""
    raw, state, _ = read_raw(content / path, path)
    if raw is None or state is None:
        return RecordHeader(path, None, None, frozenset())
    text, _ = decode(raw, path)
    code, name, *_ = [*(top_level_scalar(text, key) if text else None for key in keys), None]
    if text and keys == PROCEDURE and not (code and name):
        code, name = _parse(path, text)
    seen = (state.st_size, state.st_mtime_ns, hashlib.blake2b(raw, digest_size=16).digest())
    return RecordHeader(path, code, name, find_codes(text or ""), seen)


def find_codes(text: str) -> frozenset[str]:
    """Every code of a procedure anywhere in `text`."""
    codes = (text[match.start() - 1 : match.end()] for match in _CODE.finditer(text) if match.start())
    return frozenset(code for code in codes if "0" <= code[0] <= "9")


def placeholder_entry(kind: str) -> Entry:
    """A placeholder for records of which rules only ask whether they exist."""
    return Entry(BY_NAME[kind], Document("", "", None, ""), BY_NAME[kind].model.model_validate({}))


def _parse(path: str, text: str) -> tuple[str | None, str | None]:
    """Code and name from the parsed YAML, for files that the expressions cannot read."""
    store = Store({"procedure": []})
    read_text(text, path, BY_NAME["procedure"], store)
    return next(((entry.record.code, entry.record.name) for entry in store.of("procedure")), (None, None))


def top_level_scalar(text: str, key: str) -> str | None:
    """The value of a top-level key; None if it is missing, given twice, or not a simple one-line text."""
    start = 0 if text.startswith(f"{key}:") else text.find(f"\n{key}:") + 1
    if not start and not text.startswith(f"{key}:"):
        return None
    start += len(key) + 1
    line, _, rest = text[start:].partition("\n")
    continued = rest.lstrip("\n")[:1] in (" ", "\t")
    if continued or f"\n{key}:" in rest or rest.startswith(f"{key}:") or line[:1] != " " or "\r" in line:
        return None
    match = _VALUE.fullmatch(line.lstrip(" "))
    value = match and next(filter(None, match.groups()))
    return value if value and value not in NOTHING else None
