"""Local information that a commune adds to a unit's or a procedure's record: where, when, whom to ask. Nothing else:
district and commune may not add steps, papers or fees (NĐ 63/2010 Đ13, Đ18 k6), so the model has no fields for them.
Unknown keys are kept when the file is read and reported by TT-140, with the article."""

from __future__ import annotations

from generator.schema.record import Record, field
from generator.schema.values import Date, Text


class SeenVersion(Record):
    """The version of each part of the record that the overlay was written for; `tthc overlay` writes it."""

    steps: Text | None = field("trinh_tu", "Trình tự", "Phiên bản của trình tự thực hiện.")
    channels: Text | None = field("cach_thuc", "Cách thức", "Phiên bản của cách thức thực hiện.")
    dossier: Text | None = field("ho_so", "Hồ sơ", "Phiên bản của thành phần hồ sơ.")
    time: Text | None = field("thoi_han", "Thời hạn", "Phiên bản của thời hạn giải quyết.")
    fees: Text | None = field("phi", "Phí, lệ phí", "Phiên bản của phí, lệ phí.")
    audiences: Text | None = field("doi_tuong", "Đối tượng", "Phiên bản của đối tượng thực hiện.")
    agencies: Text | None = field("co_quan", "Cơ quan", "Phiên bản của cơ quan thực hiện.")
    place: Text | None = field("noi_nop", "Nơi nộp", "Phiên bản của địa chỉ và thời gian tiếp nhận.")
    results: Text | None = field("ket_qua", "Kết quả", "Phiên bản của kết quả thực hiện.")
    forms: Text | None = field("bieu_mau", "Mẫu đơn", "Phiên bản của mẫu đơn, tờ khai.")
    conditions: Text | None = field("yeu_cau", "Yêu cầu", "Phiên bản của yêu cầu, điều kiện.")
    bases: Text | None = field("can_cu", "Căn cứ", "Phiên bản của căn cứ pháp lý, quyết định công bố.")
    term: Text | None = field("hieu_luc", "Thời gian tồn tại", "Phiên bản của thời gian tồn tại, với lớp của cả đơn vị.")
    desk: Text | None = field("mot_cua", "Bộ phận Một cửa", "Phiên bản của Bộ phận Một cửa, với lớp của cả đơn vị.")
    officer: Text | None = field("dau_moi", "Cán bộ đầu mối", "Phiên bản của cán bộ đầu mối, với lớp của cả đơn vị.")


class Overlay(Record, extra="allow"):
    """Lớp địa phương."""

    code: Text | None = field("ma_thu_tuc", "Mã thủ tục", "Mã của thủ tục; bỏ trống khi lớp này nói cho cả đơn vị.", example='"1.001193"')
    address: Text | None = field("dia_chi", "Địa chỉ", "Nơi nộp hồ sơ tại đơn vị.", law="NĐ 63/2010 Đ15 k1")
    desk: Text | None = field("quay", "Quầy, phòng", "Quầy hay phòng nhận việc này.", example="Quầy số 2, tầng một")
    hours: Text | None = field("gio_tiep_nhan", "Giờ tiếp nhận", "Ngày giờ nhận hồ sơ.", law="NĐ 63/2010 Đ15 k1")
    phone: Text | None = field("dien_thoai", "Điện thoại", "Số để hỏi việc này.")
    officer: Text | None = field("chuc_vu_can_bo", "Chức vụ người nhận", "Chức vụ, không ghi họ tên.", example="Công chức Tư pháp – Hộ tịch")
    payment: Text | None = field("noi_nop_tien", "Nơi nộp tiền", "Nộp phí, lệ phí ở đâu, bằng cách nào; không ghi mức thu.", example="Nộp tại quầy hoặc quét mã QR")
    note: Text | None = field("ghi_chu", "Ghi chú của địa phương", "Lời dặn thêm; không được đặt thêm giấy tờ, bước hay khoản thu.", law="NĐ 63/2010 Đ13")
    reviewed: Date | None = field("ngay_ra_soat", "Ngày rà soát", "Ngày đơn vị đọc lại lớp này; tthc overlay ghi.", example="2023-12-31")
    base_version: SeenVersion | None = field("phien_ban", "Phiên bản", "Lớp này viết cho phiên bản nào của bản ghi; chạy tthc overlay để ghi.")
