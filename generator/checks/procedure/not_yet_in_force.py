"""Thủ tục chưa tới ngày áp dụng.

Thủ tục được đăng từ ngày có hiệu lực (theo TT 02/2017/TT-VPCP về niêm yết, đăng tải); trước ngày ấy nó không hiện trên
trang. Đây chỉ là lời nhắc: nếu ngày đúng thì để yên, trang tự đăng khi tới ngày.

Sai: `tu: 2032-01-01`   (gõ nhầm năm)
Đúng: `tu: 2023-01-01`
"""

from collections.abc import Iterator

from generator.checks._engine.context import ValidationContext
from generator.checks._engine.plausible import MAX_DAYS_AHEAD
from generator.checks._engine.rule import Finding
from generator.loading.entry import Entry
from generator.problem import WARNING
from generator.schema.lifecycle import state_of

ID = "TT-056"
SEVERITY = WARNING
LAW = "theo TT 02/2017/TT-VPCP"
CONFIDENCE = "S"
CHECKS = ("L11",)
EVERY_DAY = True
KINDS = ("procedure",)


def check(entry: Entry, context: ValidationContext) -> Iterator[Finding]:
    """A first day after the site's day."""
    if state_of(entry.record, context.as_of) != "future":
        return
    since = entry.record.validity.since
    if since <= context.as_of + MAX_DAYS_AHEAD:  # else TT-085
        yield Finding(
            ("hieu_luc", "tu"),
            f"có hiệu lực từ {since:%d/%m/%Y}, sau ngày của trang ({context.as_of:%d/%m/%Y}), nên chưa được đăng",
            "Để yên nếu ngày đúng.",
        )
