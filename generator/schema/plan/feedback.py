"""II.7: feedback counted by unit in one period (feedback/), and answers published (answers/), NĐ 63/2010 Đ22."""

from __future__ import annotations

from generator.schema.plan.period import ROWS, SAMPLE, TT01, UNIT, PeriodFigures
from generator.schema.record import Record, field
from generator.schema.values import Date, Text, Whole, YesNo

D22 = "NĐ 63/2010 Đ22"

class FeedbackRow(Record):
    """The figures of one unit."""

    unit: Text | None = field(*UNIT)
    name: Text | None = field("ten", "Tên", "Tên đơn vị, khi không có trong danh sách (dữ liệu mẫu).")
    conduct: Whole | None = field(
        "hanh_vi", "Về hành vi", "Phản ánh về hành vi, cách làm việc.", law=TT01, required=True
    )
    rules: Whole | None = field(
        "quy_dinh", "Về quy định", "Phản ánh, kiến nghị về nội dung quy định.", law=TT01, required=True
    )
    received: Whole | None = field(
        "tong_tiep_nhan", "Tổng tiếp nhận", "Bằng hai số trên cộng lại.", law=TT01, required=True
    )
    done: Whole | None = field("da_xu_ly", "Đã xử lý", "Đã trả lời hoặc chuyển đúng nơi.", law=TT01, required=True)
    open: Whole | None = field("dang_xu_ly", "Đang xử lý", "Chưa xong.", law=TT01, required=True)
    published: Whole | None = field("da_cong_khai", "Đã công khai", "Kết quả đã công khai.", law=D22, required=True)


class FeedbackPeriod(PeriodFigures):
    """Số liệu phản ánh, kiến nghị của một kỳ."""

    rows: list[FeedbackRow] = field(*ROWS, required=True, many=True)
    sample: YesNo | None = field(*SAMPLE)


class FeedbackAnswer(Record):
    """Trả lời phản ánh, kiến nghị được công khai."""

    title: Text | None = field(
        "ten", "Tiêu đề", "Vướng mắc, tóm trong một câu; không tên người.", law=D22, required=True
    )
    received: Date | None = field("ngay_nhan", "Ngày nhận", "Ngày nhận phản ánh.", required=True)
    answered: Date | None = field("ngay_tra_loi", "Ngày trả lời", "Ngày trả lời.", law=D22, required=True)
    unit: Text | None = field(
        "don_vi", "Nơi trả lời", "Tên tệp của xã, huyện, hoặc tên ngắn của cơ quan; bỏ trống ở dữ liệu mẫu.", law=D22
    )
    code: Text | None = field("ma_thu_tuc", "Mã thủ tục", "Thủ tục mà phản ánh nói tới, để trong ngoặc kép.")
    question: Text | None = field(
        "phan_anh", "Nội dung phản ánh", "Đã bỏ tên, địa chỉ, số điện thoại, số giấy tờ của người gửi.", required=True
    )
    answer: Text | None = field("tra_loi", "Trả lời", "Trả lời và việc đã làm.", required=True)
    sample: YesNo | None = field("mau", "Dữ liệu mẫu", "true khi đây chỉ là ví dụ cách ghi.")
