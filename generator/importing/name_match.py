"""Finds codes by procedure name: a unique exact match is certain; others are suggestions with a similarity score."""

from __future__ import annotations

import difflib
import re
from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from generator.importing.text_cleaning import name as clean_name
from generator.loading.entry import Entry
from generator.text.folding import fold


def known_names(procedures: Iterable[Entry]) -> tuple[tuple[str, str, str], ...]:
    """(code, name, field) of the records that have a code: the rows of a NameIndex."""
    records = (entry.record for entry in procedures)
    return tuple((one.code, one.name or "", one.field_name or "") for one in records if one.code)


class NameMatch(NamedTuple):
    """code: "" unless exactly one code matches; certainty: 0–1; candidates: (code, similarity 0–1), best first."""

    code: str
    certainty: float
    candidates: tuple[tuple[str, float], ...] = ()


class NameIndex:
    """A name index over (code, name, field) rows."""

    def __init__(self, rows: Iterable[tuple[str, str, str]]) -> None:
        self._rows = [(code, key(name), fold(field)) for code, name, field in rows if code and name]
        self._exact: dict[str, list[int]] = {}
        self._words: dict[str, list[int]] = {}
        for index, (_, words, _) in enumerate(self._rows):
            self._exact.setdefault(words, []).append(index)
            for word in set(words.split()):
                self._words.setdefault(word, []).append(index)

    def find(self, name: str, field: str = "") -> NameMatch:
        """Match `name`; `field` is used only to distinguish records of the same name."""
        wanted_key = key(name)
        exact = self._exact.get(wanted_key, [])
        codes = sorted({self._rows[index][0] for index in exact})
        if len(codes) > 1 and field:
            narrowed = sorted({self._rows[index][0] for index in exact if self._rows[index][2] == fold(field)})
            codes = narrowed if len(narrowed) == 1 else codes
        if len(codes) == 1:
            return NameMatch(codes[0], 1.0, ((codes[0], 1.0),))
        if codes:
            return NameMatch("", 1 / len(codes), tuple((code, 1 / len(codes)) for code in codes[:5]))
        return self._near(wanted_key)

    def _near(self, wanted: str) -> NameMatch:
        words = set(wanted.split())
        shared: Counter[int] = Counter()
        for word in words:
            holders = self._words.get(word, [])
            # A very common word does not distinguish names.
            if len(holders) < max(50, len(self._rows) // 8):
                shared.update(holders)
        scored = []
        for index, _ in sorted(shared.items(), key=lambda item: (-item[1], item[0]))[:25]:
            code, name, _ = self._rows[index]
            scored.append((difflib.SequenceMatcher(None, wanted, name, autojunk=False).ratio(), code))
        best = sorted(((score, code) for score, code in scored if score >= 0.75), key=lambda item: (-item[0], item[1]))[
            :3
        ]
        return NameMatch("", best[0][0] if best else 0.0, tuple((code, round(score, 2)) for score, code in best))


def key(name: str) -> str:
    """The comparison key of a name: without diacritics, case, punctuation and a leading “Thủ tục”."""
    return re.sub(r"[^a-z0-9]+", " ", fold(clean_name(name))).strip()
