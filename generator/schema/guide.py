"""A life-event guide: Markdown with steps that lead to procedures in order."""

from __future__ import annotations

from generator.schema.record import Record, field
from generator.schema.values import Text, Whole


class GuideStep(Record):
    """One step: what to do, when, by which procedures."""

    title: Text | None = field("ten", "Tên bước", "Việc cần làm.", required=True)
    codes: list[Text] = field("thu_tuc", "Thủ tục", "Mã các thủ tục của bước này.", many=True)
    when: Text | None = field("khi_nao", "Khi nào", "Hạn hoặc lúc nên làm.")
    text: Text | None = field("noi_dung", "Nội dung", "Một hai câu dễ hiểu.")
    together: list[Text] = field("lam_cung_luc", "Làm cùng lúc", "Mã các thủ tục làm liên thông.", many=True)


class Guide(Record):
    """Hướng dẫn theo sự kiện trong đời."""

    title: Text | None = field("ten", "Tên", "Tên sự kiện.", required=True)
    summary: Text | None = field("mo_ta", "Mô tả", "Một câu tóm tắt.", required=True)
    keywords: list[Text] = field("tu_khoa", "Từ khóa", "Từ người dân có thể gõ.", many=True)
    icon: Text | None = field("bieu_tuong", "Biểu tượng", "Tên một hình trong theme/icons, ví dụ school; tên khác thì trang dùng hình chung.")
    order: Whole | None = field("thu_tu", "Thứ tự", "Thứ tự trong danh sách.")
    months: list[Whole] = field("thang", "Tháng hay làm", "Những tháng có nhiều người làm việc này: trang chủ nhắc trong các tháng ấy.", many=True, example="9")
    steps: list[GuideStep] = field("buoc", "Các bước", "Các bước theo thứ tự.", required=True, many=True)
    body: Text | None = field("noi_dung", "Lời dặn", "Phần chữ dưới các bước (Markdown).")
