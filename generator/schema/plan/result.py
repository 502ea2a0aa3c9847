"""II.4: how dossiers were handled, by unit, in one period; one file in content/plan/YEAR/results/."""

from __future__ import annotations

from generator.schema.plan.period import ROWS, SAMPLE, TT01, UNIT, PeriodFigures
from generator.schema.record import Record, field
from generator.schema.values import Text, Whole, YesNo


class ResultRow(Record):
    """The figures of one unit, or their total."""

    unit: Text | None = field(*UNIT)
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


class HandlingResult(PeriodFigures):
    """Kết quả giải quyết hồ sơ của một kỳ."""

    rows: list[ResultRow] = field(*ROWS, required=True, many=True)
    total: ResultRow | None = field("tong_cong", "Tổng cộng", "Dòng tổng cộng in trong báo cáo, để đối chiếu.")
    sample: YesNo | None = field(*SAMPLE)
