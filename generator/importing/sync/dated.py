"""A record with its dated versions during a synchronisation: the file that states each part, and the version that a new
decision begins."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from generator.importing.destination import ContentFolder
from generator.importing.draft_record import NATIONAL
from generator.importing.law_files import law_record
from generator.importing.merge import replace_keys
from generator.importing.typed_values import dump_plain
from generator.importing.yaml_writer import dump, dump_key, scalar
from generator.loading.entry import Entry
from generator.loading.versions import version_name
from generator.loading.yaml.parse import parse
from generator.plain_data import Fields
from generator.schema.dates import iso_day
from generator.schema.generated.version_template import version_text
from generator.schema.law import Law
from generator.schema.procedure import Procedure
from generator.schema.record import specs
from generator.schema.version import HEAD, ProcedureVersion

DECISION = "quyet_dinh_cong_bo"
REMOVED = "bo_phan"
PARTS = {spec.key for spec in specs(Procedure) if spec.name not in HEAD}


@dataclass(slots=True)
class VersionedRecord:
    """A record as editors have it. first: its first file; data: its parts as of the last version; owner: part -> the
    file that states it; last: the file of the last version, the first one without versions; since: first day of the
    last version."""

    first: Path
    data: Fields
    last: Path
    owner: dict[str, Path] = field(default_factory=dict)
    since: dt.date | None = None


def versioned(target: ContentFolder, file: Path, versions: Iterable[Entry]) -> VersionedRecord:
    """The record in `file` with its versions, in the order of their days. Raises YamlError."""
    data = parse(target.text(file) or "")
    made = VersionedRecord(file, dict(data) if isinstance(data, dict) else {}, file)
    for entry in versions:
        made.last = target.root.parent / entry.path
        parts = parse(target.text(made.last) or "")
        made.since = entry.record.from_day or made.since
        for key in entry.record.removed:
            made.data.pop(key, None)
            made.owner[key] = made.last
        for key, value in (parts if isinstance(parts, dict) else {}).items():
            if key in PARTS:
                made.data[key] = value
                made.owner[key] = made.last
    return made


def first_day(record: VersionedRecord, merged: Fields) -> dt.date | None:
    """The day of a new announcing decision, from which what changed holds; None if there is none, or no later one."""
    old, new = record.data.get(DECISION), merged.get(DECISION)
    if not isinstance(new, dict) or not new.get("so") or new.get("so") == (old or {}).get("so"):
        return None
    day, begun = _day(new.get("ngay")), _day((record.data.get("hieu_luc") or {}).get("tu"))
    earlier = [other for other in (record.since, begun) if other]
    return day if day and all(other < day for other in earlier) else None


def new_version(
    record: VersionedRecord, merged: Fields, changed: list[str], day: dt.date, note: str
) -> tuple[Path, str]:
    """The file and the text of the version that begins on `day` with the parts `changed`."""
    keys = [key for key in changed if key in merged and key in PARTS]
    blocks = [dump_plain(ProcedureVersion, key, merged[key]) for key in keys]
    if gone := [key for key in changed if key not in merged]:
        blocks.insert(0, dump_key(ProcedureVersion, REMOVED, gone))
    code, number = str(merged.get("ma_thu_tuc") or ""), str(merged[DECISION]["so"])
    return record.first.with_name(version_name(record.first, day)), version_text(
        code, day, scalar(number), scalar(note), blocks
    )


def decision_law(merged: Fields, day: dt.date) -> tuple[str, str]:
    """The number and the text of the record of the announcing decision, which versions name as their document."""
    number = str(merged[DECISION]["so"])
    body = str(merged[DECISION].get("co_quan") or "")
    facts = {**law_record(number, ""), "ngay_ban_hanh": day, "nguon": NATIONAL}
    return number, dump(Law, facts | ({"co_quan_ban_hanh": body} if body else {}))


def edited(
    target: ContentFolder, record: VersionedRecord, merged: Fields, changed: list[str]
) -> tuple[dict[Path, str], str]:
    """(new text of each file that states one of the parts `changed`, why they could not be edited)."""
    files: dict[Path, list[str]] = {}
    for key in changed:
        files.setdefault(record.owner.get(key, record.first if key in record.data else record.last), []).append(key)
    texts: dict[Path, str] = {}
    for file, keys in files.items():
        model = Procedure if file == record.first else ProcedureVersion
        texts[file], refused = replace_keys(model, target.text(file) or "", merged, keys)
        if refused:
            return {}, refused
    return texts, ""


def _day(value: object) -> dt.date | None:
    return iso_day(str(value or ""))
