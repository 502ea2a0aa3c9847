"""A record that was published once and whose file is gone: its identifier keeps resolving."""

from __future__ import annotations

from typing import Literal

from generator.schema.record import Record, field
from generator.schema.values import Date, Text


class RemovedRecord(Record):
    """Bản ghi đã gỡ."""

    data_set: Literal["thu-tuc", "don-vi", "co-quan", "linh-vuc", "van-ban", "huong-dan"] | None = field("bo_du_lieu", "Bộ dữ liệu", "thu-tuc, don-vi, co-quan, linh-vuc, van-ban hoặc huong-dan.", required=True, example="thu-tuc")
    key: Text | None = field("ma", "Mã", "Mã, tên tệp hoặc số ký hiệu của bản ghi đã gỡ.", required=True, example='"1.000000"')
    date: Date | None = field("ngay", "Ngày gỡ", "Ngày gỡ khỏi trang.", required=True)
    reason: Text | None = field("ly_do", "Lý do", "Vì sao gỡ, một câu cho người dùng dữ liệu.", required=True, example="Đăng nhầm mã của cấp tỉnh.")
    successors: list[Text] = field("thay_the_boi", "Thay bằng", "Mã của bản ghi thay thế.", many=True)
