"""Compares two snapshots from the citizen's point of view."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from generator.loading.diff import generic, parts
from generator.loading.diff.parts import PartDiff
from generator.loading.diff.snapshot import EDITION, Snapshot
from generator.loading.versions import VERSIONED
from generator.plain_data import Fields, Unchecked
from generator.plugins import plugins_in
from generator.schema.kinds import BY_NAME
from generator.text.alphabet import sort_key

NEW, GONE, CHANGED = "mới", "gỡ", "sửa"
ORDER = ("procedure", "unit", "guide", "notice", "law", "plan", "task")  # by importance for citizens


@dataclass(slots=True)
class RecordChange:
    """Change of one record. kind: as in the store; title: the name citizens use; sentences: empty for new and
    removed."""

    kind: str
    key: str
    title: str
    what: str
    sentences: list[str] = field(default_factory=list)

    @property
    def label(self) -> str:
        """The kind in Vietnamese."""
        return BY_NAME[self.kind].label if self.kind in BY_NAME else self.kind


def compare(old: Snapshot, new: Snapshot) -> list[RecordChange]:
    """Every record that changed for citizens, procedures first. Records that differ only in internal fields (keywords,
    the date of a check) are left out."""
    changes: list[RecordChange] = []
    for key in set(old) | set(new):
        kind, _, name = key.partition("/")
        if kind in VERSIONED and EDITION in name:
            changes += _in_edition(key, old, new)
            continue
        if old.get(key) == new.get(key):
            continue
        if key not in old:
            changes.append(RecordChange(kind, name, _title(kind, name, new[key]), NEW))
        elif key not in new:
            changes.append(RecordChange(kind, name, _title(kind, name, old[key]), GONE))
        else:
            sentences = sentences_of(kind, old[key], new[key])
            if sentences:
                changes.append(RecordChange(kind, name, _title(kind, name, new[key]), CHANGED, sentences))
    return sorted(changes, key=_order)


def _in_edition(key: str, old: Snapshot, new: Snapshot) -> Iterator[RecordChange]:
    """The change of a record in another edition than that of the root, as far as it is not the same as there."""
    root, _, folder = key.rpartition(EDITION)
    if root not in old or root not in new:
        return  # it is new, or gone, as a whole
    kind, _, name = key.partition("/")
    known = sentences_of(kind, old[root], new[root])
    now = new.get(key, new[root])
    sentences = [one for one in sentences_of(kind, old.get(key, old[root]), now) if one not in known]
    if sentences:
        yield RecordChange(kind, name, f"{_title(kind, name, now)} ({_edition_name(folder, new)})", CHANGED, sentences)


def _edition_name(folder: str, content: Snapshot) -> str:
    sites = (record for key, record in content.items() if key.startswith("site/"))
    editions = [edition for site in sites for edition in site.get("cac_ban", ()) if isinstance(edition, dict)]
    names = [edition.get("ten") for edition in editions if folder in (edition.get("thu_muc"), edition.get("ngay"))]
    return str(next(filter(None, names), folder))


def sentences_of(kind: str, old: Fields, new: Fields) -> list[str]:
    """What changed between two states of one record, for citizens, one sentence each."""
    return list(dict.fromkeys(_sentences(kind, _confirmed(old), _confirmed(new))))


def _confirmed(value: object) -> Unchecked:
    """`value` without the marks of pending confirmation: confirming a row does not change the rule."""
    if isinstance(value, dict):
        return {key: _confirmed(inner) for key, inner in value.items() if key != "cho_doi_chieu"}
    return [_confirmed(inner) for inner in value] if isinstance(value, list) else value


def _sentences(kind: str, old: Fields, new: Fields) -> Iterator[str]:
    skip: set[str] = set()
    if kind == "procedure":
        for module in _parts():
            skip |= set(module.KEYS)
            yield from module.changes(old, new)
    model = BY_NAME[kind].model if kind in BY_NAME else None
    yield from generic.changes(model, old, new, frozenset(skip))


def _parts() -> list[PartDiff]:
    """The modules that describe changes of a part, in the order of their sentences."""
    return sorted(plugins_in(parts, PartDiff), key=lambda module: module.ORDER)


def _title(kind: str, key: str, record: Fields) -> str:
    if kind == "procedure":
        return f"{key.partition(EDITION)[0]} {record.get('ten_thu_tuc', '')}".strip()
    name = record.get("ten") or record.get("trich_yeu") or ""
    if kind == "unit":
        return f"{record.get('loai', '')} {name}".strip()
    if kind == "law":
        return f"{key} {name}".strip()
    return str(name or key)


def _order(change: RecordChange) -> tuple[object, ...]:
    """Sort key: kinds in ORDER, then by title."""
    rank = ORDER.index(change.kind) if change.kind in ORDER else len(ORDER)
    return rank, change.kind, sort_key(change.title), change.key
