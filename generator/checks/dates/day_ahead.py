"""Việc ghi là đã làm mà ngày còn chưa tới.

Ngày đối chiếu, ngày xem nguồn, ngày rà soát, ngày trả lời phản ánh, ngày kết luận, ngày cuối của kỳ số liệu nói việc ấy
đã xong; trang in ngày ấy cho người dân tin (TT 19/2014/TT-BTP Điều 10 khoản 3). Ngày ở sau hôm nay là gõ nhầm năm hoặc
tháng. (So với ngày trên máy đang chạy, chênh một ngày thì bỏ qua.)

Sai: `doi_chieu:` có `ngay: 2062-11-26`
Đúng: `doi_chieu:` có `ngay: 2026-11-26`
"""

import datetime as dt
from collections.abc import Iterator
from typing import Any

from generator.checks._engine.context import ValidationContext
from generator.checks._engine.rule import Finding
from generator.loading.store import Entry
from generator.problem import ERROR

ID = "TT-265"
SEVERITY = ERROR
SCOPE = "content"
LAW = "TT 19/2014/TT-BTP Đ10 k3"
CONFIDENCE = "V"
CHECKS = ("L10", "L17")
# by kind of record, the days on which something had been done
DONE = {
    "procedure": (("doi_chieu", "ngay"),),
    "fate": (("ngay",),),
    "elsewhere": (("sua_doi", "ngay"),),
    "overlay": (("ngay_ra_soat",),),
    "result": (("den",),),
    "feedback_period": (("den",),),
    "answer": (("ngay_nhan",), ("ngay_tra_loi",)),
    "plan_event": (("ngay_ket_luan",),),
    "plan_document": (("ngay_ban_hanh",),),
}
KINDS = tuple(DONE)
ONE_DAY = dt.timedelta(days=1)  # a server's clock may be a time zone behind


def check(entry: Entry, context: ValidationContext) -> Iterator[Finding]:
    """Days after today of what is stated as done; of scope `content`: no finding outlives its day in a cache."""
    for path, label, day in entry.facts.get(ID, ()):
        if (value := dt.date.fromisoformat(day)) > _latest():
            said = f"“{label}” là {value:%d/%m/%Y}, ngày chưa tới"
            yield Finding(tuple(path), said, "Ghi ngày việc ấy đã xong; xem lại năm.")


def facts(entry: Entry) -> list[tuple[tuple[Any, ...], str, str]]:
    """The days of the record that have not come yet when it is read: (path, label, day)."""
    wanted, latest = DONE[entry.kind.name], _latest()
    return [
        (path, spec.label, value.isoformat())
        for path, spec, value in entry.fields
        if isinstance(value, dt.date) and value > latest and tuple(k for k in path if isinstance(k, str)) in wanted
    ]


def _latest() -> dt.date:
    return dt.date.today() + ONE_DAY
