"""What a rule may look up about the rest of the content, and the reference date."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, TypeVar

from generator.checks._engine.working_days import WorkingDays
from generator.loading.store import Entry, Store
from generator.schema.codes import SHAPES
from generator.text.suggestions import suggest, suggested_word

CODE = SHAPES["ma_thu_tuc"]
_IN_NAME = re.compile(r"(?<![\d.])(\d)[._-](\d{6})(?!\d)", re.ASCII)
Table = TypeVar("Table")


@dataclass
class RecordContext:
    """What a rule of scope `record` may ask: the date the site is built for, nothing of other records."""

    as_of: dt.date


@dataclass
class ValidationContext(RecordContext):
    """Indexes over a store, built on first use, for rules of scope `content`. The procedures in it are summaries."""

    store: Store
    as_of: dt.date
    _tables: dict[Callable[..., Any], Any] = field(default_factory=dict, repr=False)

    def __init__(self, store: Store, as_of: dt.date) -> None:
        RecordContext.__init__(self, as_of)
        self.store, self._tables = store, {}

    def cached(self, build: Callable[[Store], Table]) -> Table:
        """The result of `build(store)`, cached: for rules that compare each record with all others."""
        if build not in self._tables:
            self._tables[build] = build(self.store)
        return self._tables[build]

    @cached_property
    def procedures(self) -> dict[str, list[Entry]]:
        return group(self.store.of("procedure"), lambda entry: entry.code)

    @cached_property
    def procedure_names(self) -> dict[str, list[Entry]]:
        """By `normalised_name`."""
        return group(self.store.of("procedure"), lambda entry: normalised_name(entry.name or ""))

    @cached_property
    def laws(self) -> dict[str, list[Entry]]:
        return group(self.store.of("law"), lambda entry: entry.record.number)

    @cached_property
    def agencies(self) -> dict[str, list[Entry]]:
        return group(self.store.of("agency"), lambda entry: entry.record.slug)

    @cached_property
    def fields(self) -> dict[str, list[Entry]]:
        return group(self.store.of("field"), lambda entry: entry.record.name)

    @cached_property
    def units(self) -> dict[str, list[Entry]]:
        return group(self.store.of("unit"), lambda entry: entry.stem)

    def unread(self, kind: str, stem: str = "") -> bool:
        """True if a file `stem` of the kind exists but could not be parsed (without `stem`: any file)."""
        return (
            f"{kind}/{stem}" in self.store.unread
            if stem
            else any(name.startswith(f"{kind}/") for name in self.store.unread)
        )

    @cached_property
    def procedure_files(self) -> set[str]:
        """Codes in the names of procedure files: a wrong code is reported in its own file (TT-191, TT-024), not in
        every file that references it."""
        return names_of_files(entry.stem for entry in self.store.of("procedure"))

    def has_procedure(self, code: str) -> bool:
        """True if a procedure with this code exists, even if its file could not be parsed."""
        return code in self.procedures or code in self.procedure_files or self.unread("procedure", code)

    def mend_code(self, code: str, otherwise: str = "Thêm tệp thủ tục, hoặc sửa lại mã.") -> str:
        """The hint for a code without a record. A malformed code is taken for a typo of the closest one; a well-formed
        one may be right and its record missing, so the closest code is only mentioned as similar."""
        near = suggest(code, list(self.procedures), 0.85)
        if not CODE.fullmatch(code):
            return suggest(code, list(self.procedures)) or otherwise
        return f"{otherwise} Mã gần giống: {suggested_word(near)}." if near else otherwise

    @cached_property
    def content_date(self) -> dt.date | None:
        """The date up to which the content is current (`as_of` in site.yml), None without one."""
        sites = self.store.of("site")
        return sites[0].record.as_of if sites else None

    def content_date_for(self, entry: Entry) -> dt.date | None:
        """The date up to which this record is current: the first day of its version, else `content_date`."""
        return entry.since or self.content_date

    @cached_property
    def working_days(self) -> WorkingDays:
        return WorkingDays(entry.record for entry in self.store.of("holidays"))


def codes_in_name(stem: str) -> list[str]:
    """Procedure codes in a file name, as in 1.001193, “1.001193 (1)” or 1-001193-khai-sinh."""
    return [f"{first}.{rest}" for first, rest in _IN_NAME.findall(stem)]


def names_of_files(stems: Iterable[str]) -> set[str]:
    """File stems together with the procedure codes they contain."""
    return {name for stem in stems for name in (stem, *codes_in_name(stem))}


def normalised_name(name: str) -> str:
    """The name case-folded and with runs of white space collapsed, for comparison."""
    return " ".join(name.casefold().split())


def group(entries: list[Entry], key: Callable[[Entry], str | None]) -> dict[str, list[Entry]]:
    """Entries by `key(entry)`, without those whose key is empty."""
    groups: dict[str, list[Entry]] = {}
    for entry in entries:
        if name := key(entry):
            groups.setdefault(name, []).append(entry)
    return groups
