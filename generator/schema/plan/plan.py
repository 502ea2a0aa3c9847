"""The yearly plan: its literal text, in official order, and the parts of it that are data."""

from __future__ import annotations

from typing import Literal

from generator.schema.record import Record, field
from generator.schema.values import Text, Whole, Year, YesNo


class PreamblePart(Record):
    """One paragraph of the preamble with the documents it names."""

    text: Text | None = field("nguyen_van", "Nguyên văn", "Đoạn căn cứ, đúng từng chữ.", required=True)
    laws: list[Text] = field("van_ban", "Văn bản", "Số ký hiệu các văn bản được nêu.", many=True)


class PlanItem(Record):
    """One numbered item of a part; duties carry the agencies concerned."""

    number: Text | None = field("so", "Số mục", "Số thứ tự trong phần.")
    title: Text | None = field("ten", "Tên mục", "Tên mục, đúng từng chữ.")
    paragraphs: list[Text] = field("doan", "Đoạn văn", "Các đoạn, đúng từng chữ.", required=True, many=True)
    agencies: list[Text] = field("co_quan", "Cơ quan", "Tên ngắn các cơ quan có trách nhiệm.", many=True)


class PlanPart(Record):
    """Part I–IV of the plan; the tasks fill part II."""

    number: Text | None = field("so", "Số phần", "I, II, III, IV.", required=True)
    title: Text | None = field("ten", "Tên phần", "Tên phần, đúng từng chữ.", required=True)
    has_tasks: YesNo | None = field("nhiem_vu", "Gồm các nhiệm vụ", "true cho phần có các nhiệm vụ.")
    items: list[PlanItem] = field("muc", "Mục", "Các mục của phần.", many=True)


ReportMonth = Literal["tháng trước kỳ báo cáo", "tháng đầu quý", "tháng cuối quý", "tháng sau kỳ báo cáo"]


class QuarterRule(Record):
    """Quarter: counted from a day of the month before the period to a day of its last month, due on another."""

    from_day: Whole | None = field("tu_ngay", "Từ ngày", "Ngày bắt đầu chốt số liệu.", required=True)
    from_month: ReportMonth | None = field(
        "tu_thang", "Từ tháng", "Tháng bắt đầu, ví dụ: tháng trước kỳ báo cáo.", required=True
    )
    to_day: Whole | None = field("den_ngay", "Đến ngày", "Ngày cuối chốt số liệu.", required=True)
    to_month: ReportMonth | None = field("den_thang", "Đến tháng", "Tháng cuối, ví dụ: tháng cuối quý.", required=True)
    due_day: Whole | None = field("han_ngay", "Hạn gửi ngày", "Ngày chậm nhất gửi báo cáo.", required=True)
    due_month: ReportMonth | None = field(
        "han_thang", "Hạn gửi tháng", "Tháng gửi báo cáo, ví dụ: tháng cuối quý.", required=True
    )


class YearRule(Record):
    """Year: from a day of the year before to a day of the year."""

    start: Text | None = field("tu", "Từ", "Ví dụ: 15/12 năm trước.", required=True)
    end: Text | None = field("den", "Đến", "Ví dụ: 14/12.", required=True)


class Reporting(Record):
    """II.11: periods, deadline, reporting agencies and receiver."""

    quarter: QuarterRule | None = field("quy", "Báo cáo quý", "Kỳ và hạn báo cáo quý.", required=True)
    year: YearRule | None = field("nam", "Báo cáo năm", "Kỳ báo cáo năm.", required=True)
    receiver: Text | None = field("noi_nhan", "Nơi nhận báo cáo", "Cơ quan nhận báo cáo.", required=True)
    senders: list[Text] = field("don_vi_gui", "Đơn vị gửi", "Các đơn vị phải gửi báo cáo.", required=True, many=True)
    agencies: list[Text] = field(
        "co_quan", "Cơ quan gửi", "Tên ngắn các cơ quan, nhóm phải gửi, có trong content/agencies.yml.", many=True
    )
    source: Text | None = field("nguon", "Nguồn", "Mục của kế hoạch quy định.")


class Signature(Record):
    """The signature."""

    on_behalf: Text | None = field("thay_mat", "Thay mặt", "Dòng thay mặt.", required=True)
    for_chair: Text | None = field("ky_thay", "Ký thay", "Dòng ký thay.")
    post: Text | None = field("chuc_vu", "Chức vụ", "Chức vụ người ký.", required=True)
    name: Text | None = field("ho_ten", "Họ tên", "Người ký.", required=True)


class PrintingCorrection(Record):
    """A scanning error that was corrected in the published text."""

    scanned: Text | None = field("goc", "Bản quét", "Chữ trong bản quét.", required=True)
    mended: Text | None = field("sua", "Sửa thành", "Chữ đúng.", required=True)


class Plan(Record):
    """Kế hoạch."""

    year: Year | None = field("nam", "Năm", "Năm kế hoạch.", required=True)
    number: Text | None = field("so_ky_hieu", "Số ký hiệu", "Số ký hiệu của kế hoạch.", required=True)
    place_date: Text | None = field(
        "dia_danh_ngay", "Địa danh, ngày tháng", "Dòng địa danh, ngày tháng.", required=True
    )
    title: Text | None = field("ten", "Tên kế hoạch", "Tên, đúng từng chữ.", required=True)
    body: Text | None = field("co_quan_ban_hanh", "Cơ quan ban hành", "Cơ quan ban hành kế hoạch.", required=True)
    preamble: list[PreamblePart] = field("can_cu", "Căn cứ", "Các đoạn căn cứ.", required=True, many=True)
    lead_in: Text | None = field("loi_dan", "Lời dẫn", "Câu dẫn vào nội dung.", required=True)
    parts: list[PlanPart] = field("phan", "Các phần", "Các phần theo thứ tự.", required=True, many=True)
    closing: Text | None = field("ket_luan", "Kết luận", "Đoạn kết.", required=True)
    recipients: list[Text] = field("noi_nhan", "Nơi nhận", "Các nơi nhận.", required=True, many=True)
    recipients_note: Text | None = field("ghi_chu_noi_nhan", "Ghi chú nơi nhận", "Ghi chú bên cạnh nơi nhận.")
    signature: Signature | None = field("chu_ky", "Chữ ký", "Người ký.", required=True)
    reporting: Reporting | None = field("bao_cao", "Chế độ báo cáo", "Kỳ và hạn báo cáo (II.11).", required=True)
    draft: YesNo | None = field(
        "ban_nhap",
        "Bản nháp",
        "true khi mới chép từ năm trước, chờ sửa theo kế hoạch được ban hành; khi đó chưa hiện ở trang chủ.",
    )
    mends: list[PrintingCorrection] = field("sua_loi_quet", "Lỗi quét đã sửa", "Mọi chữ đã sửa so với bản quét.", many=True)
