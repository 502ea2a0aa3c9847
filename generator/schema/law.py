"""Legal documents on which procedures and the plan are based."""

from __future__ import annotations

from typing import Literal

from generator.schema.record import Record, field
from generator.schema.values import Date, DateOrUnknown, Text
from generator.schema.verification import Suppression

W02 = "theo NĐ 42/2022"
LawKind = Literal[
    "Hiến pháp", "Bộ luật", "Luật", "Pháp lệnh", "Nghị quyết", "Nghị định", "Quyết định", "Thông tư",
    "Thông tư liên tịch", "Nghị quyết liên tịch", "Chỉ thị", "Công văn", "Kế hoạch", "Hiệp định",
]  # fmt: skip


class Law(Record):
    """Văn bản."""

    number: Text | None = field("so_ky_hieu", "Số ký hiệu", "Số, ký hiệu của văn bản.", law=W02, required=True, example="123/2015/NĐ-CP")
    short_name: Text | None = field("ten_goi", "Tên gọi", "Tên gọi ngắn quen dùng, ví dụ: Luật Hộ tịch.")
    kind: LawKind | None = field("loai", "Loại văn bản", "Luật, Nghị định, Thông tư …", law=W02, required=True)
    summary: Text | None = field("trich_yeu", "Trích yếu", "Trích yếu nội dung.", law=W02, required=True)
    body: Text | None = field("co_quan_ban_hanh", "Cơ quan ban hành", "Cơ quan ký ban hành.", law=W02, required=True)
    issued: Date | None = field("ngay_ban_hanh", "Ngày ban hành", "Ngày ký.", law=W02, required=True)
    since: DateOrUnknown | None = field("ngay_hieu_luc", "Ngày có hiệu lực", "Ngày có hiệu lực, hoặc “chưa rõ”.", law=W02, required=True)
    until: Date | None = field("ngay_het_hieu_luc", "Ngày hết hiệu lực", "Ngày đầu tiên không còn hiệu lực.")
    replaced_by: list[Text] = field("bi_thay_the_boi", "Được thay bằng", "Số ký hiệu văn bản thay thế.", many=True)
    amended_by: list[Text] = field("sua_doi_bo_sung_boi", "Được sửa đổi bởi", "Số ký hiệu văn bản sửa đổi.", many=True)
    file: Text | None = field("tep", "Tệp", "Đường dẫn hoặc địa chỉ toàn văn.", law=W02)
    source: Text | None = field("nguon", "Nguồn", "Bản ghi nhập từ nguồn nào; bổ sung đủ thì bỏ dòng này.", example="CSDL quốc gia")
    note: Text | None = field("ghi_chu", "Ghi chú", "Điều cần biết thêm.")
    suppressions: list[Suppression] = field("bo_qua_kiem_tra", "Bỏ qua kiểm tra", "Mã kiểm tra được bỏ qua, kèm lý do và ngày.", many=True)
