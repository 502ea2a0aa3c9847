"""Import source: rows of the national catalogue (code, name, field, agency, audience, state), without full texts."""

from __future__ import annotations

from collections.abc import Iterator

from generator.importing import code_lists, text_cleaning
from generator.importing.consuming_dict import TrackedDict
from generator.importing.draft_record import DraftRecord, ImportRefused, Options, SourceFile
from generator.importing.extract.codes import code_of
from generator.importing.read_json import read_objects
from generator.importing.sources.national_api.source import ABOLISHED, PAGE
from generator.importing.word_account import leaves
from generator.plain_data import Fields

KIND = "national-catalogue"
HELP = "danh mục của CSDL quốc gia: mã, tên, lĩnh vực, cơ quan (JSON, JSON từng dòng, gz)"
KEEPS_NAMELESS = False


def recognises(first: object) -> bool:
    """True if the first object of a file has the shape of this source."""
    return isinstance(first, dict) and "categories" in first and "executionSteps" not in first


def read(file: SourceFile, options: Options) -> Iterator[DraftRecord]:
    """Yield the records. Raises ImportRefused when the file does not have the shape of this source."""
    for location, item in read_objects(file.path):
        if not isinstance(item, dict) or "code" not in item or "name" not in item:
            raise ImportRefused(f"{file.path}: {location} không phải dòng danh mục của CSDL quốc gia (cần code, name).")
        yield _record(location, item, options)


def _record(location: str, item: Fields, options: Options) -> DraftRecord:
    row, record = TrackedDict(item), DraftRecord(location)
    code = code_of(record, row.pop("code", ""))
    row.pop("codeNotation")
    record.set("ma_thu_tuc", code)
    record.set("ten_thu_tuc", text_cleaning.name(row.pop("name", "")))
    fields = [text_cleaning.line(name) for name in row.texts("categories")]
    record.set("linh_vuc", fields[0] if fields else "")
    if fields[1:]:
        record.notes.append(f"Lĩnh vực khác ở nguồn: {'; '.join(fields[1:])}.")
    good, lost = code_lists.mapped(
        [text_cleaning.line(name) for name in row.texts("formalityTargetType")], code_lists.AUDIENCES
    )
    record.set("doi_tuong_thuc_hien", good)
    record.notes += [f"Đối tượng thực hiện ở nguồn: {'; '.join(lost)}."] if lost else []
    record.set(
        "co_quan_thuc_hien", "; ".join(dict.fromkeys(text_cleaning.line(name) for name in row.texts("departments")))
    )
    body = text_cleaning.line(row.pop("departmentPromulgate", ""))
    if row.pop_text("type") == "SPECIFIC" and body:
        record.notes.append(f"Thủ tục đặc thù do {body} công bố.")
    elif body:
        record.notes.append(f"Cơ quan công bố ở nguồn: {body}.")
    if row.pop_text("state") in ABOLISHED or code.lower().endswith("-xoa"):
        record.state = "abolished"
    identity = text_cleaning.line(item.get("id"))
    record.unplaced += row.unused()
    source = PAGE + identity if identity else f"Danh mục CSDL quốc gia về TTHC {code}"
    return record.finalise(source, options.date, leaves(item))
