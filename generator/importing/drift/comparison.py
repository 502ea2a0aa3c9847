"""Compares the content with a source's records (TT 19/2014 Đ10 k3): missing here, missing there, abolished, different.

`compare_with_source` returns a Drift; `as_data` converts it to plain dictionaries for JSON.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from pathlib import Path

from generator.importing.draft_record import DraftRecord, ImportRefused, Options, SourceFile
from generator.importing.drift import paper_facts
from generator.importing.drift.accepted import AcceptedDifferences
from generator.importing.drift.facts import FACTS
from generator.importing.drift.paper_facts import comparable
from generator.importing.input_file import HEAD, OLE, PDF, ZIP, open_regular
from generator.importing.merge import plain
from generator.importing.read_json import read_objects
from generator.importing.registry import sources
from generator.importing.sync.unread_parts import fill
from generator.loading.entry import Entry
from generator.plain_data import Fields, JsonObject, Unchecked
from generator.schema.lifecycle import state_of

LIST_ENDINGS = frozenset((".xlsx", ".docx", ".xlsm", ".docm", ".xls", ".doc", ".csv", ".html", ".htm", ".pdf"))


@dataclass(frozen=True, slots=True)
class ListedRecord:
    """A procedure that exists on one side only. path: our file, "" when it is in the source."""

    code: str
    name: str
    path: str = ""
    field: str = ""


@dataclass(frozen=True, slots=True)
class Difference:
    """One field that differs. wording: running text, where rephrasing in plain language is expected."""

    key: str
    label: str
    ours: list[str]
    theirs: list[str]
    wording: bool


@dataclass(frozen=True, slots=True)
class Compared:
    """One procedure that exists on both sides."""

    code: str
    name: str
    path: str
    source: str
    differences: list[Difference]
    unread: list[str] = field(default_factory=list)  # parts of ours that the source leaves empty or that are unreadable

    @property
    def facts(self) -> list[Difference]:
        """The differences that are not mere wording."""
        return [item for item in self.differences if not item.wording]


@dataclass(slots=True)
class Drift:
    """The result of the comparison."""

    missing_here: list[ListedRecord] = field(default_factory=list)
    missing_there: list[ListedRecord] = field(default_factory=list)
    abolished_there: list[ListedRecord] = field(default_factory=list)
    compared: list[Compared] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    accepted: int = 0  # differences left out because they were accepted
    codes_only: bool = False  # the other side is a list of codes and names

    @property
    def different(self) -> list[Compared]:
        return [item for item in self.compared if item.differences]

    def anything(self) -> bool:
        """True if the two sides differ in more than wording."""
        return bool(
            self.missing_here or self.missing_there or self.abolished_there or any(item.facts for item in self.compared)
        )


class UnknownSource(ImportRefused):
    """No source recognises the file."""


def load_source(file: Path, kind: str = "", options: Options | None = None) -> tuple[list[DraftRecord], list[str]]:
    """Return (records, warnings) of a source file; an empty `kind` is detected. Raises ImportRefused."""
    if not file.exists():
        raise ImportRefused(f"không có tệp “{file}”.")
    source_file = SourceFile(file)
    module = sources()[kind or kind_of_file(file)]
    return list(module.read(source_file, options or Options())), source_file.warnings


def kind_of_file(file: Path) -> str:
    """Detect the source kind of `file`. Raises UnknownSource, ImportRefused."""
    with open_regular(file) as stream:
        office = stream.read(HEAD).startswith((ZIP, OLE, PDF))
    if office or file.suffix.lower() in LIST_ENDINGS:
        return "decision-list"
    for _, first in read_objects(file):
        for kind, module in sources().items():
            if module.recognises(first):
                return kind
        break
    raise UnknownSource(f"{file}: không nhận ra loại nguồn. Nêu rõ bằng --kind ({', '.join(sources())}).")


def compare_with_source(
    entries: Iterable[Entry],
    records: Iterable[DraftRecord],
    as_of: dt.date,
    levels: frozenset[str] = frozenset(),
    accepted: AcceptedDifferences | None = None,
) -> Drift:
    """Compare procedure entries of a store with a source's records, by code.

    as_of: procedures of ours that are abolished or expired on this date are not reported as missing there; levels: if
    not empty, only records of these levels are reported as missing here (a record without a level always is);
    accepted: differences to leave out.
    """
    drift = Drift()
    theirs: dict[str, DraftRecord] = {}
    for record in records:
        if record.code:
            theirs.setdefault(record.code, record)
    ours: set[str] = set()
    for entry in entries:
        code = entry.record.code
        if not code or code in ours:
            continue
        ours.add(code)
        shown = ListedRecord(code, entry.record.name or "", entry.path, entry.record.field_name or "")
        gone = state_of(entry.record, as_of) == "ended"
        match = theirs.get(code)
        if match is None:
            drift.missing_there += [] if gone else [shown]
        elif match.state == "abolished":
            drift.abolished_there += [] if gone else [shown]
        else:
            _add_compared(drift, shown, entry.document.data, match.data, accepted)
    for code, record in theirs.items():
        named = set(record.data.get("cap_thuc_hien", []))
        if code not in ours and record.state != "abolished" and (not levels or not named or named & levels):
            drift.missing_here.append(ListedRecord(code, record.name, "", str(record.data.get("linh_vuc", ""))))
    for group in (drift.missing_here, drift.missing_there, drift.abolished_there):
        group.sort(key=lambda item: item.code)
    drift.compared.sort(key=lambda item: item.code)
    return drift


def _add_compared(
    drift: Drift, listed: ListedRecord, ours: Unchecked, theirs: Fields, accepted: AcceptedDifferences | None
) -> None:
    """Add a record that both sides have. ours: the data of our file; listed: what `drift` shows of it."""
    data = ours if isinstance(ours, dict) else {}
    stated, silent = fill(data, plain(theirs))
    found = differing_facts(data, stated)
    kept = [item for item in found if not accepted or not accepted.has(listed.code, item.label, item.ours, item.theirs)]
    drift.accepted += len(found) - len(kept)
    source, not_stated = str(theirs.get("doi_chieu", {}).get("nguon", "")), [" › ".join(path) for path in silent]
    drift.compared.append(Compared(listed.code, listed.name, listed.path, source, kept, not_stated))


_PARTS = (
    ("thanh_phan_ho_so", "Giấy tờ", paper_facts.papers),
    ("phi_le_phi", "Miễn, giảm và căn cứ của phí", paper_facts.reasons),
    ("thoi_han_giai_quyet", "Ghi chú của thời hạn, cách nộp", paper_facts.notes),
)


def differing_facts(ours: Fields, theirs: Fields) -> list[Difference]:
    """Compare field by field, ignoring whitespace, punctuation, case and whatever the source does not state.

    Only what differs is in a Difference; a list shows the items that the other side does not have.
    """
    found = []
    for fact in FACTS:
        their_values = fact.values(theirs)
        if not their_values:
            continue
        our_values = fact.values(ours)
        keys, their_keys = ({comparable(value) for value in values} for values in (our_values, their_values))
        if keys != their_keys:
            only = [value for value in our_values if comparable(value) not in their_keys]
            theirs_only = [value for value in their_values if comparable(value) not in keys]
            found.append(Difference(fact.key, fact.label, only, theirs_only, fact.wording))
    for key, label, compare in _PARTS:
        pairs = list(compare(ours, theirs))
        for wording in (False, True):
            shown = [pair for pair in pairs if pair.wording == wording]
            if shown:
                ours_only = [text for text in dict.fromkeys(pair.ours for pair in shown) if text]
                theirs_only = [text for text in dict.fromkeys(pair.theirs for pair in shown) if text]
                found.append(Difference(key, label, ours_only, theirs_only, wording))
    return found


def as_data(drift: Drift) -> JsonObject:
    """Plain dictionaries: `missing_here`, `missing_there`, `abolished_there`, `different`, `not_stated`, `same`,
    `warnings`."""
    return {
        "missing_here": [asdict(item) for item in drift.missing_here],
        "missing_there": [asdict(item) for item in drift.missing_there],
        "abolished_there": [asdict(item) for item in drift.abolished_there],
        "different": [asdict(item) for item in drift.different],
        "not_stated": {item.code: item.unread for item in drift.compared if item.unread},
        "same": [item.code for item in drift.compared if not item.differences],
        "warnings": list(drift.warnings),
    }
