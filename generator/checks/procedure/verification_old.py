"""Đã lâu chưa đối chiếu.

Nội dung đăng phải thống nhất với CSDL quốc gia (TT 19/2014/TT-BTP Điều 10 khoản 3); trang in ngày kiểm tra gần nhất.
Quá một năm kể từ lần kiểm tra trước tới ngày của trang thì nên mở bản gốc xem lại rồi ghi ngày mới.

Sai: `ngay: 2019-05-01`
Đúng: `ngay: 2023-11-02`
"""

import datetime as dt
from collections.abc import Iterator

from generator.checks._engine.context import ValidationContext
from generator.checks._engine.rule import Finding
from generator.loading.entry import Entry
from generator.problem import WARNING

ID = "TT-058"
SEVERITY = WARNING
LAW = "TT 19/2014/TT-BTP Đ10 k3"
CONFIDENCE = "V"
CHECKS = ("L10", "L13")
KINDS = ("procedure",)
LIMIT = dt.timedelta(days=366)


def check(entry: Entry, context: ValidationContext) -> Iterator[Finding]:
    """A check that is more than a year older than the site's day."""
    verification = entry.record.verification
    if verification and verification.date and context.as_of - verification.date > LIMIT:
        yield Finding(
            ("doi_chieu", "ngay"),
            f"lần đối chiếu gần nhất là {verification.date:%d/%m/%Y}, đã quá một năm",
            "Xem lại bản gốc rồi ghi ngày mới.",
        )
