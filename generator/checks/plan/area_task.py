"""Sổ, danh mục không gắn với nhiệm vụ nào.

Trang sổ văn bản, danh mục rà soát, kết quả … chỉ có khi kế hoạch của năm có nhiệm vụ ghi mảng việc ấy (`mang`). Có văn
bản, số liệu mà không nhiệm vụ nào ghi mảng thì chúng không hiện ở đâu cả. Thêm `mang` vào nhiệm vụ tương ứng trong
tasks/.

Sai: có documents/568.yml mà không nhiệm vụ nào ghi `mang: chỉ đạo`
Đúng: tasks/01.yml có `mang: chỉ đạo`
"""

from collections.abc import Iterator

from generator.checks._engine.context import ValidationContext
from generator.checks._engine.plan_location import of_year, tasks_unknown, year_of
from generator.checks._engine.rule import Finding
from generator.loading.entry import Entry
from generator.problem import ERROR
from generator.text.audience import either, field, label

ID = "TT-125"
SEVERITY = ERROR
SCOPE = "content"
SUPPRESSIBLE = False
KINDS = ("plan_document", "review", "plan_event", "result", "feedback_period", "answer")
AREAS = {
    "plan_document": "chỉ đạo",
    "review": "rà soát",
    "result": "một cửa",
    "feedback_period": "phản ánh",
    "answer": "phản ánh",
}


def check(entry: Entry, context: ValidationContext) -> Iterator[Finding]:
    """The area must be some task's; reported at the first record of it."""
    area = area_of(entry)
    year = year_of(entry)
    tasks = of_year(context, "task", year)
    if tasks_unknown(context.store, year) or any(task.broken("mang") for task in tasks):
        return
    first = next(other for kind in KINDS for other in of_year(context, kind, year) if area_of(other) == area)
    if area and first is entry and all(task.record.area != area for task in tasks):
        said = either(f"“mang: {area}”", f"{label('mang')} là “{area}”")
        yield Finding(
            (),
            f"chưa nhiệm vụ nào của năm {year} ghi {said} nên tệp này không hiện ở đâu",
            f"Thêm {field('mang')} vào nhiệm vụ tương ứng.",
        )


def area_of(entry: Entry) -> str | None:
    """The area of a record of a register."""
    area: str | None = AREAS.get(entry.kind.name) or entry.record.kind
    return area
