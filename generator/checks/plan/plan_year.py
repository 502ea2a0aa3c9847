"""Năm của kế hoạch không khớp thư mục.

Mỗi năm một thư mục content/plan/NĂM/. Tệp plan.yml ghi năm khác tên thư mục, hoặc thư mục có nhiệm vụ, văn bản, số
liệu mà không có plan.yml, thì cả năm ấy không hiện trên trang. Sửa `nam`, hoặc thêm plan.yml (tthc new plan 2024
--from 2023). Kết quả, phản ánh, trả lời, sự kiện, rà soát của năm khác (trước tháng 12 năm trước, sau tháng 3 năm sau)
thì nhắc: chuyển tệp, hoặc xem lại ngày; tiến độ, số liệu của năm khác cũng vậy.

Sai: `nam: 2022` trong content/plan/2023/plan.yml
Đúng: `nam: 2023` trong content/plan/2023/plan.yml
"""

import datetime as dt
from collections.abc import Iterator

from generator.checks._engine.context import ValidationContext
from generator.checks._engine.plan_location import is_of_year, of_year, year_of
from generator.checks._engine.rule import Finding
from generator.loading.entry import Entry
from generator.problem import ERROR, WARNING, KeyPath
from generator.schema.kinds import REGISTERS
from generator.text.audience import field

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
                f"Ghi {field('nam')}: {year}, hoặc chuyển tệp sang thư mục của năm {entry.record.year}.",
            )
    elif year and not of_year(context, "plan", year) and not context.unread("plan"):
        yield Finding(
            (),
            f"thư mục plan/{year} chưa có plan.yml nên tệp này không hiện ở đâu",
            f"Chạy tthc new plan {year} --from {int(year) - 1}, hoặc chuyển tệp.",
        )
    elif year and (days := _days(entry)) and not any(_near(day, int(year)) for _, day in days):
        key, day = days[0]
        said = f"ngày {day:%d/%m/%Y} không thuộc kế hoạch năm {year}"
        yield Finding((key,), said, "Xem lại ngày, hoặc chuyển tệp sang thư mục của năm ấy.", severity=WARNING)
    elif year:
        for path, day in [*(((key,), day) for key, day in days), *_noted(entry)]:
            if not is_of_year(day, year):
                if day <= context.as_of or entry.kind.name not in ("task", "target"):  # else TT-112, TT-128
                    said = f"ngày {day:%d/%m/%Y} không thuộc kế hoạch năm {year}"
                    yield Finding(path, said, "Xem lại năm.", severity=WARNING)


def _noted(entry: Entry) -> Iterator[tuple[KeyPath, dt.date]]:
    """The days of states of a task and of figures of a target."""
    if entry.kind.name == "task":
        for at, state in enumerate(entry.record.progress):
            if state.date:
                yield ("tien_do", at, "ngay"), state.date
    elif entry.kind.name == "target":
        for at, measure in enumerate(entry.record.measures):
            if measure.date:
                yield ("so_lieu", at, "ngay"), measure.date


def _days(entry: Entry) -> list[tuple[str, dt.date]]:
    """The days of what happened, by key; none of a record that has no such days, as a document."""
    record, kind = entry.record, entry.kind.name
    found: dict[str, object] = {}
    if kind in ("result", "feedback_period", "plan_event"):
        found = {"tu": record.start, "den": record.end}
    elif kind == "answer":
        found = {"ngay_nhan": record.received, "ngay_tra_loi": record.answered}
    elif kind == "review":
        found = {"han": record.due}
    return [(key, day) for key, day in found.items() if isinstance(day, dt.date)]


def _near(day: dt.date, year: int) -> bool:
    """True in the year and around it: its periods begin in December, its last reports come in spring."""
    return dt.date(year - 1, 12, 1) <= day <= dt.date(year + 1, 3, 31)
