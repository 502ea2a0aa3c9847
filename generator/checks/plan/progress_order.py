"""Tiến độ ghi ngược, hoặc ghi trước ngày.

Tiến độ là việc đã xảy ra: ngày không được ở sau ngày của trang (as_of), các lần ghi nhận theo thứ tự ngày, và việc đã
hoàn thành (đã duyệt) thì không quay lại trạng thái trước. Xem lại ngày và trạng thái theo báo cáo gốc.

Sai:
    tien_do:
      - ngay: 2023-06-30
        trang_thai: đã kiến nghị
      - ngay: 2023-05-04
        trang_thai: đăng ký
Đúng:
    tien_do:
      - ngay: 2023-05-04
        trang_thai: đăng ký
      - ngay: 2023-06-30
        trang_thai: đã kiến nghị
"""

from collections.abc import Iterator

from generator.checks._engine.context import ValidationContext
from generator.checks._engine.rule import Finding
from generator.loading.entry import Entry
from generator.problem import ERROR, WARNING
from generator.schema.plan.progress import DONE
from generator.schema.plan.review import STATES
from generator.text.audience import field

ID = "TT-112"
SEVERITY = ERROR
SUPPRESSIBLE = False
EVERY_DAY = True
KINDS = ("task", "review")


def check(entry: Entry, context: ValidationContext) -> Iterator[Finding]:
    """Dates in the future, out of order; states that go back."""
    steps = entry.record.progress
    for index, step in enumerate(steps):
        if step.date and step.date > context.as_of:
            hint = f"Ghi khi việc đã xảy ra, hoặc sửa {field('as_of')} trong site.yml."
            yield Finding(
                ("tien_do", index, "ngay"),
                f"ngày {step.date:%d/%m/%Y} ở sau ngày của trang ({context.as_of:%d/%m/%Y})",
                hint,
            )
        before = steps[index - 1] if index else None
        if before and before.date and step.date and step.date < before.date <= context.as_of:
            yield Finding(
                ("tien_do", index, "ngay"),
                f"ngày {step.date:%d/%m/%Y} trước lần ghi nhận ở trên",
                "Xếp theo thứ tự ngày.",
            )
        elif before and _goes_back(before.state, step.state):
            yield Finding(
                ("tien_do", index, "trang_thai"),
                f"“{step.state}” sau khi “{before.state}”",
                "Xem lại trạng thái theo báo cáo.",
                severity=WARNING,
            )


def _goes_back(before: str | None, after: str | None) -> bool:
    if before == after == DONE:
        return True
    if before in STATES and after in STATES:
        return STATES.index(after) < STATES.index(before)
    return before == DONE and after != DONE
