"""What a rule may look up about the rest of the content, and the reference date."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, TypeVar

from generator.checks._engine.working_days import WorkingDays
from generator.loading.entry import Entry
from generator.loading.store import Store, StoreView
from generator.loading.versions import VERSIONED
from generator.schema.codes import SHAPES
from generator.text.suggestions import suggest, suggested_word

CODE = SHAPES["ma_thu_tuc"]
_IN_NAME = re.compile(r"(?<![\d.])(\d)[._-](\d{6})(?!\d)", re.ASCII)
Result = TypeVar("Result")
WHOLE = "*"  # noted when a rule reads whole records, private texts included


@dataclass
class RecordContext:
    """What a rule of scope `record` may use besides the record: the date the site is built for."""

    as_of: dt.date


class NotedStore(StoreView):
    """A store that adds the kinds of records that a rule asks for to `reads`, a set for each rule."""

    __slots__ = ("reads",)

    def __init__(self, base: Store) -> None:
        super().__init__(base)
        self.reads = set[str]()

    def _of(self, kind: str) -> list[Entry]:
        self.reads.update((kind, VERSIONED.get(kind, kind)))
        return self._base.of(kind)


class ValidationContext(RecordContext):
    """Indexes over a store, built on first use, for rules of scope `content`. Its procedures are summaries. It notes
    what each rule reads through it, since the rule has to run again when that changes."""

    def __init__(self, store: Store, as_of: dt.date) -> None:
        super().__init__(as_of)
        self.store = store if isinstance(store, NotedStore) else NotedStore(store)
        self._memo: dict[object, tuple[Any, set[str]]] = {}

    def memoised(self, key: object, make: Callable[[], Result]) -> Result:
        """The result of `make`, computed once; the kinds of records that it reads are noted for every caller."""
        if key not in self._memo:
            outer, self.store.reads = self.store.reads, set()
            try:
                self._memo[key] = (make(), self.store.reads)
            finally:
                self.store.reads = outer
        value, reads = self._memo[key]
        self.store.reads.update(reads)
        found: Result = value
        return found

    def cached(self, build: Callable[[Store], Result]) -> Result:
        """The result of `build(store)`, cached: for rules that compare each record with all others."""
        return self.memoised(build, lambda: build(self.store))

    def full_record(self, entry: Entry) -> Any:
        """The whole record of an entry other than the one that is being checked."""
        self.store.reads.add(WHOLE)
        return entry.full_record

    def _index(self, kind: str, key: Callable[[Entry], str | None], name: str = "") -> dict[str, list[Entry]]:
        return self.memoised((kind, name), lambda: group(self.store.of(kind), key))

    @property
    def procedures(self) -> dict[str, list[Entry]]:
        return self._index("procedure", lambda entry: entry.code)

    @property
    def procedure_names(self) -> dict[str, list[Entry]]:
        """By `normalised_name`."""
        return self._index("procedure", lambda entry: entry.comparable_names[0], "name")

    @property
    def laws(self) -> dict[str, list[Entry]]:
        return self._index("law", lambda entry: entry.record.number)

    @property
    def agencies(self) -> dict[str, list[Entry]]:
        return self._index("agency", lambda entry: entry.record.slug)

    @property
    def fields(self) -> dict[str, list[Entry]]:
        return self._index("field", lambda entry: entry.record.name)

    @property
    def units(self) -> dict[str, list[Entry]]:
        return self._index("unit", lambda entry: entry.stem)

    @property
    def units_by_code(self) -> dict[str, list[Entry]]:
        return self._index("unit", lambda entry: entry.record.code, "code")

    def unread(self, kind: str, stem: str = "") -> bool:
        """True if a file `stem` of the kind exists but could not be parsed (without `stem`: any file)."""
        return (
            f"{kind}/{stem}" in self.store.unread
            if stem
            else any(name.startswith(f"{kind}/") for name in self.store.unread)
        )

    @property
    def procedure_files(self) -> set[str]:
        """Codes in the names of procedure files: a wrong code is reported in its own file (TT-191, TT-024), not in
        every file that references it."""
        return self.cached(_procedure_files)

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

    @property
    def content_date(self) -> dt.date | None:
        """The date up to which the content is current (`as_of` in site.yml), None without one."""
        sites = self.store.of("site")
        return sites[0].record.as_of if sites else None

    def content_date_for(self, entry: Entry) -> dt.date | None:
        """The date up to which this record is current: the first day of its version, else `content_date`."""
        return entry.since or self.content_date

    @property
    def working_days(self) -> WorkingDays:
        return self.cached(_working_days)


def _procedure_files(store: Store) -> set[str]:
    return names_of_files(entry.stem for entry in store.of("procedure"))


def _working_days(store: Store) -> WorkingDays:
    return WorkingDays(entry.record for entry in store.of("holidays"))


def codes_in_name(stem: str) -> list[str]:
    """Procedure codes in a file name, as in 1.001193, “1.001193 (1)” or 1-001193-khai-sinh."""
    return [f"{first}.{rest}" for first, rest in _IN_NAME.findall(stem)]


def names_of_files(stems: Iterable[str]) -> set[str]:
    """File stems together with the procedure codes they contain."""
    return {name for stem in stems for name in (stem, *codes_in_name(stem))}


def group(entries: list[Entry], key: Callable[[Entry], str | None]) -> dict[str, list[Entry]]:
    """Entries by `key(entry)`, without those whose key is empty."""
    groups: dict[str, list[Entry]] = {}
    for entry in entries:
        if name := key(entry):
            groups.setdefault(name, []).append(entry)
    return groups
