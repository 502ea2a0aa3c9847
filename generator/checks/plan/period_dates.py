"""Kỳ số liệu, ngày sự kiện không hợp lý.

Ngày cuối trước ngày đầu, kết luận trước khi kiểm tra, trả lời trước khi nhận, một đơn vị có hai dòng trong một kỳ,
một dòng số liệu không nói của ai, hoặc hai kỳ số liệu chồng nhau (hồ sơ bị đếm hai lần) đều làm trang nói sai. Xem
lại ngày theo văn bản gốc.

Sai: `tu: 2023-06-15`, `den: 2023-05-14`
Đúng: `tu: 2023-03-15`, `den: 2023-06-14`
"""

import datetime as dt
from collections.abc import Iterator
from typing import Any

from generator.checks._engine.context import ValidationContext
from generator.checks._engine.plan_location import of_year, year_of
from generator.checks._engine.rule import Finding
from generator.loading.store import Entry
from generator.problem import ERROR, WARNING

ID = "TT-123"
SEVERITY = ERROR
SCOPE = "content"
SUPPRESSIBLE = False
KINDS = ("result", "feedback_period", "plan_event", "answer")


def check(entry: Entry, context: ValidationContext) -> Iterator[Finding]:
    """Pairs of dates; units twice; periods that overlap."""
    record, kind = entry.record, entry.kind.name
    for first, first_key, second, key in _pairs(kind, record):
        if first and second and second < first:
            yield Finding(
                (key,), f"ngày {second:%d/%m/%Y} trước ngày {first:%d/%m/%Y} ({first_key})", "Xem lại hai ngày."
            )
    if kind in ("result", "feedback_period"):
        yield from _twice(record)
        for other in of_year(context, kind, year_of(entry)):
            if other.path < entry.path and _overlap(record, other.record):
                hint = "Kỳ năm ghi ở một tệp riêng thì không cần: trang tự cộng các quý."
                yield Finding(("tu",), f"kỳ này chồng lên kỳ trong {other.path}", hint, severity=WARNING)


def _pairs(kind: str, record: Any) -> Iterator[tuple[dt.date | None, str, dt.date | None, str]]:
    if kind == "answer":
        yield record.received, "ngay_nhan", record.answered, "ngay_tra_loi"
    else:
        yield record.start, "tu", record.end, "den"
    if kind == "plan_event":
        yield record.start, "tu", record.concluded, "ngay_ket_luan"


def _twice(record: Any) -> Iterator[Finding]:
    names: set[str] = set()
    for at, row in enumerate(record.rows):
        name = row.unit or row.name
        if not name:
            yield Finding(("so_lieu", at), "dòng này không nói của đơn vị nào", "Thêm don_vi (tên tệp của đơn vị).")
        if name and name in names:
            yield Finding(("so_lieu", at), f"“{name}” đã có một dòng ở trên", "Gộp hai dòng.")
        names.add(name or "")


def _overlap(one: Any, other: Any) -> bool:
    if bool(one.sample) != bool(other.sample) or None in (one.start, one.end, other.start, other.end):
        return False
    return one.start <= other.end and other.start <= one.end
