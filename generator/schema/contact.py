"""Contact details of a unit: one-stop desk, feedback, officers. A missing contact is `chờ đơn vị bổ sung`."""

from __future__ import annotations

import re

from generator.schema.record import Record, field
from generator.schema.values import Text, Whole, YesNo

P = "NĐ 20/2008 Đ7 (sửa đổi bởi NĐ 92/2017)"
CLOCK = re.compile(r"(?:[01]?\d|2[0-3]):[0-5]\d")  # a time of day that scripts can read


class Contact(Record):
    """General contact of a unit (NĐ 42/2022)."""

    address: Text | None = field("dia_chi", "Địa chỉ", "Trụ sở của đơn vị.", law="theo NĐ 42/2022", required=True)
    phone: Text | None = field("dien_thoai", "Điện thoại", "Số điện thoại của đơn vị.", law="theo NĐ 42/2022", required=True)
    email: Text | None = field("thu_dien_tu", "Thư điện tử", "Hộp thư của đơn vị.", law="theo NĐ 42/2022", required=True)
    website: Text | None = field("trang_thong_tin", "Trang thông tin điện tử", "Địa chỉ trang của đơn vị.")


class Staff(Record):
    """An officer at the one-stop desk (plan 2023 II.1); the name is present only if the unit provided it."""

    post: Text | None = field("chuc_vu", "Chức vụ", "Chức danh của người làm ở Bộ phận Một cửa.", required=True)
    name: Text | None = field("ho_ten", "Họ tên", "Chỉ ghi khi đơn vị cung cấp.")
    work: Text | None = field("linh_vuc", "Lĩnh vực", "Nhận hồ sơ lĩnh vực nào.")


class OneStop(Record):
    """Bộ phận Một cửa: where and when dossiers are received (NĐ 63/2010 Đ15 k1)."""

    name: Text | None = field("ten", "Tên", "Tên đầy đủ của bộ phận.", required=True)
    address: Text | None = field("dia_chi", "Địa chỉ", "Nơi nhận hồ sơ.", law="NĐ 63/2010 Đ15 k1", required=True)
    hours: Text | None = field("gio_tiep_nhan", "Giờ tiếp nhận", "Ngày giờ nhận hồ sơ.", law="NĐ 63/2010 Đ15 k1", required=True)
    closes: Text | None = field("gio_ngung_nhan", "Giờ ngừng nhận hồ sơ", "Để tính ngày trả kết quả, ví dụ \"16:30\"; bỏ trống khi chưa rõ.", example='"16:30"')
    saturday: YesNo | None = field("nhan_sang_thu_bay", "Nhận sáng thứ Bảy", "true nếu nhận hồ sơ sáng thứ Bảy (không tính là ngày làm việc).")
    sets: Whole | None = field("so_bo_ho_so", "Số bộ hồ sơ", "Nhận mấy bộ, cho những thủ tục không ghi số bộ riêng; bỏ trống khi chưa rõ.", example="1")
    phone: Text | None = field("dien_thoai", "Điện thoại", "Số của bộ phận.", required=True)
    email: Text | None = field("thu_dien_tu", "Thư điện tử", "Hộp thư của bộ phận.", required=True)
    staff: list[Staff] = field("nhan_su", "Nhân sự", "Người làm ở bộ phận; bỏ trống khi đơn vị chưa gửi.", law="Kế hoạch 2023 mục II.1", many=True)


class Feedback(Record):
    """Where feedback on regulations is taken (NĐ 20/2008 Đ7; plan 2023 II.7)."""

    agency: Text | None = field("co_quan_tiep_nhan", "Cơ quan tiếp nhận", "Cơ quan tiếp nhận phản ánh, kiến nghị.", law=P, required=True)
    address: Text | None = field("dia_chi", "Địa chỉ", "Nơi nhận thư, nơi tiếp.", law=P, required=True)
    phone: Text | None = field("dien_thoai", "Số điện thoại chuyên dùng", "Số dành riêng cho phản ánh, kiến nghị.", law="NĐ 20/2008 Đ7 k2", required=True)
    email: Text | None = field("thu_dien_tu", "Thư điện tử", "Hộp thư nhận phản ánh, kiến nghị.", law="NĐ 20/2008 Đ7 k4 (NĐ 92/2017)", required=True)
    report_form: Text | None = field("bieu_mau_gop_y", "Biểu mẫu góp ý", "Địa chỉ biểu mẫu nhận góp ý về trang này; {trang}, {phan}, {ban}, {tep}, {diem}, {loi_nhan} được điền sẵn.")
    system: Text | None = field("he_thong", "Hệ thống tiếp nhận", "Địa chỉ hệ thống phản ánh, kiến nghị.", law=P, required=True)


class Officer(Record):
    """The focal officer (NĐ 42/2022); the name is present only if the unit provided it."""

    post: Text | None = field("chuc_vu", "Chức vụ", "Chức vụ của người đầu mối.", required=True)
    name: Text | None = field("ho_ten", "Họ tên", "Chỉ ghi khi đơn vị cung cấp.", required=True)
    phone: Text | None = field("dien_thoai", "Điện thoại", "Số của người đầu mối.", required=True)
    email: Text | None = field("thu_dien_tu", "Thư điện tử", "Hộp thư công vụ.", required=True)
