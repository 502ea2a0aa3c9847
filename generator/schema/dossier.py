"""The papers of a dossier, common to all or required in one case only, and the forms among them."""

from __future__ import annotations

from typing import Literal

from generator.schema.fees import UNCONFIRMED, Fee, TimeLimit
from generator.schema.record import Record, field
from generator.schema.values import Date, Text, Whole, YesNo, or_stated


class Paper(Record):
    """One paper of the dossier (NĐ 63/2010 Đ3, Đ8 k2 d)."""

    name: Text | None = field("ten_giay_to", "Tên giấy tờ", "Tên đầy đủ của giấy tờ.", law="NĐ 63/2010 Đ8 k2 d", required=True)
    manner: Literal["nộp", "xuất trình"] | None = field("nop_hay_xuat_trinh", "Nộp hay xuất trình", "“nộp” (cơ quan giữ) hoặc “xuất trình” (xem rồi trả).", law="NĐ 63/2010 Đ3", required=True, example="nộp")
    originals: Whole | None = field("ban_chinh", "Số bản chính", "Số bản chính phải nộp hoặc xuất trình; không cần thì ghi 0.", law="theo NĐ 63/2010 Đ8 k2 (sửa đổi)", required=True, example="1")
    copies: Whole | None = field("ban_sao", "Số bản sao", "Số bản sao phải nộp; không cần thì ghi 0.", law="theo NĐ 63/2010 Đ8 k2 (sửa đổi)", required=True, example="0")
    form: Text | None = field("bieu_mau", "Theo mẫu", "Tên mẫu, có trong phần “Mẫu đơn, tờ khai”.")
    in_person_only: YesNo | None = field("chi_khi_truc_tiep", "Chỉ khi nộp trực tiếp", "true nếu chỉ cần khi đến nộp tại quầy.")
    note: Text | None = field("ghi_chu", "Ghi chú", "Khi nào cần, thay bằng gì.")
    unconfirmed: Text | None = field("cho_doi_chieu", "Chờ đối chiếu", UNCONFIRMED, law="NĐ 63/2010 Đ17")


class Case(Record):
    """A case (trường hợp) with the papers it needs on top of the common ones."""

    name: Text | None = field("ten", "Tên trường hợp", "Viết để người dân tự nhận ra mình.", required=True)
    time_limit: or_stated(TimeLimit, Literal["chưa rõ", "không quy định"]) | None = field("thoi_han_giai_quyet", "Thời hạn giải quyết", "Chỉ ghi khi khác thời hạn chung.")  # type: ignore[valid-type]
    fees: or_stated(list[Fee]) | None = field("phi_le_phi", "Phí, lệ phí", "Chỉ ghi khi khác mức chung.")  # type: ignore[valid-type]
    papers: list[Paper] = field("giay_to", "Giấy tờ", "Giấy tờ cần thêm trong trường hợp này.", many=True)
    unconfirmed: Text | None = field("cho_doi_chieu", "Chờ đối chiếu", UNCONFIRMED, law="NĐ 63/2010 Đ17")


class Dossier(Record):
    """Thành phần hồ sơ: number of sets, common papers, cases."""

    sets: Whole | None = field("so_bo", "Số bộ hồ sơ", "Số bộ phải nộp.", law="NĐ 63/2010 Đ8 k2 d", required=True, inherited=True, example="1")
    papers: list[Paper] = field("giay_to_chung", "Giấy tờ ai cũng cần", "Giấy tờ cần trong mọi trường hợp.", many=True)
    cases: list[Case] = field("truong_hop", "Trường hợp", "Mỗi trường hợp có giấy tờ riêng.", many=True)
    source_text: list[Text] = field("nguyen_van", "Nguyên văn", "Lưu ý về hồ sơ, hoặc đoạn gốc chưa tách được thành giấy tờ.", many=True)


class Form(Record):
    """A form (mẫu đơn, tờ khai); a stored file carries its source code, hash and date (NĐ 63/2010 Đ25)."""

    name: Text | None = field("ten", "Tên mẫu", "Tên của mẫu.", required=True)
    label: Text | None = field("so_hieu", "Số hiệu", "Ví dụ: Mẫu CT01.")
    document: Text | None = field("van_ban", "Ban hành kèm theo", "Số ký hiệu văn bản ban hành mẫu.")
    asks: list[Text] = field("can_dien", "Bạn sẽ phải điền", "Những điều mẫu hỏi, viết ngắn, để người dân chuẩn bị trước.", many=True)
    asks_source: Text | None = field("nguon_can_dien", "Nguồn của danh sách", "Xem mẫu ở đâu, ngày nào.")
    file: Text | None = field("tep", "Tệp", "Tên tệp đã chép vào content/forms/, kể cả thư mục con nếu có.", law="NĐ 63/2010 Đ25")
    source_code: Text | None = field("ma_nguon", "Mã ở nguồn", "Mã của tệp trên CSDL quốc gia.", law="NĐ 63/2010 Đ25")
    sha256: Text | None = field("sha256", "Mã băm", "SHA-256 của tệp; trang soạn tự ghi khi để trống.", law="NĐ 63/2010 Đ25")
    fetched: Date | None = field("ngay_lay", "Ngày lấy tệp", "Ngày tải tệp về.", law="NĐ 63/2010 Đ25")
