"""Kế hoạch còn là bản nháp.

Kế hoạch chép từ năm trước (tthc new plan) giữ lời văn của năm cũ đã đổi năm, chưa phải văn bản được ban hành; trang
của nó có chữ “Bản nháp”, không hiện ở trang chủ, không vào tìm kiếm. Khi có kế hoạch chính thức: sửa từng câu cho đúng
văn bản, ghi số, ngày, người ký, rồi bỏ `ban_nhap`.

Sai: `ban_nhap: true` khi kế hoạch đã ban hành
Đúng: bỏ dòng `ban_nhap`
"""

from collections.abc import Iterator

from generator.checks._engine.context import ValidationContext
from generator.checks._engine.rule import Finding
from generator.loading.entry import Entry
from generator.problem import WARNING
from generator.text.audience import field

ID = "TT-124"
SEVERITY = WARNING
SUPPRESSIBLE = False
KINDS = ("plan",)


def check(entry: Entry, context: ValidationContext) -> Iterator[Finding]:
    """The draft flag."""
    if entry.record.draft:
        yield Finding(
            ("ban_nhap",),
            f"kế hoạch {entry.record.year or ''} còn là bản nháp".replace("  ", " "),
            f"Sửa theo văn bản được ban hành rồi bỏ {field('ban_nhap')}.",
        )
