"""The quality figures of one day, stored in content/quality.yml so that the quality page can show their history.

`tthc report --record DAY` writes it; nobody edits it by hand."""

from __future__ import annotations

from generator.schema.record import Record, field
from generator.schema.values import Date, Whole


class QualityDay(Record):
    """Số liệu chất lượng của một ngày."""

    day: Date | None = field("ngay", "Ngày đếm", "Ngày đếm số liệu.", required=True, example="2026-11-29")
    content_day: Date | None = field("noi_dung_ngay", "Nội dung tính đến ngày", "Ngày của bản được đếm.", required=True, example="2023-12-31")
    total: Whole | None = field("thu_tuc", "Số thủ tục", "Thủ tục đang áp dụng.", required=True, example="198")
    sure: Whole | None = field("doi_chieu_het", "Đối chiếu hết", "Thủ tục không còn điều gì phải hỏi lại.", required=True, example="55")
    place: Whole | None = field("noi_nop", "Hỏi lại nơi nộp", "Thủ tục có nơi nộp chưa xác nhận.", required=True, example="12")
    time: Whole | None = field("thoi_han", "Hỏi lại thời hạn", "Thủ tục có thời hạn chưa xác nhận.", required=True, example="74")
    fee: Whole | None = field("phi", "Hỏi lại phí", "Thủ tục có phí chưa xác nhận.", required=True, example="40")
    papers: Whole | None = field("giay_to", "Hỏi lại giấy tờ", "Thủ tục có giấy tờ chưa xác nhận.", required=True, example="74")
    official: Whole | None = field("danh_muc", "Danh mục chính thức", "Số thủ tục của danh mục; không ghi khi chưa có danh mục.")
    posted: Whole | None = field("da_dang", "Đã đăng trong danh mục", "Số thủ tục của danh mục đã đăng.")
