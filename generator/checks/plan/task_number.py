"""Số nhiệm vụ trùng hoặc nhảy cóc.

Số nhiệm vụ làm địa chỉ trang (/ke-hoach/2023/nhiem-vu/2/) và để văn bản, chỉ tiêu nhắc tới. Hai nhiệm vụ cùng số thì
một trang che mất trang kia; thiếu một số là sót một mục của phần II. Đánh số liền nhau từ 1 như trong kế hoạch.

Sai: hai tệp trong tasks/ cùng ghi `so: 2`
Đúng: `so: 2` và `so: 3`
"""

from collections.abc import Iterator

from generator.checks._engine.context import ValidationContext
from generator.checks._engine.plan_location import of_year, year_of
from generator.checks._engine.rule import Finding
from generator.loading.store import Entry
from generator.problem import ERROR, WARNING

ID = "TT-111"
SEVERITY = ERROR
SCOPE = "content"
SUPPRESSIBLE = False
KINDS = ("task",)


def check(entry: Entry, context: ValidationContext) -> Iterator[Finding]:
    """The number twice; the number before it missing."""
    number = entry.record.number
    if number is None:
        return
    others = [other for other in of_year(context, "task", year_of(entry)) if other is not entry]
    twin = next((other for other in others if other.record.number == number), None)
    if twin and twin.path < entry.path:
        yield Finding(("so",), f"số {number} đã dùng ở {twin.path}", "Đánh lại số theo kế hoạch.")
    if number > 1 and all(other.record.number != number - 1 for other in others):
        yield Finding(
            ("so",),
            f"có nhiệm vụ {number} mà không có nhiệm vụ {number - 1}",
            "Thêm nhiệm vụ còn thiếu, hoặc sửa số.",
            severity=WARNING,
        )
