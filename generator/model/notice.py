"""News and announcements: Markdown with a date."""

from __future__ import annotations

from generator.model.record import Record, field
from generator.model.values import Date, Text


class Notice(Record):
    """Tin, thông báo."""

    title: Text | None = field("ten", "Tiêu đề", "Tiêu đề của tin.", required=True)
    date: Date | None = field("ngay", "Ngày", "Ngày đăng.", required=True)
    summary: Text | None = field("mo_ta", "Tóm tắt", "Một câu tóm tắt.", required=True)
    body: Text | None = field("noi_dung", "Nội dung", "Phần chữ (Markdown).")
