"""The findings of the rules of scope `record` in records that have versions, cached so that these rules need not run
again.

Such a record is checked as of several days, and no artefact holds its state on each of them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from functools import cached_property
from typing import Any

from generator.loading.entry import Entry
from generator.problem import Problem
from generator.schema.packing import digest

Alone = tuple[list[Problem], frozenset[str], dict[str, Any]]  # as check_record returns them
Dated = dict[bytes, tuple[list[tuple[Any, ...]], list[str], dict[str, Any]]]  # the same as plain values, by key


class DatedFindings:
    """load: returns the findings of earlier checks; sum_files: returns the digest of each file, by its path in
    messages. Both are called when the first such record is checked. After a check, `added` has the findings that were
    not cached."""

    def __init__(self, load: Callable[[], Dated] = dict, sum_files: Callable[[], Mapping[str, bytes]] = dict) -> None:
        self._load, self._sum_files = load, sum_files
        self.added: Dated = {}

    @cached_property
    def known(self) -> Dated:
        return self._load()

    @cached_property
    def sums(self) -> Mapping[str, bytes]:
        return self._sum_files()

    def of(self, entry: Entry, day: dt.date, check: Callable[[], Alone]) -> Alone:
        """The findings in this state of a record as of `day`. check: finds them."""
        key = self._key(entry, day)
        if key not in self.known:
            problems, matched, facts = check()
            if not key:
                return problems, matched, facts
            self.known[key] = self.added[key] = list(map(tuple, problems)), sorted(matched), facts
        rows, ids, facts = self.known[key]
        return [Problem(*row) for row in rows], frozenset(ids), facts

    def _key(self, entry: Entry, day: dt.date) -> bytes:
        """Identifies everything that the rules see, and the positions that their findings point at; empty if that is
        unknown."""
        files = sorted(entry.files)
        if not entry.full_token or any(file not in self.sums for file in files):
            return b""
        named = repr((entry.kind.name, str(entry.since), str(day), files)).encode("utf-8", "surrogatepass")
        return digest(named, entry.full_token.value, *(self.sums[file] for file in files))
