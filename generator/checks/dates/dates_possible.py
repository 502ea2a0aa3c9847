"""Ngày không thể có.

Văn bản ký năm 1915 hay 2093 là gõ nhầm; quyết định công bố ký sau ngày của trang thì chưa thể là căn cứ để đăng (NĐ
63/2010/NĐ-CP Điều 13, 15). Phần được ghi là đang chờ đối chiếu thì chỉ nhắc: bản ghi quốc gia mới hơn ngày của trang
là chuyện thường.

Sai: `ngay: 2093-06-30`
Đúng: `ngay: 2023-06-30`
"""

import datetime as dt
from collections.abc import Iterator

from generator.checks._engine.context import ValidationContext
from generator.checks._engine.own_fields import own_fields
from generator.checks._engine.pending import downgrade_if_pending
from generator.checks._engine.plausible import MAX_DAYS_AHEAD
from generator.checks._engine.rule import Finding
from generator.loading.entry import Entry
from generator.loading.versions import VERSIONED
from generator.problem import ERROR, WARNING
from generator.text.audience import field

ID = "TT-085"
SEVERITY = ERROR
LAW = "NĐ 63/2010 Đ15"
CONFIDENCE = "V"
CHECKS = ("L17",)
KINDS = (
    "procedure",
    "law",
    "unit",
    "notice",
    "site",
    "fate",
    "overlay",
    "plan_document",
    "process",
    *VERSIONED.values(),
)
FIRST = dt.date(1945, 9, 2)
FIRST_ANNOUNCED = dt.date(2009, 1, 1)  # the year of the national database (1699/QĐ-TTg), a year before NĐ 63/2010


def check(entry: Entry, context: ValidationContext) -> Iterator[Finding]:
    """Dates before the state existed or far ahead; a decision signed after the site's day."""
    for path, spec, value in own_fields(entry):
        if isinstance(value, dt.date) and not FIRST <= value <= context.as_of + MAX_DAYS_AHEAD:
            early = f"; nếu năm đúng thì ngày của trang ({context.as_of:%d/%m/%Y}) quá sớm" if value > FIRST else ""
            yield Finding(path, f"ngày {value:%d/%m/%Y} không thể có ở “{spec.label}”", f"Xem lại năm{early}.", law=" ")
    if entry.kind.name != "procedure":
        return
    decision = entry.record.decision
    if decision and isinstance(decision.date, dt.date) and FIRST <= decision.date < FIRST_ANNOUNCED:
        yield Finding(
            ("quyet_dinh_cong_bo", "ngay"),
            f"ngày {decision.date:%d/%m/%Y} chưa có quyết định công bố thủ tục nào",
            "Xem lại năm.",
            severity=WARNING,
        )
    if (
        decision
        and isinstance(decision.date, dt.date)
        and context.as_of < decision.date <= context.as_of + MAX_DAYS_AHEAD
    ):
        text = f"quyết định công bố ký {decision.date:%d/%m/%Y}, sau ngày của trang ({context.as_of:%d/%m/%Y})"
        yield Finding(
            ("quyet_dinh_cong_bo", "ngay"),
            text,
            f"Tìm quyết định có hiệu lực vào ngày của trang, hoặc ghi {field('quyet_dinh_cong_bo')} vào "
            f"{field('phan_cho_doi_chieu')}.",
            severity=downgrade_if_pending(entry.record, "quyet_dinh_cong_bo"),
        )
