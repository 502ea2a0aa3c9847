"""News and announcements: Markdown with a date."""

from __future__ import annotations

from generator.schema.record import Record, field
from generator.schema.values import Date, Text


class Notice(Record):
    """Tin, thông báo."""

    title: Text | None = field("ten", "Tiêu đề", "Tiêu đề của tin.", required=True)
    date: Date | None = field("ngay", "Ngày", "Ngày đăng.", required=True)
    summary: Text | None = field("mo_ta", "Tóm tắt", "Một câu tóm tắt.", required=True)
    unit: Text | None = field("don_vi", "Đơn vị", "Tên tệp của đơn vị, khi tin là kết quả xử lý phản ánh, kiến nghị của đơn vị đó.", law="NĐ 63/2010 Đ22")
    body: Text | None = field("noi_dung", "Nội dung", "Phần chữ (Markdown).")
