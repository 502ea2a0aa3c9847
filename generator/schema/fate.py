"""What became of a procedure by the day of the present edition: content/fates.yml. It covers procedures whose versions
do not state it yet: a record of 2023 without a later version must never be mistaken for current law."""

from __future__ import annotations

from typing import Literal

from generator.schema.record import Record, field
from generator.schema.values import Date, Text


class SuccessorProcedure(Record):
    """A procedure that replaced it; it may have no record here."""

    code: Text | None = field("ma", "Mã thủ tục", "Mã của thủ tục thay thế.", required=True, example='"1.013133"')
    name: Text | None = field("ten", "Tên thủ tục", "Tên của thủ tục thay thế.", required=True)


class Fate(Record):
    """Hiện trạng của một thủ tục."""

    code: Text | None = field("ma_thu_tuc", "Mã thủ tục", "Mã của thủ tục, có tệp trong content/procedures/.", required=True, example='"1.001733"')
    now: Literal["tiếp tục", "được thay", "bãi bỏ", "chưa rõ"] | None = field("hien_nay", "Hiện nay", "tiếp tục, được thay, bãi bỏ hoặc chưa rõ.", required=True)
    successors: list[SuccessorProcedure] = field("thay_boi", "Được thay bằng", "Các thủ tục thay thế.", many=True)
    source: Text | None = field("nguon", "Nguồn", "Lấy từ đâu: địa chỉ bản ghi, hoặc tên nguồn.", required=True)
    date: Date | None = field("ngay", "Ngày xem", "Ngày xem nguồn ấy.", required=True, example="2026-11-26")
    note: Text | None = field("ghi_chu", "Ghi chú", "Điều cần biết thêm.")
