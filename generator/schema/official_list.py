"""The official catalogue: the procedures that exist at the levels that a site publishes, whether or not it posts
them."""

from __future__ import annotations

from generator.schema.procedure import Level
from generator.schema.record import Record, field
from generator.schema.values import Date, Text

TT19 = "TT 19/2014 Đ10 k3 a"


class OfficialProcedure(Record):
    """One procedure of the catalogue: facts for counting, no content."""

    code: Text | None = field("ma_thu_tuc", "Mã thủ tục", "Mã trên CSDL quốc gia, luôn để trong dấu ngoặc kép.", law=TT19, required=True, example='"1.001193"')
    name: Text | None = field("ten_thu_tuc", "Tên thủ tục", "Tên trên danh mục.", required=True)
    field_name: Text | None = field("linh_vuc", "Lĩnh vực", "Lĩnh vực ghi trên danh mục.")
    levels: list[Level] = field("cap_thuc_hien", "Cấp thực hiện", "Các cấp ghi trên danh mục.", many=True)
    body: Text | None = field("co_quan", "Cơ quan công bố", "Bộ, ngành công bố.")


class OfficialList(Record):
    """Danh mục chính thức, tính đến một ngày."""

    source: Text | None = field("nguon", "Nguồn", "Danh mục nào, lấy ở đâu.", law=TT19, required=True)
    date: Date | None = field("ngay", "Ngày", "Ngày của danh mục.", required=True, example="2026-11-23")
    note: Text | None = field("ghi_chu", "Ghi chú", "Danh mục còn thiếu gì, khác gì với ngày của trang.")
    complete_levels: list[Level] = field("du_cap", "Đủ cấp", "Những cấp mà danh mục ghi đủ thủ tục; cấp khác thì chưa đếm được. Không ghi thì là các cấp có tên trong danh mục.", many=True)
    procedures: list[OfficialProcedure] = field("thu_tuc", "Thủ tục", "Các thủ tục của danh mục.", required=True, many=True)
