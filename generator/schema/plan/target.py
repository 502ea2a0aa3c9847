"""II.6 (and every other area): a target set for the year and the figures against it; content/plan/YEAR/targets.yml."""

from __future__ import annotations

from typing import Annotated, Literal, Union

from generator.schema.record import Record, field
from generator.schema.values import UNKNOWN, Alternatives, Date, Text, Whole, YesNo

TargetArea = Literal[
    "dịch vụ công trực tuyến", "số hóa", "thanh toán trực tuyến", "một cửa", "phản ánh, kiến nghị", "khác"
]


def _level(value: object) -> str:
    return "@said" if isinstance(value, str) and value.strip() == UNKNOWN else "@given"


Level = Annotated[Union[Whole, Literal["chưa rõ"]], Alternatives(_level)]


class Measure(Record):
    """The figure on a day: a number out of a total."""

    date: Date | None = field("ngay", "Tính đến ngày", "Ngày của số liệu.", required=True)
    count: Whole | None = field("dat", "Đạt", "Bao nhiêu đã đạt.", required=True)
    total: Whole | None = field("tong", "Tổng", "Trên tổng số bao nhiêu.", required=True)
    source: Text | None = field("nguon", "Nguồn", "Báo cáo mà số liệu lấy từ đó.", required=True)


class PlanTarget(Record):
    """Chỉ tiêu của năm."""

    name: Text | None = field(
        "ten", "Chỉ tiêu", "Đo cái gì, ví dụ: hồ sơ nộp trực tuyến trên tổng hồ sơ.", required=True
    )
    area: TargetArea | None = field(
        "nhom", "Nhóm", "Dịch vụ công trực tuyến, số hóa, thanh toán trực tuyến …", required=True
    )
    task: Whole | None = field("nhiem_vu", "Nhiệm vụ", "Số nhiệm vụ ở phần II.", required=True)
    percent: Level | None = field(
        "muc", "Mức phải đạt (%)", f"Số phần trăm, hoặc “{UNKNOWN}” khi chưa có văn bản giao.", required=True
    )
    set_by: Text | None = field("can_cu", "Căn cứ", "Văn bản, mục giao chỉ tiêu.", required=True)
    quote: Text | None = field("nguyen_van", "Nguyên văn", "Câu giao chỉ tiêu, đúng từng chữ.")
    measures: list[Measure] = field("so_lieu", "Số liệu", "Số liệu đạt được, theo ngày.", many=True)
    sample: YesNo | None = field("mau", "Dữ liệu mẫu", "true khi đây chỉ là ví dụ cách ghi.")
