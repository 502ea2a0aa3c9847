"""Các bước của quy trình nội bộ không cộng thành thời hạn.

Quy trình nội bộ chia thời hạn của thủ tục cho từng bước (theo NĐ 61/2018/NĐ-CP). Cộng lại nhiều hơn thì làm đúng quy
trình vẫn trễ hẹn với dân; ít hơn thì có bước bị bỏ sót. Một ngày làm việc tính 8 giờ làm việc. Tổng thời hạn đã cắt
giảm thì ghi ở `thoi_han`, không được dài hơn thời hạn của thủ tục. Mỗi thủ tục, mỗi cấp một quy trình; bước ghi chức
danh người của cơ quan, không ghi họ tên.

Sai: thủ tục hạn 3 ngày làm việc, các bước 1 + 1 ngày làm việc
Đúng: các bước 4 giờ làm việc + 2 ngày làm việc + 4 giờ làm việc
"""

import re
from collections.abc import Iterator

from generator.checks._engine.context import ValidationContext
from generator.checks._engine.persons import named_person
from generator.checks._engine.rule import Finding
from generator.checks._engine.traversal import time_limits
from generator.loading.entry import Entry
from generator.problem import ERROR, WARNING
from generator.schema.fees import TimeLimit
from generator.text.audience import field

ID = "TT-115"
SEVERITY = ERROR
SCOPE = "content"
SUPPRESSIBLE = False
LAW = "theo NĐ 61/2018, NĐ 107/2021"
CONFIDENCE = "M"
KINDS = ("process",)
COMPARES = ("buoc", "thoi_han")
CITIZEN = re.compile(r"(?:người dân|người nộp|công dân|tổ chức, cá nhân|cá nhân, tổ chức)(?: .{0,20})?", re.IGNORECASE)
# unit -> (family, how many of the family's smallest unit)
UNITS = {
    "giờ làm việc": ("làm việc", 1),
    "ngày làm việc": ("làm việc", 8),
    "ngày": ("ngày", 1),
    "giờ": ("giờ", 1),
    "tháng": ("tháng", 1),
    "năm": ("năm", 1),
}


def check(entry: Entry, context: ValidationContext) -> Iterator[Finding]:
    """Steps against the process's own limit or the procedure's."""
    record = entry.record
    own, legal = record.time_limit, _legal(record.code, context)
    limit = own or legal
    yield from _who(entry, context)
    steps = [(step.amount, step.unit) for step in record.steps]
    if own and legal and _same(own, legal) and _size(own) > _size(legal):
        yield Finding(
            ("thoi_han",),
            f"{_words(own)} dài hơn thời hạn của thủ tục ({_words(legal)})",
            "Quy trình chỉ được bằng hoặc ngắn hơn.",
        )
    if limit is None or limit.amount is None or limit.unit is None or not steps or any(None in step for step in steps):
        return
    family, _ = UNITS[limit.unit]
    other = next((at for at, (amount, unit) in enumerate(steps) if amount and UNITS[unit][0] != family), None)
    if other is not None:
        message = f"bước tính bằng “{steps[other][1]}” mà thời hạn tính bằng “{limit.unit}”, không cộng được"
        yield Finding(
            ("buoc", other, "don_vi"),
            message,
            "Dùng cùng một loại đơn vị.",
            severity=ERROR if family in ("làm việc", "ngày") else WARNING,
        )
        return
    total = sum(amount * UNITS[unit][1] for amount, unit in steps)
    if total != _size(limit):
        small = "giờ làm việc" if family == "làm việc" else limit.unit
        yield Finding(
            ("buoc",),
            f"các bước cộng lại {total} {small}, thời hạn là {_words(limit)} ({_size(limit)} {small})",
            "Xem lại thời gian từng bước.",
            key=True,
        )


def _who(entry: Entry, context: ValidationContext) -> Iterator[Finding]:
    """Steps by a named person or by the citizen; a level that the procedure does not have; a second file."""
    record = entry.record
    for at, step in enumerate(record.steps):
        if person := named_person(step.actor or ""):
            hint = "Ghi chức danh, bộ phận, ví dụ: Công chức Tư pháp – Hộ tịch."
            yield Finding(("buoc", at, "nguoi_lam"), f"chỉ ghi chức danh, không ghi họ tên (“{person}”)", hint)
        elif CITIZEN.fullmatch(step.actor or ""):
            said = f"“{step.actor}” không phải người của cơ quan: quy trình nội bộ chỉ kể việc của cơ quan"
            yield Finding(("buoc", at, "nguoi_lam"), said, "Ghi người nhận, người giải quyết.", severity=WARNING)
    levels = {level for one in context.procedures.get(record.code or "", ()) for level in one.record.levels}
    if record.level and levels and record.level not in levels:
        said = f"{record.level} không thực hiện thủ tục này ({', '.join(sorted(levels))})"
        yield Finding(("cap",), said, f"Sửa {field('cap')}, hoặc {field('ma_thu_tuc')}.")
    for other in context.store.of("process") if record.code else ():
        if other.path < entry.path and (other.record.code, other.record.level) == (record.code, record.level):
            yield Finding(("ma_thu_tuc",), f"quy trình của {record.code} đã có ở {other.path}", "Giữ một tệp.")


def _legal(code: str | None, context: ValidationContext) -> TimeLimit | None:
    for entry in context.procedures.get(code or "", []):
        return next(
            (limit for _, limit in time_limits(context.full_record(entry)) if limit.amount and limit.unit), None
        )
    return None


def _same(one: TimeLimit, other: TimeLimit) -> bool:
    return None not in (one.unit, other.unit) and UNITS[one.unit or ""][0] == UNITS[other.unit or ""][0]


def _size(limit: TimeLimit) -> int:
    return (limit.amount or 0) * UNITS[limit.unit or "ngày"][1]


def _words(limit: TimeLimit) -> str:
    return f"{limit.amount} {limit.unit}"
