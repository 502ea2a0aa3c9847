"""Offices of the district and groups of offices, as named in the plan."""

from __future__ import annotations

from typing import Literal

from generator.schema.record import Record, field
from generator.schema.values import Text, YesNo


class Agency(Record):
    """Cơ quan."""

    slug: Text | None = field("slug", "Tên ngắn", "Chữ thường không dấu, dùng trong địa chỉ trang.", required=True)
    name: Text | None = field("ten", "Tên cơ quan", "Tên đầy đủ.", required=True)
    other_names: list[Text] = field("ten_khac", "Cách viết khác", "Cách viết khác trong kế hoạch.", many=True)
    english: Text | None = field("ten_tieng_anh", "Tên tiếng Anh", "Dùng ở trang tiếng Anh.", law="theo NĐ 42/2022")
    kind: Literal["cơ quan", "nhóm"] | None = field("loai", "Loại", "cơ quan hoặc nhóm.", required=True)
    members: list[Text] = field("gom", "Gồm", "Tên ngắn các cơ quan trong nhóm, hoặc “đơn vị cấp xã”.", many=True)
    vertical: YesNo | None = field("nganh_doc", "Ngành dọc", "true nếu thuộc ngành dọc.")
    note: Text | None = field("ghi_chu", "Ghi chú", "Điều cần biết thêm.")
