"""A task of part II of the plan, one file in content/plan/YEAR/tasks/."""

from __future__ import annotations

from typing import Annotated, Literal, Union

from generator.schema.plan.progress import TaskProgress
from generator.schema.record import Record, field
from generator.schema.values import Alternatives, Date, Text, Whole

Area = Literal[
    "chỉ đạo",
    "rà soát",
    "tập huấn",
    "một cửa",
    "công khai",
    "trực tuyến",
    "phản ánh",
    "kiểm tra",
    "truyền thông",
    "sáng kiến",
    "báo cáo",
]


class Activity(Record):
    """A paragraph with sub-items."""

    text: Text | None = field("doan", "Đoạn", "Đoạn dẫn.", required=True)
    items: list[Text] = field("con", "Mục con", "Các mục con.", required=True, many=True)


class Agencies(Record):
    """Agencies in the wording of the plan, and the offices it refers to."""

    text: Text | None = field("nguyen_van", "Nguyên văn", "Đúng từng chữ trong kế hoạch.", required=True)
    agencies: list[Text] = field(
        "co_quan", "Cơ quan", "Tên ngắn, có trong content/agencies.yml.", required=True, many=True
    )


class Products(Record):
    """The required result of the task."""

    text: Text | None = field("nguyen_van", "Nguyên văn", "Đúng từng chữ trong kế hoạch.", required=True)
    items: list[Text] = field("danh_sach", "Danh sách", "Từng sản phẩm.", many=True)


class Timing(Record):
    """The deadline of the task."""

    text: Text | None = field("nguyen_van", "Nguyên văn", "Đúng từng chữ trong kế hoạch.", required=True)
    kind: Literal["thường xuyên", "trước ngày", "định kỳ"] | None = field(
        "kieu", "Kiểu", "thường xuyên, trước ngày, định kỳ."
    )
    start: Date | None = field("tu", "Từ ngày", "Ngày bắt đầu.")
    end: Date | None = field("den", "Đến ngày", "Ngày kết thúc.")


def _by_shape(value: object) -> str:
    return "@part" if isinstance(value, (dict, Activity)) else "@text"


ActivityText = Annotated[Union[Activity, Text], Alternatives(_by_shape, ("@part", "@text"))]


class Task(Record):
    """Nhiệm vụ của kế hoạch."""

    number: Whole | None = field("so", "Số", "Số thứ tự trong phần II.", required=True)
    title: Text | None = field("ten", "Tên nhiệm vụ", "Đúng từng chữ trong kế hoạch.", required=True)
    summary: Text | None = field("tom_tat", "Tóm tắt", "Một câu dễ hiểu cho người dân.")
    activities: list[ActivityText] = field("noi_dung", "Nội dung", "Các đoạn, đúng từng chữ.", required=True, many=True)
    lead: Agencies | None = field("co_quan_chu_tri", "Cơ quan chủ trì", "Cơ quan chủ trì.")
    partners: Agencies | None = field("co_quan_phoi_hop", "Cơ quan phối hợp", "Cơ quan phối hợp.")
    products: Products | None = field("san_pham", "Sản phẩm", "Sản phẩm của nhiệm vụ.")
    timing: Timing | None = field("thoi_gian", "Thời gian thực hiện", "Thời gian thực hiện.")
    area: Area | None = field(
        "mang",
        "Mảng việc",
        "Mảng việc của nhiệm vụ; trang của mảng ấy (sổ văn bản, danh mục rà soát …) được nối vào nhiệm vụ.",
    )
    progress: list[TaskProgress] = field(
        "tien_do", "Tiến độ", "Các trạng thái đã ghi nhận, theo thứ tự ngày.", many=True
    )
