"""What the rules of scope `record` found in records that have versions, so that it need not be found again.

Such a record is checked as of several days, and no artefact holds what it is then."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Set
from typing import Any

from generator.loading.store import Entry
from generator.problem import Problem
from generator.schema.packing import digest

Alone = tuple[list[Problem], frozenset[str], dict[str, Any]]  # as check_record returns it
Dated = dict[bytes, tuple[list[tuple[Any, ...]], list[str], dict[str, Any]]]  # the same as plain values, by key


class DatedFindings:
    """known: the findings of earlier checks; sums: the digest of each file, by its path in messages. Findings that are
    not among them are in `added` after a check."""

    def __init__(self, known: Dated, sums: Mapping[str, bytes]) -> None:
        self.known, self.sums = dict(known), sums
        self.added: Dated = {}

    def of(self, entry: Entry, day: dt.date, files: Set[str], check: Callable[[], Alone]) -> Alone:
        """The findings in this state of a record as of `day`. files: what it is made from; check: finds them."""
        key = self._key(entry, day, files)
        if key not in self.known:
            problems, matched, facts = check()
            if not key:
                return problems, matched, facts
            self.known[key] = self.added[key] = list(map(tuple, problems)), sorted(matched), facts
        rows, ids, facts = self.known[key]
        return [Problem(*row) for row in rows], frozenset(ids), facts

    def _key(self, entry: Entry, day: dt.date, files: Set[str]) -> bytes:
        """Identifies everything that the rules see, and the places that they point at; empty if that is not known."""
        if not entry.full_token or not files <= self.sums.keys():
            return b""
        named = repr((entry.kind.name, str(entry.since), str(day), sorted(files))).encode("utf-8", "surrogatepass")
        return digest(named, entry.full_token.value, *(self.sums[file] for file in sorted(files)))
