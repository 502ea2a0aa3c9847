"""A procedure (thủ tục hành chính): one file in content/procedures/FIELD/CODE.yml.

Fields follow the labels of the national database; requirements follow NĐ 63/2010 Đ8, Đ15, Đ17 and NĐ 61/2018.
"""

from __future__ import annotations

from typing import Literal

from generator.schema.case_question import Question
from generator.schema.dossier import Dossier, Form
from generator.schema.fees import Fee, TimeLimit
from generator.schema.record import Record, field
from generator.schema.values import Date, DateOrUnknown, Stated, Text, YesNo, or_stated
from generator.schema.verification import Suppression, Verification

Level = Literal["cấp xã", "cấp huyện", "cấp tỉnh", "cấp bộ", "ngành dọc"]
Kind = Literal[
    "TTHC được luật giao quy định chi tiết",
    "TTHC được luật giao cho địa phương quy định chi tiết",
    "TTHC không được luật giao quy định chi tiết",
    "TTHC liên thông",
    "chưa rõ",
]
OnlineLevel = Literal["toàn trình", "một phần", "chưa trực tuyến", "chưa rõ"]
Actor = Literal["người nộp", "cơ quan", "chưa rõ"]
ChannelKind = Literal["trực tiếp", "bưu chính", "trực tuyến"]
Audience = Literal[
    "Công dân Việt Nam",
    "Người Việt Nam định cư ở nước ngoài",
    "Người nước ngoài",
    "Cán bộ, công chức, viên chức",
    "Doanh nghiệp",
    "Hợp tác xã",
    "Tổ chức",
    "Hộ gia đình",
]
Relation = Literal["làm trước", "làm sau", "liên thông", "gần giống"]


class Decision(Record):
    """The decision that announced the procedure (NĐ 63/2010 Đ13, Đ15)."""

    number: Text | None = field("so", "Số quyết định", "Số, ký hiệu của quyết định công bố.", law="NĐ 63/2010 Đ15", required=True, example="1872/QĐ-BTP")
    date: DateOrUnknown | None = field("ngay", "Ngày ký", "Ngày ký quyết định, hoặc “chưa rõ”.", law="NĐ 63/2010 Đ15", required=True, example="2020-09-04")
    body: Text | None = field("co_quan", "Cơ quan công bố", "Cơ quan ký quyết định.", law="NĐ 63/2010 Đ13", required=True, example="Bộ Tư pháp")


class Validity(Record):
    """The period in which a procedure is in force, and its successors."""

    since: DateOrUnknown | None = field("tu", "Có hiệu lực từ", "Ngày thủ tục bắt đầu áp dụng, hoặc “chưa rõ”.", law="NĐ 63/2010 Đ15", required=True, example="2016-01-01")
    until: Date | None = field("den", "Hết hiệu lực sau ngày", "Ngày cuối cùng còn áp dụng; bỏ trống khi đang áp dụng.")
    successors: list[Text] = field("thay_the_boi", "Được thay bằng", "Mã các thủ tục thay thế.", many=True)


class Amendment(Record):
    """One change of an amended procedure (NĐ 63/2010 Đ15 k2)."""

    part: Text | None = field("phan", "Phần sửa đổi", "Phần nào của thủ tục thay đổi.", law="NĐ 63/2010 Đ15 k2", required=True)
    document: Text | None = field("van_ban", "Văn bản sửa đổi", "Số ký hiệu văn bản làm thay đổi.", law="NĐ 63/2010 Đ15 k2", required=True)
    date: Date | None = field("ngay", "Ngày áp dụng", "Ngày thay đổi bắt đầu áp dụng.", required=True)
    note: Text | None = field("noi_dung", "Nội dung thay đổi", "Một câu cho người dân hiểu có gì khác.")


class Abolition(Record):
    """The document and the day by which a procedure was abolished (NĐ 63/2010 Đ15 k3)."""

    document: Text | None = field("van_ban", "Văn bản bãi bỏ", "Số ký hiệu văn bản bãi bỏ.", law="NĐ 63/2010 Đ15 k3", required=True)
    date: Date | None = field("ngay", "Ngày bãi bỏ", "Ngày thủ tục hết áp dụng.", law="NĐ 63/2010 Đ15 k3", required=True)


class Step(Record):
    """One step of the procedure, with its actor (NĐ 63/2010 Đ3)."""

    actor: Actor | None = field("nguoi_thuc_hien", "Người thực hiện", "“người nộp” hoặc “cơ quan”.", law="NĐ 63/2010 Đ3", required=True, example="người nộp")
    text: Text | None = field("noi_dung", "Nội dung bước", "Việc phải làm trong bước này, một hai câu.", law="NĐ 63/2010 Đ8 k2 b", required=True, example="Nộp hồ sơ tại Bộ phận Một cửa.")


class Channel(Record):
    """One way of filing, with its own time limit and fee where they differ (NĐ 61/2018, NĐ 107/2021)."""

    kind: ChannelKind | None = field("hinh_thuc_nop", "Hình thức nộp", "trực tiếp, bưu chính hoặc trực tuyến.", law="theo NĐ 61/2018", required=True, example="trực tiếp")
    time_limit: or_stated(TimeLimit, Literal["chưa rõ", "không quy định"]) | None = field("thoi_han_giai_quyet", "Thời hạn giải quyết", "Chỉ ghi khi khác thời hạn chung.")  # type: ignore[valid-type]
    fees: or_stated(list[Fee]) | None = field("phi_le_phi", "Phí, lệ phí", "Chỉ ghi khi khác mức chung.")  # type: ignore[valid-type]
    note: Text | None = field("mo_ta", "Mô tả", "Nộp ở đâu, bằng cách nào.")


class Result(Record):
    """A result that the applicant receives."""

    name: Text | None = field("ten", "Tên kết quả", "Giấy tờ hoặc việc người dân nhận được.", law="NĐ 63/2010 Đ8 k2 h", required=True, example="Giấy khai sinh")
    template: Text | None = field("mau_ket_qua", "Mẫu kết quả", "Tên mẫu, “không” hoặc “chưa rõ”.", law="NĐ 63/2010 Đ8 k2 i", required=True, example="không")


class LegalBasis(Record):
    """A legal basis of the procedure; the number must have a record in content/laws/."""

    number: Text | None = field("so_ky_hieu", "Số ký hiệu", "Số ký hiệu của văn bản.", law="NĐ 63/2010 Đ15 k1", required=True, example="123/2015/NĐ-CP")
    articles: Text | None = field("dieu_khoan", "Điều khoản", "Các điều khoản liên quan.")


class Related(Record):
    """The relation of another procedure to this one."""

    code: Text | None = field("ma_thu_tuc", "Mã thủ tục", "Mã của thủ tục liên quan.", required=True)
    relation: Relation | None = field("quan_he", "Quan hệ", "làm trước, làm sau, liên thông hoặc gần giống.", required=True)
    note: Text | None = field("ghi_chu", "Ghi chú", "Khác nhau ở đâu, hoặc vì sao cần.")


L8 = "NĐ 63/2010 Đ8 k2"


class Procedure(Record):
    """Thủ tục hành chính."""

    code: Text | None = field("ma_thu_tuc", "Mã thủ tục", "Mã trên CSDL quốc gia, luôn để trong dấu ngoặc kép.", law="NĐ 63/2010 Đ24", required=True, example='"1.001193"')
    name: Text | None = field("ten_thu_tuc", "Tên thủ tục", "Tên chính thức, bỏ chữ “Thủ tục” ở đầu.", law=f"{L8} a", required=True, example="Đăng ký khai sinh")
    popular_names: list[Text] = field("ten_thuong_goi", "Tên thường gọi", "Cách bà con hay gọi.", many=True)
    keywords: list[Text] = field("tu_khoa", "Từ khóa", "Từ khác mà người dân có thể gõ khi tìm.", many=True)
    distinction: Text | None = field("phan_biet", "Phân biệt", "Một dòng nói thủ tục này khác thủ tục gần giống ở đâu.")
    field_name: Text | None = field("linh_vuc", "Lĩnh vực", "Tên lĩnh vực, có trong content/fields.yml.", law="NĐ 63/2010 Đ24", required=True, example="Hộ tịch")
    levels: list[Level] = field("cap_thuc_hien", "Cấp thực hiện", "Các cấp tiếp nhận và giải quyết.", required=True, many=True, law=f"{L8} g")
    kind: Kind | None = field("loai_thu_tuc", "Loại thủ tục", "Loại theo CSDL quốc gia.", example="TTHC được luật giao quy định chi tiết")
    summary: Text | None = field("mo_ta", "Mô tả", "Một hai câu: thủ tục này để làm gì, khi nào cần.", required=True)
    decision: Decision | None = field("quyet_dinh_cong_bo", "Quyết định công bố", "Quyết định đã công bố thủ tục.", law="NĐ 63/2010 Đ13, Đ15", required=True)
    validity: Validity | None = field("hieu_luc", "Hiệu lực", "Thủ tục áp dụng từ ngày nào đến ngày nào.", law="NĐ 63/2010 Đ15", required=True)
    amendments: list[Amendment] = field("sua_doi", "Sửa đổi", "Các lần sửa đổi, mới nhất ở trên.", law="NĐ 63/2010 Đ15 k2", many=True)
    abolition: Abolition | None = field("bai_bo", "Bãi bỏ", "Chỉ ghi khi thủ tục đã bị bãi bỏ.", law="NĐ 63/2010 Đ15 k3")
    online_level: OnlineLevel | None = field("muc_do_truc_tuyen", "Mức độ trực tuyến", "toàn trình, một phần hoặc chưa trực tuyến.", law="theo NĐ 42/2022", required=True, example="một phần")
    non_territorial: YesNo | None = field("khong_phu_thuoc_dia_gioi", "Không phụ thuộc địa giới hành chính", "true nếu nộp được ở bất kỳ nơi nào.", law="Kế hoạch 2023 mục II.5", required=True, example="false")
    sector: Text | None = field("nganh_doc", "Ngành dọc", "Tên ngành (công an, thuế, bảo hiểm xã hội …) nếu không thuộc UBND.", law="QĐ 1291/QĐ-TTg")
    steps: list[Step] = field("trinh_tu_thuc_hien", "Trình tự thực hiện", "Các bước theo thứ tự, mỗi bước có người làm.", law=f"{L8} b", required=True, many=True)
    channels: list[Channel] = field("cach_thuc_thuc_hien", "Cách thức thực hiện", "Các hình thức nộp.", law=f"{L8} c", required=True, many=True)
    time_limit: or_stated(TimeLimit, Literal["chưa rõ", "không quy định"]) | None = field("thoi_han_giai_quyet", "Thời hạn giải quyết", "Thời hạn chung cho mọi hình thức nộp.", law=f"{L8} đ")  # type: ignore[valid-type]
    fees: or_stated(list[Fee]) | None = field("phi_le_phi", "Phí, lệ phí", "Danh sách mức thu, “không” hoặc “chưa rõ”.", law=f"{L8} i")  # type: ignore[valid-type]
    dossier: Dossier | None = field("thanh_phan_ho_so", "Thành phần hồ sơ", "Số bộ và các giấy tờ, theo từng trường hợp.", law=f"{L8} d", required=True)
    questions: list[Question] = field("cau_hoi", "Trường hợp của bạn", "Vài câu hỏi dẫn đến đúng giấy tờ, phí, thời hạn của từng trường hợp.", law="NĐ 63/2010 Đ20 k4", many=True)
    audiences: list[Audience] = field("doi_tuong_thuc_hien", "Đối tượng thực hiện", "Ai được làm thủ tục này.", law=f"{L8} e", required=True, many=True)
    executing_agency: Text | None = field("co_quan_thuc_hien", "Cơ quan thực hiện", "Cơ quan trực tiếp làm.", law=f"{L8} g", required=True, inherited=True, example="UBND cấp xã")
    deciding_agency: Text | None = field("co_quan_co_tham_quyen", "Cơ quan có thẩm quyền", "Cơ quan quyết định.", law="theo NĐ 118/2025", required=True, inherited=True)
    receiving_place: Text | None = field("dia_chi_tiep_nhan_ho_so", "Địa chỉ tiếp nhận hồ sơ", "Nơi nhận hồ sơ.", law="NĐ 63/2010 Đ15 k1", required=True, inherited=True)
    receiving_hours: Text | None = field("thoi_gian_tiep_nhan", "Thời gian tiếp nhận", "Ngày giờ nhận hồ sơ.", law="NĐ 63/2010 Đ15 k1", required=True, inherited=True)
    delegated_agency: Text | None = field("co_quan_duoc_uy_quyen", "Cơ quan được ủy quyền", "Cơ quan được ủy quyền giải quyết, nếu có.")
    coordinating_agency: Text | None = field("co_quan_phoi_hop", "Cơ quan phối hợp", "Tên cơ quan, “không” hoặc “chưa rõ”.")
    results: list[Result] = field("ket_qua_thuc_hien", "Kết quả thực hiện", "Người dân nhận được gì.", law=f"{L8} h", required=True, many=True)
    forms: or_stated(list[Form]) | None = field("bieu_mau", "Mẫu đơn, tờ khai", "Danh sách mẫu, “không” hoặc “chưa rõ”.", law=f"{L8} i", required=True)  # type: ignore[valid-type]
    conditions: or_stated(list[Text]) | None = field("yeu_cau_dieu_kien", "Yêu cầu, điều kiện thực hiện", "Danh sách điều kiện, “không” hoặc “chưa rõ”.", law=f"{L8} i", required=True)  # type: ignore[valid-type]
    legal_bases: list[LegalBasis] = field("can_cu_phap_ly", "Căn cứ pháp lý", "Các văn bản làm căn cứ.", law="NĐ 63/2010 Đ15 k1", required=True, many=True)
    related: list[Related] = field("thu_tuc_lien_quan", "Thủ tục liên quan", "Thủ tục làm trước, làm sau, liên thông, gần giống.", many=True)
    local_note: Text | None = field("ghi_chu_dia_phuong", "Ghi chú của địa phương", "Lời dặn thêm; không được đặt thêm giấy tờ, bước hay phí.", law="NĐ 63/2010 Đ13")
    source_notes: list[Text] = field("ghi_chu_nguon", "Ghi chú từ nguồn", "Nội dung bản gốc chưa có chỗ đặt, do công cụ nhập dữ liệu ghi lại.", many=True)
    verification: Verification | None = field("doi_chieu", "Đối chiếu", "Lấy từ đâu, kiểm tra ngày nào, phần nào chờ đối chiếu.", law="NĐ 63/2010 Đ17", required=True)
    suppressions: list[Suppression] = field("bo_qua_kiem_tra", "Bỏ qua kiểm tra", "Mã kiểm tra được bỏ qua, kèm lý do và ngày.", many=True)


__all__ = ["Procedure", "Stated"]
