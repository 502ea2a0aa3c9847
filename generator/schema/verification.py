"""Sources of a record's facts, the date of their comparison, and checks suppressed on purpose."""

from __future__ import annotations

from typing import Literal

from generator.schema.record import Record, field
from generator.schema.values import Date, Text


class Verification(Record):
    """Comparison with the national database (NĐ 63/2010 Đ17)."""

    state: Literal["đã đối chiếu", "chờ đối chiếu"] | None = field("trang_thai", "Trạng thái", "“đã đối chiếu” hoặc “chờ đối chiếu”.", law="NĐ 63/2010 Đ17", required=True, example="chờ đối chiếu")
    source: Text | None = field("nguon", "Nguồn", "Địa chỉ bản ghi hoặc tên nguồn.", law="NĐ 63/2010 Đ17", required=True)
    date: Date | None = field("ngay", "Ngày kiểm tra", "Ngày kiểm tra gần nhất.", law="NĐ 63/2010 Đ17", required=True, example="2026-11-23")
    pending: list[Text] = field("phan_cho_doi_chieu", "Phần chờ đối chiếu", "Khóa của những phần chưa xác nhận được.", many=True)
    wording: Text | None = field("loi_van", "Lời văn", "Lời văn còn nguyên của nguồn nào; người biên tập viết lại xong thì bỏ dòng này.", example="CSDL quốc gia")
    note: Text | None = field("ghi_chu", "Ghi chú", "Điều cần biết khi đối chiếu.")


class Suppression(Record):
    """A suppressed finding, with the reason."""

    rule: Text | None = field("ma", "Mã kiểm tra", "Mã của kiểm tra được bỏ qua.", required=True, example="TT-031")
    message: Text | None = field("thong_bao", "Lời của lỗi", "Lời của lỗi đã xem, chép từ kết quả kiểm tra; lỗi khác của cùng kiểm tra vẫn được báo.")
    reason: Text | None = field("ly_do", "Lý do", "Vì sao được bỏ qua.", required=True)
    date: Date | None = field("ngay", "Ngày", "Ngày quyết định bỏ qua.", required=True)
