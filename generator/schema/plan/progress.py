"""Progress of a task of the plan: dated states, each with the resulting products."""

from __future__ import annotations

from typing import Literal

from generator.schema.record import Record, field
from generator.schema.values import Date, Text

TaskState = Literal["chưa bắt đầu", "đang thực hiện", "tạm dừng", "đã hoàn thành"]
DONE = "đã hoàn thành"


class ProductLink(Record):
    """A document produced by a task."""

    name: Text | None = field(
        "ten", "Tên sản phẩm", "Tên của sản phẩm, ví dụ: Báo cáo tổng hợp kết quả rà soát.", required=True
    )
    document: Text | None = field(
        "van_ban", "Văn bản", "Tên tệp trong documents/ của kế hoạch, khi sản phẩm là văn bản đã vào sổ."
    )
    link: Text | None = field("lien_ket", "Liên kết", "Địa chỉ nơi đăng sản phẩm, khi không có trong sổ văn bản.")


class TaskProgress(Record):
    """The state of a task on a day, as reported."""

    date: Date | None = field("ngay", "Ngày", "Ngày của báo cáo hay ghi nhận này.", required=True, example="2023-06-30")
    state: TaskState | None = field(
        "trang_thai", "Trạng thái", "Chưa bắt đầu, đang thực hiện, tạm dừng hay đã hoàn thành.", required=True
    )
    note: Text | None = field("noi_dung", "Nội dung", "Đã làm được gì, một hai câu.")
    agency: Text | None = field(
        "co_quan", "Cơ quan báo", "Tên ngắn của cơ quan báo kết quả, có trong content/agencies.yml."
    )
    products: list[ProductLink] = field("san_pham", "Sản phẩm", "Các sản phẩm đã có vào ngày này.", many=True)
    source: Text | None = field("nguon", "Nguồn", "Báo cáo hay văn bản mà ghi nhận này dựa vào.", required=True)
