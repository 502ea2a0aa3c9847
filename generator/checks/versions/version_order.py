"""Bản sửa đổi trước khi thủ tục có hiệu lực.

Các bản nối tiếp nhau: bản gốc từ `hieu_luc.tu`, rồi từng bản sửa đổi từ `ap_dung_tu` của nó cho tới ngày trước bản
sau. Bản sửa đổi không thể
bắt đầu trước hay cùng ngày với bản gốc.

Sai: bản gốc `hieu_luc.tu: 2016-01-01` mà có bản 2015-07-01
Đúng: bản 2025-07-01
"""

import datetime as dt
from collections.abc import Iterator

from generator.checks._engine.context import ValidationContext
from generator.checks._engine.neighbours import before
from generator.checks._engine.rule import Finding
from generator.loading.entry import Entry
from generator.loading.versions import day_of
from generator.problem import ERROR

ID = "TT-205"
SEVERITY = ERROR
SCOPE = "content"
SUPPRESSIBLE = False
KINDS = ("procedure_version",)


def check(entry: Entry, context: ValidationContext) -> Iterator[Finding]:
    """Compares the version's day with the first day of the record before it."""
    earlier, day = before(entry, context), day_of(entry)
    validity = earlier.record.validity if earlier else None
    since = validity.since if validity else None
    if day and isinstance(since, dt.date) and day <= since:
        yield Finding(
            ("ap_dung_tu",),
            f"ngày {day:%d/%m/%Y} không sau ngày thủ tục có hiệu lực ({since:%d/%m/%Y})",
            "Sửa ngày; nếu nội dung đã như thế từ đầu thì ghi vào tệp gốc.",
        )
