"""The versions of a procedure in order, with the changes of each in words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from generator.loading.diff.compare import sentences_of
from generator.loading.diff.snapshot import record_data
from generator.loading.entry import Entry
from generator.loading.store import Store
from generator.loading.versions import identity, states, versions_of
from generator.schema.procedure import Amendment, Procedure
from generator.schema.whole_token import UNKNOWN, WholeToken

_CHANGES: dict[bytes, list[str]] = {}  # keyed by what identifies a version and the one before; the editions share them


@dataclass(eq=False)
class VersionView:
    """One version. since: its first day, None for the first one when unknown; until: its last day, None for the last
    one; before: the record
    it replaced."""

    code: str
    record: Procedure
    since: dt.date | None
    until: dt.date | None
    source: str
    number: int
    document: str = ""
    note: str = ""
    before: Procedure | None = None
    full_token: WholeToken = UNKNOWN  # identifies the record and what it replaced, if known

    @cached_property
    def changes(self) -> list[str]:
        """The changes for citizens, one sentence each; the document and the derived list of amendments are shown
        elsewhere."""
        if self.before is None:
            return []
        token = self.full_token.value
        if not token or token not in _CHANGES:
            _CHANGES[token] = sentences_of("procedure", _facts(self.before), _facts(self.record))
        return _CHANGES[token]


def _facts(record: Procedure) -> dict[str, Any]:
    return record_data(record.model_copy(update={"amendments": []}))


class History:
    """The versions of every procedure of a store, computed on first use."""

    def __init__(self, store: Store) -> None:
        self._versions = versions_of(store, "procedure")
        self._entries = {identity(entry): entry for entry in reversed(store.of("procedure"))}
        self._found: dict[str, list[VersionView]] = {}

    def __bool__(self) -> bool:
        return bool(self._versions)

    def codes(self) -> list[str]:
        """The procedures that have versions, in order."""
        return sorted(code for code in self._versions if code in self._entries)

    def has_several(self, code: str) -> bool:
        """True if the procedure has changed. Others are recognised without making their single version."""
        return code in self._versions and len(self.of(code)) > 1

    def of(self, code: str) -> list[VersionView]:
        """The versions of `code`, oldest first; a single one for a procedure that never changed."""
        if code not in self._found:
            entry = self._entries.get(code)
            self._found[code] = _views(code, entry.first or entry, self._versions.get(code, [])) if entry else []
        return self._found[code]

    def coming(self, code: str, day: dt.date) -> list[VersionView]:
        """The versions of `code` that begin after `day`."""
        found = self.of(code) if code in self._versions else []
        return [one for one in found if one.since and one.since > day and one.number]

    def days(self) -> dict[dt.date, list[VersionView]]:
        """First day → the versions that begin on it, newest day first."""
        found: dict[dt.date, list[VersionView]] = {}
        for code in self.codes():
            for version in self.of(code)[1:]:
                if version.since:
                    found.setdefault(version.since, []).append(version)
        return dict(sorted(found.items(), reverse=True))


def _views(code: str, base: Entry, versions: list[Entry]) -> list[VersionView]:
    found: list[VersionView] = []
    every = list(states(base, versions))
    for number, state in enumerate(every):
        own = versions[number - 1].record if number else None
        validity = state.record.validity
        first = validity.since if validity and isinstance(validity.since, dt.date) else None
        later = every[number + 1].since if number + 1 < len(every) else None
        found.append(
            VersionView(
                code,
                state.record,
                state.since or first,
                later - dt.timedelta(days=1) if later else None,
                (versions[number - 1] if number else base).path,
                number,
                (own.by or "") if own else "",
                (own.change or "") if own else "",
                every[number - 1].record if number else None,
                state.full_token,
            )
        )
    return found


def grouped(amendments: Iterable[Amendment]) -> list[Amendment]:
    """Amendments with equal text (the parts of one version), once each, in order."""
    found: dict[tuple[object, ...], Amendment] = {}
    for one in amendments:
        found.setdefault((one.date, one.document, one.note or one.part), one)
    return list(found.values())
