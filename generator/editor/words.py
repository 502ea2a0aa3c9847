"""A change in words: what citizens will notice (generator/loading/diff), and what concerns only editors."""

from __future__ import annotations

from typing import Any

from generator.loading.diff import compare, generic
from generator.loading.diff.snapshot import Snapshot, snapshot
from generator.loading.store import Entry, Store
from generator.schema.kinds import KINDS, Kind


def words(kind: Kind, before: list[Entry], after: list[Entry]) -> list[tuple[str, bool]]:
    """(sentence, citizens see it) for the difference between two states of one file."""
    old, new = _snapshot(kind, before), _snapshot(kind, after)
    found = [(sentence, True) for change in compare.compare(old, new) for sentence in _sentences(change)]
    public = {sentence for sentence, _ in found}
    for key in dict.fromkeys([*old, *new]):
        known = frozenset(spec_key for spec_key in _keys(kind) if spec_key not in generic.HIDDEN_KEYS)
        for sentence in generic.changes(kind.model, old.get(key, {}), new.get(key, {}), known, hidden=True):
            if sentence not in public:
                found.append((sentence, False))
    if not found and [_plain(one) for one in before] != [_plain(one) for one in after]:
        found = [(sentence, False) for sentence in _any(before, after)]
    return found


def _sentences(change: compare.RecordChange) -> list[str]:
    if change.what == compare.CHANGED:
        return change.sentences
    return [f"{'Thêm' if change.what == compare.NEW else 'Gỡ'}: {change.title}"]


def _keys(kind: Kind) -> list[str]:
    return [one.key for one in kind.model.declared.values()]


def _snapshot(kind: Kind, entries: list[Entry]) -> Snapshot:
    store = Store({one.name: [] for one in KINDS})
    store.entries[kind.name] = entries
    return snapshot(store)


def _plain(entry: Entry) -> Any:
    return entry.record.model_dump()


def _any(before: list[Entry], after: list[Entry]) -> list[str]:
    """Sentences for kinds that citizens do not see, such as search words."""
    old = {"muc": [_named(one) for one in before]}
    new = {"muc": [_named(one) for one in after]}
    gone = [name for name in old["muc"] if name not in new["muc"]]
    come = [name for name in new["muc"] if name not in old["muc"]]
    found = [f"Bỏ: {name}" for name in gone] + [f"Thêm: {name}" for name in come]
    return found or ["Sửa nội dung"]


def _named(entry: Entry) -> str:
    values = [value for value in _plain(entry).values() if value not in (None, "", [], {})]
    text = "; ".join(", ".join(map(str, value)) if isinstance(value, list) else str(value) for value in values[:3])
    return text if len(text) <= 160 else f"{text[:159]}…"
