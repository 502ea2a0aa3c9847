"""Administrative units: province, district, communes, each with its dates and successors."""

from __future__ import annotations

from typing import Literal

from generator.schema.contact import Contact, Feedback, Officer, OneStop
from generator.schema.record import Record, field
from generator.schema.values import Date, DateOrUnknown, Text
from generator.schema.verification import Suppression


class UnitTerm(Record):
    """The period in which a unit exists."""

    since: DateOrUnknown | None = field("tu", "Từ ngày", "Ngày thành lập, hoặc “chưa rõ”.", required=True)
    until: Date | None = field("den", "Đến hết ngày", "Ngày cuối cùng; bỏ trống khi còn hoạt động.")


class Successor(Record):
    """A unit that took over all or a part of this one."""

    unit: Text | None = field("don_vi", "Đơn vị kế tục", "Tên tệp của đơn vị kế tục.", required=True)
    share: Text | None = field("phan", "Phần nhập", "toàn bộ, hay phần nào.", required=True)
    date: Date | None = field("ngay", "Ngày", "Ngày bắt đầu.", required=True)
    document: Text | None = field("van_ban", "Văn bản", "Nghị quyết sắp xếp, hoặc “chưa rõ”.")


class Unit(Record):
    """Đơn vị hành chính."""

    code: Text | None = field("ma_don_vi", "Mã đơn vị", "Mã của Tổng cục Thống kê, để trong ngoặc kép.", required=True, example='"11125"')
    name: Text | None = field("ten", "Tên", "Tên riêng, không kèm loại.", required=True, example="Tân An")
    kind: Literal["tỉnh", "thành phố", "huyện", "quận", "thị xã", "xã", "phường", "thị trấn", "đặc khu"] | None = field("loai", "Loại", "tỉnh, thành phố, huyện, quận, thị xã, xã, phường, thị trấn hay đặc khu.", required=True)
    parent: Text | None = field("thuoc", "Thuộc", "Tên tệp của đơn vị cấp trên.")
    term: UnitTerm | None = field("hieu_luc", "Thời gian tồn tại", "Từ ngày nào đến ngày nào.", required=True)
    successors: list[Successor] = field("ke_tuc", "Kế tục", "Các đơn vị kế tục, theo thứ tự.", many=True)
    note: Text | None = field("ghi_chu", "Ghi chú", "Điều cần biết thêm.")
    contact: Contact | None = field("lien_he", "Liên hệ", "Địa chỉ, điện thoại, thư điện tử.", law="theo NĐ 42/2022", required=True)
    one_stop: OneStop | None = field("bo_phan_mot_cua", "Bộ phận Một cửa", "Nơi nhận hồ sơ của đơn vị.", law="NĐ 63/2010 Đ15 k1")
    feedback: Feedback | None = field("phan_anh", "Tiếp nhận phản ánh, kiến nghị", "Nội dung thông báo niêm yết.", law="Kế hoạch 2023 mục II.7")
    officer: Officer | None = field("can_bo_dau_moi", "Cán bộ đầu mối", "Công chức đầu mối kiểm soát TTHC.", law="theo NĐ 42/2022")
    suppressions: list[Suppression] = field("bo_qua_kiem_tra", "Bỏ qua kiểm tra", "Mã kiểm tra được bỏ qua, kèm lý do và ngày.", many=True)
