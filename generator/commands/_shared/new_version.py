"""Drafts of dated versions: `tthc new version` and `tthc amend`."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from generator.schema.dates import iso_day

if TYPE_CHECKING:
    from generator.loading.entry import Entry
    from generator.loading.store import Store

# what a reform of authorities usually changes, offered in a new version
USUAL = (
    "cap_thuc_hien",
    "co_quan_thuc_hien",
    "co_quan_co_tham_quyen",
    "dia_chi_tiep_nhan_ho_so",
    "thoi_gian_tiep_nhan",
)
# notes of the editors and what names the procedure: a draft never carries them over
NEVER = ("ma_thu_tuc", "hieu_luc", "sua_doi", "bai_bo", "doi_chieu", "ghi_chu_nguon", "bo_qua_kiem_tra")


def run(code: str, day_text: str | None, document: str | None, content: Path) -> int:
    """Write the draft of one version; 2, after a message, when the call is wrong."""
    from generator.loading.folder import read_folder

    day = iso_day(day_text or "")
    if not day or not document:
        print(
            "tthc: cần ngày và văn bản, ví dụ: tthc new version 1.001193 --from 2025-07-01 --by 120/2025/NĐ-CP.",
            file=sys.stderr,
        )
        return 2
    if wrong := no_number(document):
        print(f"tthc: {wrong}", file=sys.stderr)
        return 2
    store = read_folder(content)
    entry = _state_on(store, code, day)
    if entry is None:
        from generator.text.suggestions import suggest

        near = suggest(code, [other.record.code for other in store.of("procedure") if other.record.code], 0.85)
        print(f"tthc: không có thủ tục “{code}” trong {content}. {near}".rstrip(), file=sys.stderr)
        return 2
    if wrong := unfit(entry, day):
        print(f"tthc: {wrong}", file=sys.stderr)
        return 2
    return write(content, {file_of(entry, day, content): draft(entry, day, document, "", USUAL)}, store, document)


def no_number(document: str) -> str:
    """Why `document` cannot be the number of a document, "" if it can."""
    from generator.schema.codes import LAW_NUMBER

    return "" if LAW_NUMBER.fullmatch(document) else f"“{document}” không giống số ký hiệu; ví dụ 123/2015/NĐ-CP."


def _state_on(store: Store, code: str, day: dt.date) -> Entry | None:
    """The procedure `code` as of `day`; None without one."""
    from generator.loading.versions import resolve

    return next((entry for entry in resolve(store, day).of("procedure") if entry.record.code == code), None)


def unfit(entry: Entry, day: dt.date) -> str:
    """Why no version of `entry` can begin on `day`; empty if one can."""
    from generator.schema.lifecycle import state_of
    from generator.schema.periods import period

    code, since = entry.record.code, period(entry.record.validity).since
    if entry.since == day:
        assert entry.version is not None
        return f"thủ tục {code} đã có bản ngày {day}: {entry.version.path}."
    if since and day <= since:
        return f"ngày {day:%d/%m/%Y} không sau ngày thủ tục {code} có hiệu lực ({since:%d/%m/%Y})."
    if state_of(entry.record, day) == "ended":
        return f"thủ tục {code} đã hết hiệu lực trước ngày {day:%d/%m/%Y}."
    return ""


def file_of(entry: Entry, day: dt.date, content: Path) -> Path:
    """Where the version of `entry` is written: beside its first file."""
    from generator.loading.versions import version_name

    first = content / entry.document.path.partition("/")[2]
    return first.with_name(version_name(first, day))


def draft(
    entry: Entry, day: dt.date, document: str, note: str, keys: Iterable[str], changed: dict[str, Any] | None = None
) -> str:
    """The text of a version: the parts `keys` in their present state, or as in `changed`; marked as not yet
    verified."""
    from generator.importing.typed_values import dump_plain
    from generator.importing.yaml_writer import dump_key, scalar
    from generator.schema.generated.version_template import version_text
    from generator.schema.version import ProcedureVersion

    values = {key: value for key in keys if (value := (changed or {}).get(key, part(entry, key))) is not None}
    blocks = [dump_plain(ProcedureVersion, key, value) for key, value in values.items()]
    source = entry.record.verification.source if entry.record.verification else None
    pending = entry.record.verification.pending if entry.record.verification else []
    check = {
        "trang_thai": "chờ đối chiếu",
        "nguon": source or document,
        "ngay": day,
        "phan_cho_doi_chieu": [*values, *(key for key in pending if key not in values)],
        "ghi_chu": "Bản thảo; ghi lại ngày và nguồn khi đã đối chiếu.",
    }
    blocks.append(dump_key(ProcedureVersion, "doi_chieu", check))
    return version_text(entry.record.code or "", day, scalar(document), scalar(note) if note else "", blocks)


def part(entry: Entry, key: str) -> Any:
    """The plain data of one part of a record as of a day."""
    data = entry.layers.get(key, entry.document).data
    return data.get(key) if isinstance(data, dict) else None


def write(content: Path, files: dict[Path, str], store: Store, document: str) -> int:
    """Write all drafts or none; returns the exit code. Raises OutputRefused if one exists or cannot be written."""
    from generator.io.transaction import write_all

    write_all(content, files, new=True)
    for file in list(files)[:10]:
        print(f"Đã tạo {file}")
    if len(files) > 10:
        print(f"… và {len(files) - 10} tệp nữa.")
    if all(entry.record.number != document for entry in store.of("law")):
        print(f"Chưa có văn bản {document}: chạy tthc new law {document}, rồi điền.")
    print("Sửa những phần đổi, bỏ những phần không đổi, rồi chạy tthc check.")
    return 0
