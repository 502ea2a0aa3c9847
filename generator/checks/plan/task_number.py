"""Số nhiệm vụ trùng hoặc nhảy cóc.

Số nhiệm vụ làm địa chỉ trang (/ke-hoach/2023/nhiem-vu/2/) và để văn bản, chỉ tiêu nhắc tới. Hai nhiệm vụ cùng số thì
một trang che mất trang kia; thiếu một số là sót một mục của phần II: nhắc, có văn bản, số liệu thuộc mục ấy thì là lỗi.
Đánh số liền nhau từ 1 như trong kế hoạch.

Sai: hai tệp trong tasks/ cùng ghi `so: 2`
Đúng: `so: 2` và `so: 3`
"""

from collections.abc import Iterator

from generator.checks._engine.context import ValidationContext
from generator.checks._engine.plan_location import of_year, year_of
from generator.checks._engine.rule import Finding
from generator.checks.plan.area_task import KINDS as AREA_KINDS
from generator.checks.plan.area_task import area_of
from generator.loading.entry import Entry
from generator.problem import ERROR, WARNING
from generator.schema.kinds import REGISTERS

ID = "TT-111"
SEVERITY = ERROR
SCOPE = "content"
SUPPRESSIBLE = False
KINDS = ("task",)


def check(entry: Entry, context: ValidationContext) -> Iterator[Finding]:
    """The number twice; the number before it missing, unless it may be that of a task whose number is wrong."""
    number = entry.record.number
    if number is None:
        return
    others = [other for other in of_year(context, "task", year_of(entry)) if other is not entry]
    twin = next((other for other in others if other.record.number == number), None)
    if twin and twin.path < entry.path:
        yield Finding(("so",), f"số {number} đã dùng ở {twin.path}", "Đánh lại số theo kế hoạch.")
    numbers = [other.record.number for other in others]
    known = len({*numbers, number}) > len(numbers) and None not in numbers and not context.unread("task")
    far = any(other and other > 2 * len(others) + 2 for other in numbers)  # that one is the slip: reported there
    if known and not far and number > 1 and number - 1 not in numbers:
        yield Finding(
            ("so",),
            f"có nhiệm vụ {number} mà không có nhiệm vụ {number - 1}",
            "Thêm nhiệm vụ còn thiếu, hoặc sửa số.",
            severity=None if _is_needed(entry, context) else WARNING,
        )


def _is_needed(entry: Entry, context: ValidationContext) -> bool:
    """True if something of the plan belongs to a task that is missing: TT-113 and TT-125 leave that to this rule."""
    records = {kind: of_year(context, kind, year_of(entry)) for kind in ("task", "target", *REGISTERS)}
    named = {number for other in records["plan_document"] for number in other.record.tasks}
    named |= {other.record.task for other in records["target"] if other.record.task is not None}
    areas = {area_of(other) for kind in AREA_KINDS for other in records[kind]} - {None}
    tasks = [task.record for task in records["task"]]
    return not named <= {task.number for task in tasks} or not areas <= {task.area for task in tasks}
