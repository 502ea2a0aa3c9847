"""A change of the law is stored as a dated version of the record: a file beside it that holds the changed parts in
full."""

from __future__ import annotations

from pathlib import PurePosixPath

from generator.editing.record_text import RecordText
from generator.editing.rewrite import data_of, rewrite
from generator.editing.written import EMPTY, pruned
from generator.editor.reasons import Reason
from generator.editor.record import new_text
from generator.editor.workspace import NoSuchRecord, Workspace
from generator.loading.versions import MARK, stem_and_day, version_name
from generator.plain_data import Fields, Unchecked
from generator.schema.kinds import Kind

HEAD = ("ma_thu_tuc", "ap_dung_tu", "can_cu_sua_doi", "noi_dung_sua_doi", "bo_phan")


def version_path(path: str, day: str) -> str:
    """`procedures/ho-tich/1.001193@2025-07-01.yml` for a record or another version of it."""
    file = PurePosixPath(path)
    return str(file.with_name(version_name(file, day)))


def day_of(path: str) -> str:
    """The day in the name of a version's file, "" for the record itself."""
    return stem_and_day(PurePosixPath(path))[1]


def siblings(workspace: Workspace, path: str) -> list[str]:
    """The versions of the record at `path`, in the order of their days."""
    file = PurePosixPath(path)
    stem = stem_and_day(file)[0]
    folder = workspace.content / file.parent
    names = sorted(one.name for one in folder.glob(f"*{file.suffix}") if one.stem.startswith(f"{stem}{MARK}"))
    return [str(file.with_name(name)) for name in names]


def version_kind(workspace: Workspace, path: str) -> Kind | None:
    """The kind of a record's versions, None for kinds that have none."""
    try:
        kind = workspace.kind(version_path(path, "2000-01-01"))
    except NoSuchRecord:
        return None
    return kind if kind.name.endswith("_version") else None


def version_data(before: Unchecked, after: Unchecked, reason: Reason) -> Fields:
    """The data of a version: the parts that differ, whole, and what it is based on."""
    head: Fields = {
        "ma_thu_tuc": after.get("ma_thu_tuc"),
        "ap_dung_tu": reason.day,
        "can_cu_sua_doi": reason.document,
        "noi_dung_sua_doi": reason.note,
    }
    parts = {key: after[key] for key in after if key not in HEAD and pruned(after[key]) != pruned(before.get(key))}
    kept = {key: value for key, value in parts.items() if pruned(value) not in EMPTY}
    gone = [key for key, value in before.items() if key not in HEAD and value and pruned(after.get(key)) in EMPTY]
    return {key: value for key, value in {**head, **({"bo_phan": gone} if gone else {}), **kept}.items() if value}


def version_text(workspace: Workspace, path: str, kind: Kind, data: Fields) -> tuple[bytes, str, str]:
    """(bytes to write, their text, digest of the file as it is): a new file, or the parts put into the one of that
    day."""
    file = workspace.open(path, may_be_new=True)
    if not file.raw:
        text = new_text(kind, data)
        return text.encode("utf-8"), text, file.digest
    source = RecordText.of(file.raw)
    old = data_of(source.text, kind)
    gone = [*old.get("bo_phan", []), *data.get("bo_phan", [])]
    joined = {**old, **data}
    if gone:
        joined["bo_phan"] = [key for key in dict.fromkeys(gone) if key not in data]
    text = rewrite(source.text, kind, joined)
    return source.bytes_with(text), text, file.digest
