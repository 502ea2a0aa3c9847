"""II.1: a directing document in the register of a plan's year, one file in content/plan/YEAR/documents/."""

from __future__ import annotations

from typing import Literal

from generator.schema.record import Record, field
from generator.schema.values import Date, DateOrUnknown, Text, Whole, YesNo

W02 = "theo NĐ 42/2022"
DocumentKind = Literal[
    "Kế hoạch",
    "Quyết định",
    "Công văn",
    "Báo cáo",
    "Thông báo",
    "Chỉ thị",
    "Quy chế",
    "Hướng dẫn",
    "Kết luận",
    "Tờ trình",
    "Biên bản",
]


class PlanDocument(Record):
    """Văn bản chỉ đạo, điều hành."""

    number: Text | None = field(
        "so_ky_hieu",
        "Số ký hiệu",
        "Số, ký hiệu; chưa đánh số thì ghi như văn bản in, ví dụ /KH-UBND.",
        law=W02,
        required=True,
        example="568/VP-NC-KSTTHC",
    )
    kind: DocumentKind | None = field(
        "loai", "Loại văn bản", "Kế hoạch, Quyết định, Công văn …", law=W02, required=True
    )
    summary: Text | None = field(
        "trich_yeu", "Trích yếu", "Trích yếu nội dung, đúng như văn bản.", law=W02, required=True
    )
    body: Text | None = field("co_quan_ban_hanh", "Cơ quan ban hành", "Cơ quan ký ban hành.", law=W02, required=True)
    issued: DateOrUnknown | None = field(
        "ngay_ban_hanh", "Ngày ban hành", "Ngày ký, hoặc “chưa rõ”.", law=W02, required=True
    )
    since: DateOrUnknown | None = field(
        "ngay_hieu_luc", "Ngày có hiệu lực", "Ngày có hiệu lực, hoặc “chưa rõ”.", law=W02, required=True
    )
    until: Date | None = field("ngay_het_hieu_luc", "Ngày hết hiệu lực", "Ngày đầu tiên không còn hiệu lực.")
    replaces: list[Text] = field(
        "thay_the", "Thay thế", "Tên tệp (trong documents/) của các văn bản bị thay.", many=True
    )
    tasks: list[Whole] = field("nhiem_vu", "Nhiệm vụ", "Số các nhiệm vụ ở phần II mà văn bản này phục vụ.", many=True)
    file: Text | None = field("tep", "Tệp", "Địa chỉ toàn văn, hoặc “chờ đơn vị bổ sung”.", law=W02, required=True)
    source: Text | None = field("nguon", "Nguồn", "Biết văn bản này từ đâu.")
    sample: YesNo | None = field(
        "mau", "Dữ liệu mẫu", "true khi đây chỉ là ví dụ cách ghi, không phải văn bản có thật."
    )
