"""Bản sửa đổi không nói từ ngày nào, theo văn bản nào, đổi gì.

Thủ tục được sửa đổi phải nói phần nào thay đổi và văn bản nào làm thay đổi (NĐ 63/2010/NĐ-CP Điều 15 khoản 2). Mỗi
bản ghi `ap_dung_tu`,
`can_cu_sua_doi` (số ký hiệu có trong content/laws/) và `noi_dung_sua_doi`: một câu để người dân hiểu từ ngày ấy có gì
khác.

Sai:
    ap_dung_tu: 2025-07-01
    dia_chi_tiep_nhan_ho_so: Trung tâm Phục vụ hành chính công xã
Đúng:
    ap_dung_tu: 2025-07-01
    can_cu_sua_doi: 120/2025/NĐ-CP
    noi_dung_sua_doi: Nộp tại Trung tâm Phục vụ hành chính công của xã mới.
    dia_chi_tiep_nhan_ho_so: Trung tâm Phục vụ hành chính công xã
"""

import datetime as dt
from collections.abc import Iterator

from generator.checks._engine.context import ValidationContext
from generator.checks._engine.law_names import suggest_law
from generator.checks._engine.rule import Finding
from generator.checks.procedure.required_part import example_for, missing
from generator.loading.entry import Entry
from generator.loading.versions import VERSION_KINDS, day_of
from generator.problem import ERROR, WARNING
from generator.schema.lifecycle import law_ended
from generator.schema.record import is_blank, specs
from generator.schema.version import VersionHead

ID = "TT-202"
SEVERITY = ERROR
SCOPE = "content"
LAW = "NĐ 63/2010 Đ15 k2"
CONFIDENCE = "V"
SUPPRESSIBLE = False
CHECKS = ("L06",)
KINDS = tuple(sorted(VERSION_KINDS))


def check(entry: Entry, context: ValidationContext) -> Iterator[Finding]:
    """Missing head keys; a document without a record; a document that is not in force on the first day."""
    wanted = [spec for spec in specs(VersionHead) if spec.required]
    if entry.kind.name == "procedure_version":
        wanted.insert(0, specs(VersionHead)[0])
    for spec in wanted:
        if is_blank(getattr(entry.record, spec.name)):
            yield Finding((spec.key,), missing(spec), f"{spec.help} {example_for(spec)}".rstrip(), key=True)
    number, day = entry.record.by, day_of(entry)
    if not number:
        return
    if number not in context.laws:
        hint = suggest_law(number, context.laws) or f"Chạy tthc new law {number}, rồi điền."
        yield Finding(("can_cu_sua_doi",), f"chưa có văn bản “{number}” trong content/laws/", hint)
        return
    law = context.laws[number][0].record
    since = law.since
    if day and law_ended(law, day):
        yield Finding(
            ("can_cu_sua_doi",),
            f"{number} đã hết hiệu lực từ {law.until:%d/%m/%Y}, trước ngày {day:%d/%m/%Y} của bản này",
            "Xem lại ngày, hoặc ghi văn bản đang có hiệu lực.",
            severity=WARNING,
        )
    if day and isinstance(since, dt.date) and since > day:
        yield Finding(
            ("can_cu_sua_doi",),
            f"{number} tới {since:%d/%m/%Y} mới có hiệu lực, sau ngày {day:%d/%m/%Y} của bản này",
            "Xem lại ngày, hoặc ghi văn bản đã có hiệu lực.",
            severity=WARNING,
        )
