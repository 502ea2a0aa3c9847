"""Tin chưa tới ngày đăng.

Tin ghi ngày sau ngày của trang (`as_of` trong site.yml; trang có nhiều bản thì sau ngày của mọi bản) thì chưa hiện, để
không báo trước điều chưa xảy ra; trang tự đăng khi tới ngày. Đây chỉ là lời nhắc: ngày đúng thì để yên, gõ nhầm năm
thì sửa.

Sai: `ngay: 2032-12-31`   (gõ nhầm năm)
Đúng: `ngay: 2023-12-31`
"""

from collections.abc import Iterator

from generator.checks._engine.context import ValidationContext
from generator.checks._engine.rule import Finding
from generator.loading.entry import Entry
from generator.problem import WARNING

ID = "TT-189"
SEVERITY = WARNING
EVERY_DAY = True
KINDS = ("notice",)


def check(entry: Entry, context: ValidationContext) -> Iterator[Finding]:
    """A day after the site's."""
    day = entry.record.date
    if day and day > context.as_of:
        yield Finding(
            ("ngay",),
            f"tin đề ngày {day:%d/%m/%Y}, sau ngày của trang ({context.as_of:%d/%m/%Y}), nên chưa được đăng",
            "Để yên nếu ngày đúng.",
        )
