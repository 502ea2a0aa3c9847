"""Two snapshots to what changes for citizens."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import generator.loading.diff.parts
from generator.alphabet import sort_key
from generator.loading.diff import generic
from generator.loading.diff.snapshot import Snapshot
from generator.schema.kinds import BY_NAME

NEW, GONE, CHANGED = "mới", "gỡ", "sửa"
ORDER = ("procedure", "unit", "guide", "notice", "law", "plan", "task")  # what citizens care for first


@dataclass(slots=True)
class RecordChange:
    """What became of one record. kind: as in the store; title: what citizens call it; sentences: none for new and gone."""

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
    """Every record that a citizen sees differently, procedures first. Records whose words for citizens are the same (other
    keywords, another check date) are left out."""
    found = []
    for key in set(old) | set(new):
        kind, _, name = key.partition("/")
        if old.get(key) == new.get(key):
            continue
        if key not in old:
            found.append(RecordChange(kind, name, _title(kind, name, new[key]), NEW))
        elif key not in new:
            found.append(RecordChange(kind, name, _title(kind, name, old[key]), GONE))
        else:
            sentences = list(dict.fromkeys(_sentences(kind, old[key], new[key])))
            if sentences:
                found.append(RecordChange(kind, name, _title(kind, name, new[key]), CHANGED, sentences))
    return sorted(found, key=_order)


def _sentences(kind: str, old: dict[str, Any], new: dict[str, Any]) -> Iterator[str]:
    skip: set[str] = set()
    if kind == "procedure":
        for module in _parts():
            skip |= set(module.KEYS)
            yield from module.changes(old, new)
    model = BY_NAME[kind].model if kind in BY_NAME else None
    yield from generic.changes(model, old, new, frozenset(skip))


def _parts() -> list[Any]:
    """The ones that speak for a part, those that cost money and ways first."""
    names = [info.name for info in pkgutil.iter_modules(generator.loading.diff.parts.__path__)]
    modules = [importlib.import_module(f"generator.loading.diff.parts.{name}") for name in sorted(names)]
    first = ("standing", "fees", "time_limits", "papers")
    speaking = [module for module in modules if hasattr(module, "changes")]
    return sorted(
        speaking,
        key=lambda module: (
            first.index(name) if (name := module.__name__.rpartition(".")[2]) in first else len(first),
            name,
        ),
    )


def _title(kind: str, key: str, record: dict[str, Any]) -> str:
    if kind == "procedure":
        return f"{key} {record.get('ten_thu_tuc', '')}".strip()
    name = record.get("ten") or record.get("trich_yeu") or ""
    if kind == "unit":
        return f"{record.get('loai', '')} {name}".strip()
    if kind == "law":
        return f"{key} {name}".strip()
    return str(name or key)


def _order(change: RecordChange) -> tuple:
    """Kinds as ORDER has them, then by what is shown: procedures by code, units and others by name."""
    rank = ORDER.index(change.kind) if change.kind in ORDER else len(ORDER)
    return rank, change.kind, sort_key(change.title), change.key
