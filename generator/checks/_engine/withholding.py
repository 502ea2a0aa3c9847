"""Which procedures stay unpublished because they have errors, so that the rest of a large, new content is published.

site.yml states how many may (`giu_lai_toi_da`); without it an error stops the build. An error of anything but a
procedure, or of a rule that is SITE_WIDE, always stops it. What is withheld is taken out of the store before anything
is joined: no page, list, export or index can show a value of it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Any

from generator.checks._engine.rule import is_site_wide
from generator.loading.entry import Entry
from generator.loading.file_names import record_kind
from generator.loading.store import Store
from generator.loading.versions import MARK, base_stem
from generator.problem import ERROR, Problem
from generator.schema.codes import PROCEDURE_CODE

KINDS = ("procedure", "procedure_version")
NEAR = 5  # lines: a value that an error without a key may be about


@dataclass(frozen=True, slots=True)
class Withholding:
    """The consequences of a check's errors for publishing. faults: the errors of each withheld procedure, by its code,
    else by the name of its file; stopping: errors that stop the build; limit: how many procedures may be withheld."""

    faults: dict[str, list[Problem]] = field(default_factory=dict)
    stopping: list[Problem] = field(default_factory=list)
    limit: int = 0

    @property
    def exceeded(self) -> bool:
        """More procedures have errors than may be withheld."""
        return len(self.faults) > self.limit

    @property
    def publishable(self) -> bool:
        """The site may be built, without the withheld procedures."""
        return not self.stopping and not self.exceeded

    @property
    def errors(self) -> list[Problem]:
        """All errors, sorted."""
        return sorted([*self.stopping, *(problem for found in self.faults.values() for problem in found)])

    def sentence(self) -> str:
        """One sentence for editors; empty when nothing is withheld and nothing may be."""
        if not self.faults or not self.limit:
            return ""
        count = sum(map(len, self.faults.values()))
        if self.exceeded:
            return (
                f"{len(self.faults)} thủ tục có lỗi, nhiều hơn {self.limit} thủ tục được giữ lại "
                "(giu_lai_toi_da trong site.yml)."
            )
        return (
            f"{len(self.faults)} thủ tục còn {count} lỗi: giữ lại, chưa đăng nội dung (được giữ lại đến {self.limit})."
        )


@dataclass(frozen=True, slots=True)
class WithheldProcedure:
    """The publishable values of a withheld procedure: only those without a fault, else empty. faults: number of errors;
    record: its summary or record, for its dates; None if they have faults or the file cannot be read."""

    code: str
    name: str
    field_name: str
    levels: tuple[str, ...]
    path: str
    faults: int
    record: Any = None


def verdict(store: Store, problems: Iterable[Problem]) -> Withholding:
    """The verdict on the errors among `problems`, the findings of a check of `store`."""
    sites = store.of("site")
    limit = max(0, (sites[0].record.most_withheld if sites else None) or 0)
    errors = [problem for problem in problems if problem.severity == ERROR]
    paths = {problem.path for problem in errors}
    keys = {entry.path: _key(entry) for kind in KINDS for entry in store.of(kind) if entry.path in paths}
    found = Withholding(limit=limit)
    for problem in errors:
        key = keys.get(problem.path) or _unread(problem.path)
        if key and not is_site_wide(problem.id):
            found.faults.setdefault(key, []).append(problem)
        else:
            found.stopping.append(problem)
    return found


def without(
    store: Store, problems: Iterable[Problem], faults: dict[str, list[Problem]]
) -> tuple[Store, list[Problem], list[WithheldProcedure]]:
    """The store and the problems without the procedures that `faults` (of a verdict) names; what may be shown of
    each of these, by its path. store: as of a day, so that the names are those of the day."""
    entries = store.by_kind()
    gone = [entry for kind in KINDS for entry in entries.get(kind, ()) if _key(entry) in faults]
    entries |= {kind: [one for one in entries.get(kind, ()) if _key(one) not in faults] for kind in KINDS}
    paths = {entry.path for entry in gone} | {problem.path for found in faults.values() for problem in found}
    records = [entry for entry in gone if entry.kind.name == KINDS[0]]
    withheld = {_key(entry): _shown(entry, faults[_key(entry)]) for entry in reversed(records)}
    for key, found in faults.items():
        if key not in withheld:
            code = key if PROCEDURE_CODE.fullmatch(key) else ""
            withheld[key] = WithheldProcedure(code, "", "", (), found[0].path, len(found))
    left = [problem for problem in store.problems if problem.path not in paths]
    return (
        Store(entries, left, store.root, store.unread),
        [problem for problem in problems if problem.path not in paths],
        sorted(withheld.values(), key=lambda one: (one.path, one.code)),
    )


def _key(entry: Entry) -> str:
    return entry.code or base_stem(entry)


def _unread(path: str) -> str:
    """The code in the name of a procedure's file that could not be read; empty for any other file."""
    inside = path.partition("/")[2]
    kind = record_kind(inside)
    return PurePosixPath(inside).stem.partition(MARK)[0] if kind and kind.name in KINDS else ""


def _shown(entry: Entry, found: list[Problem]) -> WithheldProcedure:
    record = entry.record

    def sound(*keys: str) -> bool:
        return not any(_touches(entry, problem, key) for problem in found for key in keys)

    codes = (entry.code if sound("ma_thu_tuc") else "", base_stem(entry))
    return WithheldProcedure(
        code=next((code for code in codes if code and PROCEDURE_CODE.fullmatch(code)), ""),
        name=(entry.name or "") if sound("ten_thu_tuc") else "",
        field_name=(record.field_name or "") if sound("linh_vuc") else "",
        levels=tuple(record.levels) if sound("cap_thuc_hien") else (),
        path=entry.path,
        faults=len(found),
        record=record if sound("hieu_luc", "bai_bo") else None,
    )


def _touches(entry: Entry, problem: Problem, key: str) -> bool:
    """The problem is about the value under the top-level `key`. One without a key counts when it is at or just below
    its line."""
    if problem.key:
        return problem.key.partition(".")[0] == key
    document = entry.layers.get(key, entry.document)
    if problem.path != document.path:
        return False
    return document.locate((key,), key=True)[0] <= problem.line <= document.locate((key,))[0] + NEAR
