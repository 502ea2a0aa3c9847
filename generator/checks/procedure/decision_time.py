"""Quyết định công bố ký quá muộn.

Chủ tịch UBND tỉnh công bố thủ tục chậm nhất 5 ngày làm việc trước ngày áp dụng (NĐ 63/2010/NĐ-CP Điều 15, thời hạn
theo NĐ 92/2017/NĐ-CP và QĐ 766/QĐ-TTg công thức 1.1–1.2), và không thủ tục nào áp dụng trước khi được công bố. Ngày
làm việc tính theo tệp ngày nghỉ content/holidays/. Thủ tục cũ được công bố lại bằng quyết định mới là chuyện thường,
nên chỉ so khi quyết định và ngày áp dụng cách nhau không quá một năm, và chỉ nhắc. Xem lại hai ngày; đúng cả thì bỏ
qua kiểm tra này với lý do.

Sai:
    quyet_dinh_cong_bo:
      so: 100/QĐ-UBND
      ngay: 2023-06-29
      co_quan: Chủ tịch UBND tỉnh Hòa Lộc
    hieu_luc:
      tu: 2023-07-01
Đúng:
    quyet_dinh_cong_bo:
      so: 100/QĐ-UBND
      ngay: 2023-06-20
      co_quan: Chủ tịch UBND tỉnh Hòa Lộc
    hieu_luc:
      tu: 2023-07-01
"""

import datetime as dt
import re
from collections.abc import Iterator

from generator.checks._engine.context import ValidationContext
from generator.checks._engine.rule import Finding
from generator.loading.entry import Entry
from generator.problem import WARNING

ID = "TT-060"
SEVERITY = WARNING
SCOPE = "content"
LAW = "NĐ 63/2010 Đ15; theo QĐ 766/QĐ-TTg"
CONFIDENCE = "S"
CHECKS = ("L17",)
KINDS = ("procedure",)
PROVINCE = re.compile(r"(?:UBND|[uủ][ỷy] ban nhân dân)\s+(?:tỉnh|thành phố|TP)\b", re.IGNORECASE)
ENOUGH = 5
YEAR = dt.timedelta(days=366)


def check(entry: Entry, context: ValidationContext) -> Iterator[Finding]:
    """Signed after the first day, or by a province less than five working days before it."""
    decision, validity = entry.record.decision, entry.record.validity
    signed, since = (decision.date if decision else None), (validity.since if validity else None)
    if not isinstance(signed, dt.date) or not isinstance(since, dt.date) or abs(signed - since) > YEAR:
        return
    here = ("quyet_dinh_cong_bo", "ngay")
    if signed > since:
        yield Finding(
            here, f"quyết định công bố ký {signed:%d/%m/%Y}, sau ngày áp dụng {since:%d/%m/%Y}", "Xem lại hai ngày."
        )
    elif PROVINCE.search(decision.body or "") and context.working_days.knows(signed, since):
        days = context.working_days.between(signed, since)
        if days < ENOUGH:
            yield Finding(
                here,
                f"quyết định của tỉnh ký trước ngày áp dụng {days} ngày làm việc, chưa đủ {ENOUGH}",
                "Xem lại hai ngày.",
            )
