"""II.10: quy trình nội bộ (ISO 9001) of a procedure: numbered steps, who, how long; one file in content/processes/."""

from __future__ import annotations

from typing import Literal

from generator.schema.fees import TimeLimit
from generator.schema.record import Record, field
from generator.schema.values import Date, Text, Whole, YesNo


class ProcessStep(Record):
    """One step inside the agency."""

    name: Text | None = field("viec", "Công việc", "Làm gì ở bước này.", required=True)
    actor: Text | None = field("nguoi_lam", "Người làm", "Chức danh, bộ phận; không ghi tên người.", required=True)
    amount: Whole | None = field(
        "so", "Thời gian", "Bao lâu, cùng đơn vị với thời hạn của thủ tục hoặc nhỏ hơn; 0 khi làm ngay.", required=True
    )
    unit: Literal["giờ làm việc", "ngày làm việc", "ngày"] | None = field(
        "don_vi", "Đơn vị", "Giờ làm việc, ngày làm việc, ngày.", required=True
    )
    product: Text | None = field("san_pham", "Sản phẩm", "Giấy tờ, kết quả của bước.")


class Process(Record):
    """Quy trình nội bộ giải quyết thủ tục."""

    code: Text | None = field(
        "ma_thu_tuc", "Mã thủ tục", "Mã thủ tục mà quy trình giải quyết, để trong ngoặc kép.", example='"1.001193"'
    )
    name: Text | None = field("ten", "Tên quy trình", "Tên quy trình; bỏ trống thì lấy tên thủ tục.")
    level: Literal["cấp huyện", "cấp xã"] | None = field("cap", "Cấp", "Cấp huyện hay cấp xã thực hiện.", required=True)
    number: Text | None = field("so_hieu", "Số hiệu", "Số hiệu tài liệu ISO, ví dụ QT-01.")
    document: Text | None = field(
        "van_ban",
        "Văn bản phê duyệt",
        "Quyết định phê duyệt quy trình: số, ngày, cơ quan; hoặc “chưa rõ”.",
        law="theo NĐ 61/2018, NĐ 107/2021",
        required=True,
    )
    date: Date | None = field("ngay", "Ngày áp dụng", "Ngày bắt đầu áp dụng.")
    time_limit: TimeLimit | None = field(
        "thoi_han", "Tổng thời hạn", "Chỉ ghi khi khác thời hạn của thủ tục (đã cắt giảm), hoặc là dữ liệu mẫu."
    )
    steps: list[ProcessStep] = field(
        "buoc", "Các bước", "Các bước theo thứ tự; cộng lại bằng thời hạn.", required=True, many=True
    )
    sample: YesNo | None = field("mau", "Dữ liệu mẫu", "true khi đây chỉ là ví dụ cách ghi.")
