"""The records as last taken from the source: one YAML file each below `.nhap/KIND/`, which the reader ignores."""

from __future__ import annotations

import json
import re
from pathlib import Path

from generator.importing.destination import ContentFolder
from generator.importing.provenance import FOLDER, field_hash, hashes, read_merge_base
from generator.importing.sync.unread_parts import FORGOTTEN
from generator.importing.yaml_writer import dump
from generator.limits import MAX_NAME
from generator.loading.yaml.parse import parse
from generator.loading.yaml.positions import YamlError
from generator.plain_data import Fields
from generator.schema.portable_names import portable
from generator.schema.procedure import Procedure


def file_of(root: Path, kind: str, code: str) -> Path:
    """The snapshot of a record. A code may be any text, so characters that could lead out of the folder are
    replaced."""
    stem = re.sub(r"[^\w.\-]+", "-", code)[:MAX_NAME].strip("-.")
    return root / FOLDER / kind / f"{portable(stem or 'khong-ma')}.yml"


class Snapshots:
    """The records of one source kind as they were taken last time."""

    def __init__(self, target: ContentFolder, kind: str) -> None:
        self._folder = target.root / FOLDER / kind
        self._target = target
        self._marks = read_merge_base(target.root, kind)
        self._codes = {file.stem for file in self._folder.glob("*.yml")} if self._folder.is_dir() else set()

    def codes(self) -> set[str]:
        """The codes that were taken before."""
        return set(self._codes)

    def file(self, code: str) -> Path:
        """The file of a record, which need not exist."""
        return file_of(self._target.root, self._folder.name, code)

    @property
    def reported_file(self) -> Path:
        """The codes that were last reported as vanished or abolished, so that they are reported once."""
        return self._target.root / FOLDER / f"{self._folder.name}-da-neu.json"

    def reported(self) -> dict[str, str]:
        """Code -> what was reported of it; empty when the file is missing or damaged."""
        try:
            data = json.loads(self._target.text(self.reported_file) or "{}")
        except ValueError:
            return {}
        return {str(code): str(what) for code, what in data.items()} if isinstance(data, dict) else {}

    def previous(self, code: str) -> Fields | None:
        """The record as taken last time; None without a snapshot that can be read."""
        if self.file(code).stem not in self._codes:
            return None
        try:
            data = parse(self._target.text(self.file(code)) or "")
        except YamlError:
            return None
        return data if isinstance(data, dict) else None

    def marks(self, code: str, file: Path) -> dict[str, str]:
        """The hashes of the values that were taken last time, by key: the base of the merge of an import."""
        if self.file(code).stem in self._codes:
            return hashes(self.previous(code))
        return self._marks.get(file.relative_to(self._target.root).as_posix(), {})

    def base(self, code: str, file: Path, ours: Fields, theirs: Fields) -> Fields | None:
        """The record as taken last time; from the marks of an import without a snapshot; None: never taken."""
        if self.file(code).stem in self._codes:
            return self.previous(code)
        marks = self._marks.get(file.relative_to(self._target.root).as_posix())
        if not marks:
            return None
        base: Fields = {}
        for key, mark in marks.items():
            value = next((side[key] for side in (ours, theirs) if key in side and field_hash(side[key]) == mark), None)
            # Neither side is what was taken: both moved, so the base is only known to be something else.
            base[key] = value if value is not None else f"{FORGOTTEN}{mark})"
        return base

    @staticmethod
    def text(data: Fields) -> str:
        """The text of a snapshot. data: the record as the source's reader made it."""
        return dump(Procedure, data)
