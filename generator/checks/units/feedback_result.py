"""Kết quả xử lý phản ánh không nói của đơn vị nào.

Kết quả xử lý phản ánh, kiến nghị được công khai theo từng đơn vị (NĐ 63/2010/NĐ-CP Điều 22; theo NĐ 20/2008/NĐ-CP).
Tin nói về kết quả xử lý mà thiếu `don_vi` thì không hiện ở trang của đơn vị. Thêm tên tệp của đơn vị trong
content/units/.

Sai:
    ten: Kết quả xử lý phản ánh, kiến nghị tháng 6
Đúng:
    ten: Kết quả xử lý phản ánh, kiến nghị tháng 6
    don_vi: tan-an
"""

import re
from collections.abc import Iterator

from generator.checks._engine.context import ValidationContext
from generator.checks._engine.rule import Finding
from generator.loading.entry import Entry
from generator.problem import WARNING
from generator.text.audience import field

ID = "TT-069"
SEVERITY = WARNING
LAW = "NĐ 63/2010 Đ22"
CONFIDENCE = "V"
CHECKS = ("P05",)
KINDS = ("notice",)
RESULT = re.compile(r"kết quả (?:xử lý|giải quyết|trả lời).{0,20}(?:phản ánh|kiến nghị)", re.IGNORECASE)


def check(entry: Entry, context: ValidationContext) -> Iterator[Finding]:
    """A notice whose title announces results and that names no unit."""
    if RESULT.search(entry.record.title or "") and not entry.record.unit:
        yield Finding(
            ("ten",),
            "tin kết quả xử lý chưa ghi của đơn vị nào",
            f"Thêm {field('don_vi')}: tên tệp của đơn vị, ví dụ tan-an.",
        )
