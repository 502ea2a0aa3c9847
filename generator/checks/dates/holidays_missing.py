"""Chưa có lịch nghỉ của năm đang dùng.

Thời hạn tính bằng ngày làm việc cần lịch nghỉ lễ của năm ấy và năm sau (hạn có thể vắt qua Tết). Thêm
content/holidays/NĂM.yml theo thông báo nghỉ lễ chính thức, ghi rõ nguồn.

Sai: `as_of: 2023-12-31` mà không có holidays/2023.yml
Đúng: thêm tệp holidays/2023.yml
"""

from collections.abc import Iterator

from generator.checks._engine.context import ValidationContext
from generator.checks._engine.rule import Finding
from generator.checks.dates.holidays_dates import is_year_mistyped
from generator.loading.entry import Entry
from generator.problem import WARNING

ID = "TT-087"
SEVERITY = WARNING
SCOPE = "content"
LAW = "theo Bộ luật Lao động 2019"
CONFIDENCE = "M"
CHECKS = ("L17",)
KINDS = ("site",)


def check(entry: Entry, context: ValidationContext) -> Iterator[Finding]:
    """The year of the site's day without a holiday file."""
    year = context.as_of.year
    if year not in context.working_days.years and not _is_reported(context, str(year)):
        yield Finding(
            ("as_of",),
            f"chưa có lịch nghỉ lễ năm {year} (content/holidays/{year}.yml)",
            "Thêm tệp theo thông báo nghỉ lễ chính thức.",
        )


def _is_reported(context: ValidationContext, year: str) -> bool:
    """True if the year has a file in which an error is reported: it could not be read, or states another year."""
    named = (entry for entry in context.store.of("holidays") if entry.stem == year)
    return context.unread("holidays", year) or any(map(is_year_mistyped, named))
