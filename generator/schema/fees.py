"""Time limits and fees: numbers with units, amounts with reasons."""

from __future__ import annotations

from typing import Literal

from generator.schema.record import Record, field
from generator.schema.values import Amount, Text, Whole

UNCONFIRMED = "Riêng mục này chưa chắc: vì sao, một câu cho người dân."
TimeUnit = Literal["giờ", "giờ làm việc", "ngày làm việc", "ngày", "tháng", "năm"]


class TimeLimit(Record):
    """Thời hạn giải quyết: a number with a unit (NĐ 63/2010 Đ8 k2 đ)."""

    amount: Whole | None = field("so", "Số", "Số nguyên, lớn hơn 0.", law="NĐ 63/2010 Đ8 k2 đ", required=True, example="3")
    unit: TimeUnit | None = field("don_vi", "Đơn vị", "giờ, giờ làm việc, ngày làm việc, ngày, tháng hoặc năm.", law="NĐ 63/2010 Đ8 k2 đ", required=True, example="ngày làm việc")
    note: Text | None = field("ghi_chu", "Ghi chú", "Trường hợp kéo dài, cách tính.")
    source_text: Text | None = field("nguyen_van", "Nguyên văn", "Câu gốc khi chưa tách được số và đơn vị.")


class Fee(Record):
    """One line of the fee table (NĐ 63/2010 Đ8 k2 i)."""

    kind: Literal["phí", "lệ phí", "giá dịch vụ"] | None = field("loai", "Loại", "phí, lệ phí hoặc giá dịch vụ.", required=True, example="lệ phí")
    amount: Amount | None = field("muc_thu", "Mức thu", "Số đồng (viết liền), “HĐND tỉnh quy định” hoặc “theo văn bản”.", law="NĐ 63/2010 Đ8 k2 i", required=True, example="8000")
    per: Text | None = field("don_vi_tinh", "Đơn vị tính", "bản, trang, hồ sơ …")
    reason: Text | None = field("ly_do", "Áp dụng khi, căn cứ", "Thu khi nào, theo văn bản nào; mức 0 phải nói được miễn theo đâu; khoản chỉ thu khi người dân xin thêm thì bắt đầu bằng “Chỉ khi”.", law="NĐ 63/2010 Đ8 k2 i")
    source_text: Text | None = field("nguyen_van", "Nguyên văn", "Câu gốc khi chưa hiểu chắc chắn.")
    unconfirmed: Text | None = field("cho_doi_chieu", "Chờ đối chiếu", UNCONFIRMED, law="NĐ 63/2010 Đ17")
