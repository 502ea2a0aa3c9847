"""A chapter of the editors' handbook."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from generator.resources import handbook_pictures
from generator.schema.record import Record, field
from generator.schema.values import Text, Whole


class Picture(Record):
    """Một hình chụp trang soạn, đi kèm công cụ (theme/handbook/)."""

    name: Text | None = field("ten", "Tên hình", "Tên tệp không có đuôi, trong theme/handbook/.", required=True)
    caption: Text | None = field("chu_thich", "Chú thích", "Một câu nói hình cho thấy gì; người không nhìn thấy hình nghe câu này.", required=True)


class Chapter(Record):
    """Chương của sổ tay biên tập."""

    title: Text | None = field("ten", "Tên chương", "Tên chương.", required=True)
    summary: Text | None = field("mo_ta", "Mô tả", "Một câu: chương này giúp làm việc gì.", required=True)
    order: Whole | None = field("thu_tu", "Thứ tự", "Thứ tự trong sổ tay.", required=True)
    pictures: list[Picture] = field("hinh", "Hình", "Hình chụp trang soạn, hiện ở cuối chương; trong bài nhắc “hình 1”.", many=True)
    body: Text | None = field("noi_dung", "Nội dung", "Phần chữ (Markdown).")


def shown_pictures(chapters: Iterable[Chapter]) -> dict[str, Path]:
    """The files of the pictures that the chapters name, by name and sorted; names without a file are left out."""
    named = {picture.name for chapter in chapters for picture in chapter.pictures}
    return {name: file for name, file in handbook_pictures().items() if name in named}
