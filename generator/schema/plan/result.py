"""II.4: how dossiers were handled, by unit, in one period; one file in content/plan/YEAR/results/."""

from __future__ import annotations

from generator.schema.record import Record, field
from generator.schema.values import Date, Text, Whole, YesNo

TT01 = "theo TT 01/2020/TT-VPCP"


class ResultRow(Record):
    """The figures of one unit, or their total."""

    unit: Text | None = field(
        "don_vi", "Đơn vị", "Tên tệp của xã, huyện trong content/units/, hoặc tên ngắn của cơ quan."
    )
    name: Text | None = field("ten", "Tên", "Tên đơn vị, khi không có trong danh sách (ngành dọc, dữ liệu mẫu).")
    online: Whole | None = field(
        "truc_tuyen", "Tiếp nhận trực tuyến", "Hồ sơ nhận trực tuyến trong kỳ.", law=TT01, required=True
    )
    counter: Whole | None = field(
        "truc_tiep_buu_chinh",
        "Trực tiếp, bưu chính",
        "Hồ sơ nhận trực tiếp, qua bưu chính trong kỳ.",
        law=TT01,
        required=True,
    )
    carried: Whole | None = field(
        "ky_truoc", "Kỳ trước chuyển sang", "Hồ sơ từ kỳ trước chuyển sang.", law=TT01, required=True
    )
    received: Whole | None = field(
        "tong_tiep_nhan", "Tổng tiếp nhận", "Bằng ba số trên cộng lại.", law=TT01, required=True
    )
    early: Whole | None = field("truoc_han", "Trả trước hạn", "Đã giải quyết trước hạn.", law=TT01, required=True)
    on_time: Whole | None = field("dung_han", "Trả đúng hạn", "Đã giải quyết đúng hạn.", law=TT01, required=True)
    late: Whole | None = field("qua_han", "Trả quá hạn", "Đã giải quyết quá hạn.", law=TT01, required=True)
    done: Whole | None = field(
        "tong_da_giai_quyet", "Tổng đã giải quyết", "Bằng ba số trên cộng lại.", law=TT01, required=True
    )
    open: Whole | None = field(
        "dang_trong_han", "Đang giải quyết, trong hạn", "Chưa đến hạn trả.", law=TT01, required=True
    )
    open_late: Whole | None = field(
        "dang_qua_han", "Đang giải quyết, quá hạn", "Đã quá hạn mà chưa trả.", law=TT01, required=True
    )


class HandlingResult(Record):
    """Kết quả giải quyết hồ sơ của một kỳ."""

    title: Text | None = field("ky", "Kỳ", "Tên kỳ, ví dụ: Quý II/2023.", required=True, example="Quý II/2023")
    start: Date | None = field("tu", "Từ ngày", "Ngày đầu của số liệu.", required=True)
    end: Date | None = field("den", "Đến ngày", "Ngày cuối của số liệu.", required=True)
    source: Text | None = field("nguon", "Nguồn", "Báo cáo mà số liệu lấy từ đó: số, ngày, cơ quan.", required=True)
    rows: list[ResultRow] = field("so_lieu", "Số liệu", "Mỗi đơn vị một dòng.", required=True, many=True)
    total: ResultRow | None = field("tong_cong", "Tổng cộng", "Dòng tổng cộng in trong báo cáo, để đối chiếu.")
    sample: YesNo | None = field(
        "mau", "Dữ liệu mẫu", "true khi đây chỉ là ví dụ cách ghi; khi đó không được ghi đơn vị có thật."
    )
