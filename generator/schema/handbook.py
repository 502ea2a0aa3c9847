"""A chapter of the editors' handbook."""

from __future__ import annotations

from generator.schema.record import Record, field
from generator.schema.values import Text, Whole


class Chapter(Record):
    """Chương của sổ tay biên tập."""

    title: Text | None = field("ten", "Tên chương", "Tên chương.", required=True)
    summary: Text | None = field("mo_ta", "Mô tả", "Một câu: chương này giúp làm việc gì.", required=True)
    order: Whole | None = field("thu_tu", "Thứ tự", "Thứ tự trong sổ tay.", required=True)
    body: Text | None = field("noi_dung", "Nội dung", "Phần chữ (Markdown).")
