"""One file, checked as it would be among all others, in a third of a second.

Buys: an editor's answer while typing. Of the other records only those are read that a rule asks for; of the many
procedures and documents only those that this file names or that name it, the rest stand in by code and name, taken
from their text by one expression. tests/speed/test_one.py holds this to what a check of everything says of the file.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from pathlib import Path

from generator.model.kinds import BY_NAME, Kind, kind_of
from generator.problem import Problem
from generator.reading.document import Document
from generator.reading.folder import list_files, misplaced, printable, read_file
from generator.reading.store import Entry, Store
from generator.rules.run import check_entries
from generator.rules.world import World, plain_name
from generator.speed.sketch import value

# kinds with thousands of files: YAML keys of what others know them by
KNOWN_BY = {"procedure": ("ma_thu_tuc", "ten_thu_tuc"), "law": ("so_ky_hieu",)}


@dataclass(slots=True)
class Around(Store):
    """The store that one file is checked in: a kind is read when it is asked for."""

    files: dict[str, list[str]] = field(default_factory=dict)  # kind -> paths below the content
    file: str = ""
    text: str = ""

    def of(self, kind: str) -> list[Entry]:
        """The records of a kind, in path order."""
        if kind not in self.entries:
            self.entries[kind] = []
            for relative in self.files.get(kind, ()):
                self._add(relative, BY_NAME[kind])
        return self.entries[kind]

    def _add(self, relative: str, kind: Kind) -> None:
        assert self.root is not None
        shown = f"{self.root.name}/{printable(relative)}"
        if kind.name in KNOWN_BY and relative != self.file:
            entry = self._stand_in(shown, self.root / relative, kind)
            if entry:
                self.entries[kind.name].append(entry)
                return
        read_file(self.root / relative, shown, kind, self)

    def _stand_in(self, shown: str, file: Path, kind: Kind) -> Entry | None:
        """A record with nothing but what others know it by; None when it has to be read: the files name each other, have a
        name in common, or the text is not plain enough to tell."""
        try:
            text = file.read_bytes().decode("utf-8") if not file.is_symlink() else ""
        except (OSError, ValueError):
            return None
        known: dict[str, str] = {}
        for key in KNOWN_BY[kind.name]:
            said = value(text, key)
            if said is None:
                return None
            known[key] = said
        number, *names = known.values()
        if number in self.text or self._near(text, names):
            return None
        return Entry(kind, Document(shown, text, None, text), kind.model.model_validate(known))

    def _near(self, text: str, names: list[str]) -> bool:
        """Whether `text` names a procedure of this file, or is of one of the same name."""
        same = {plain_name(name) for name in names}
        own = [entry.record for entry in self.entries["own"] if entry.kind.name == "procedure"]
        return any((record.code or "\0") in text or plain_name(record.name or "") in same for record in own)


def check_file(content: Path, relative: str, as_of: dt.date | None) -> list[Problem]:
    """What `tthc check` says of the file at `relative` (posix path below `content`). Never raises for bad content."""
    shown = f"{content.name}/{printable(relative)}"
    kind = kind_of(relative)
    if kind is None:
        return [misplaced(shown, relative)] if not relative.startswith("search/") else []
    files: dict[str, list[str]] = {}
    for path in list_files(content):
        other = kind_of(path)
        if other:
            files.setdefault(other.name, []).append(path)
    alone = Store({kind.name: []})
    read_file(content / relative, shown, kind, alone)
    entries = alone.entries[kind.name]
    store = Around({"own": entries}, root=content, files=files, file=relative, text=entries[0].document.text if entries else "")
    world = World(store, store.day(as_of))
    own = [entry for entry in store.of(kind.name) if entry.path == shown]
    problems = {*alone.problems, *check_entries(own, world)}
    return sorted(problem for problem in problems if problem.path == shown)
