"""Năm của kế hoạch không khớp thư mục.

Mỗi năm một thư mục content/plan/NĂM/. Tệp plan.yml ghi năm khác tên thư mục, hoặc thư mục có nhiệm vụ, văn bản, số
liệu mà không có plan.yml, thì cả năm ấy không hiện trên trang. Sửa `nam`, hoặc thêm plan.yml (tthc new plan 2024
--from 2023).

Sai: `nam: 2022` trong content/plan/2023/plan.yml
Đúng: `nam: 2023` trong content/plan/2023/plan.yml
"""

from collections.abc import Iterator

from generator.checks._engine.context import ValidationContext
from generator.checks._engine.plan_location import of_year, year_of
from generator.checks._engine.rule import Finding
from generator.loading.store import Entry
from generator.problem import ERROR
from generator.schema.kinds import REGISTERS

ID = "TT-129"
SEVERITY = ERROR
SCOPE = "content"
SUPPRESSIBLE = False
KINDS = ("site", "plan", "task", *REGISTERS)


def check(entry: Entry, context: ValidationContext) -> Iterator[Finding]:
    """The year in the plan, and that there is a plan."""
    if entry.kind.name == "site":
        shown = str(entry.record.plan_year or "")
        if shown and not of_year(context, "plan", shown) and not context.unread("plan"):
            yield Finding(
                ("ke_hoach",), f"không có kế hoạch năm {shown} (plan/{shown}/plan.yml)", "Xem lại năm, hoặc bỏ dòng."
            )
        return
    year = year_of(entry)
    if entry.kind.name == "plan":
        if entry.record.year is not None and str(entry.record.year) != year:
            yield Finding(
                ("nam",),
                f"năm {entry.record.year} không khớp thư mục {year}",
                f"Ghi nam: {year}, hoặc chuyển tệp sang thư mục của năm {entry.record.year}.",
            )
    elif year and not of_year(context, "plan", year) and not context.unread("plan"):
        yield Finding(
            (),
            f"thư mục plan/{year} chưa có plan.yml nên tệp này không hiện ở đâu",
            f"Chạy tthc new plan {year} --from {int(year) - 1}, hoặc chuyển tệp.",
        )
