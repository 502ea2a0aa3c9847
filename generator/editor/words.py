"""A change in words: what citizens will notice (generator/loading/diff), and what concerns only editors."""

from __future__ import annotations

from generator.editing.written import EMPTY
from generator.loading.diff import compare, generic
from generator.loading.diff.snapshot import Snapshot, snapshot
from generator.loading.entry import Entry
from generator.loading.store import Store
from generator.plain_data import Unchecked
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
        found = [(sentence, False) for sentence in _items_replaced(before, after)]
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


def value_text(value: object, between_items: str = "; ") -> str:
    """A value of the data as readers of the editor see it."""
    if value is None:
        return "(bỏ trống)"
    if isinstance(value, dict):
        return "; ".join(value_text(one, between_items) for one in value.values())
    return (
        between_items.join(value_text(one, between_items) for one in value) if isinstance(value, list) else str(value)
    )


def _plain(entry: Entry) -> Unchecked:
    return entry.record.model_dump()


def _items_replaced(before: list[Entry], after: list[Entry]) -> list[str]:
    """Sentences for kinds that citizens do not see, such as search words."""
    old, new = list(map(_named, before)), list(map(_named, after))
    found = [f"Bỏ: {name}" for name in old if name not in new] + [f"Thêm: {name}" for name in new if name not in old]
    return found or ["Sửa nội dung"]


def _named(entry: Entry) -> str:
    values = [value for value in _plain(entry).values() if value not in EMPTY]
    text = "; ".join(", ".join(map(str, value)) if isinstance(value, list) else str(value) for value in values[:3])
    return text if len(text) <= 160 else f"{text[:159]}…"
