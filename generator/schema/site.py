"""The publisher: the responsible body, the date of the content, and the text of the feedback page."""

from __future__ import annotations

import datetime as dt
import re
from typing import ClassVar

from generator.schema.record import Record, field
from generator.schema.values import Date, Text, Whole, Year, YesNo

D = "NĐ 20/2008"


class Hotline(Record):
    """A phone number that is public and verified."""

    number: Text | None = field("so", "Số", "Số điện thoại.", required=True)
    name: Text | None = field("ten", "Tên", "Tên tổng đài.", required=True)


class FeedbackPage(Record):
    """What the feedback page tells (NĐ 20/2008 Đ5–Đ8)."""

    allowed: list[Text] = field("duoc_phan_anh", "Được phản ánh, kiến nghị", "Những nội dung được phản ánh.", law=f"{D} Đ5", required=True, many=True)
    refused: list[Text] = field("khong_nhan", "Không tiếp nhận ở đây", "Khiếu nại, tố cáo và nơi gửi.", law=f"{D} Đ1", required=True, many=True)
    requirements: list[Text] = field("yeu_cau", "Yêu cầu", "Tiếng Việt, nội dung rõ, tên, địa chỉ, điện thoại.", law=f"{D} Đ7 k1", required=True, many=True)
    ways: list[Text] = field("cach_gui", "Cách gửi", "Các hình thức gửi.", law=f"{D} Đ6", required=True, many=True)
    handling: list[Text] = field("xu_ly", "Xử lý", "Được xử lý ra sao.", law=f"{D} Đ8", many=True)


class PublishingPlace(Record):
    """A target that `tthc publish` uploads the site to."""

    name: Text | None = field("ten", "Tên nơi đăng", "Tên ngắn, dùng khi gọi lệnh: tthc publish TÊN.", required=True, example="chinh")
    address: Text | None = field("dia_chi", "Địa chỉ", "/thư/mục, ssh://người@máy/thư/mục hoặc sftp://người@máy/thư/mục.", required=True, example="ssh://tthc@may-chu/srv/tthc")
    public: Text | None = field("dia_chi_trang", "Địa chỉ công khai", "Nơi người dân mở trang; đăng xong, công cụ mở lại từng trang ở đây để so.", example="https://tthc.example.gov.vn/")
    keep: Whole | None = field("giu", "Số bản giữ lại", "Giữ bao nhiêu bản để quay lại được (mặc định 5).", example="5")
    key: Text | None = field("khoa_ky", "Khóa ký", "Tệp khóa SSH trên máy người đăng, để ký danh mục tệp.", example="~/.ssh/id_ed25519")
    machine_key: Text | None = field("khoa_may", "Khóa của máy đăng", "Khóa công khai của máy tự động đăng (CI), nếu máy ấy ký; chỉ cho biết bản đăng đi qua máy ấy, không thay chữ ký của người.", example="ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI…")


class SheetSignature(Record):
    """The signer of the notices and lists that the site's own unit prints."""

    role: Text | None = field("chuc_vu", "Chức vụ", "Chức vụ của người ký, như in trên văn bản (mặc định: Chủ tịch).", example="Phó Chủ tịch")
    name: Text | None = field("ho_ten", "Họ tên", "Họ tên của người ký; bỏ trống thì chừa chỗ để ghi tay.", example="Nguyễn Văn An")


class Signer(Record):
    """A person whose signature makes a release official."""

    name: Text | None = field("ten", "Người ký", "Họ tên hoặc chức vụ của người ký, như muốn hiện khi kiểm tra.", required=True, example="Chánh Văn phòng")
    key: Text | None = field("khoa", "Khóa công khai", "Khóa công khai SSH của người ấy: cả dòng trong tệp .pub; khóa riêng không bao giờ chép vào đây.", required=True, example="ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI…")


FOLDER = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")  # what the folder of an edition may be called


def frozen_folder(day: dt.date) -> str:
    """The folder, below the site's root, of an edition that is no longer rebuilt."""
    return f"ban/{day}/"


class Edition(Record):
    """The whole site as of one day. The edition whose day is `as_of` is at the root."""

    day: Date | None = field("ngay", "Ngày của bản", "Ngày mà nội dung của bản được tính đến.", required=True, example="2026-11-29")
    folder: Text | None = field("thu_muc", "Thư mục", "Bản này nằm ở thư mục nào dưới địa chỉ trang, khi không phải bản ở gốc.", example="hien-nay")
    name: Text | None = field("ten", "Tên bản", "Tên ngắn để người xem chọn.", required=True, example="Bản hiện nay")
    frozen: YesNo | None = field("dong_bang", "Đóng băng", "true nếu bản này không dựng lại nữa: nằm ở ban/NGÀY/, tthc publish giữ nguyên như đã đăng.", example="true")

    @property
    def place(self) -> str:
        """Its folder below the site's root, with a closing `/`, unless it is the edition of the root; the day where the
        stated one cannot be a folder (TT-209: a draft is built all the same, and no folder of it leads elsewhere).
        Raises AssertionError for an edition without a day."""
        assert self.day
        folder = self.folder if self.folder and FOLDER.fullmatch(self.folder) else str(self.day)
        return frozen_folder(self.day) if self.frozen else f"{folder}/"


class Site(Record):
    """Trang thông tin."""

    GONE: ClassVar[dict[str, str]] = {
        "cong_tinh": "Xóa dòng này: từ 01/07/2025 các tỉnh không còn cổng dịch vụ công riêng, hồ sơ nộp ở Cổng Dịch vụ công quốc gia (623/TTg-KSTT)."
    }

    name: Text | None = field("ten", "Tên trang", "Tên trang.", required=True)
    authority: Text | None = field("co_quan_chu_quan", "Cơ quan chủ quản", "Cơ quan chủ quản.", required=True)
    authority_english: Text | None = field("ten_tieng_anh", "Tên cơ quan chủ quản bằng tiếng Anh", "Dùng ở trang tiếng Anh.", law="theo NĐ 42/2022")
    operator: Text | None = field("co_quan_quan_ly", "Cơ quan quản lý", "Cơ quan quản lý nội dung.", required=True)
    unit: Text | None = field("don_vi", "Đơn vị", "Tên tệp của đơn vị chủ trang.", required=True)
    as_of: Date | None = field("as_of", "Tính đến ngày", "Ngày mà nội dung được tính đến.", required=True, example="2023-12-31")
    editions: list[Edition] = field("cac_ban", "Các bản được đăng", "Các ngày được đăng cùng một lúc; bản có ngày bằng as_of ở gốc, bản muộn nhất là bản hiện nay.", many=True)
    tool: Text | None = field("phien_ban_cong_cu", "Phiên bản công cụ", "Trang được làm bằng bản tthc nào; bản khác thì tthc dừng lại và nói rõ, để trang không tự đổi.", example='"0.2"')
    national: YesNo | None = field("noi_dung_chung", "Nội dung chung", "true: dùng văn bản toàn quốc, ngày nghỉ, thuật ngữ, từ tìm kiếm, sổ tay, danh mục thủ tục cấp xã đi kèm công cụ; tệp cùng tên trong content/ thì thay cho tệp ấy.", example="true")
    url: Text | None = field("dia_chi_trang", "Địa chỉ trang", "Địa chỉ công khai của trang.", required=True)
    national_portal: Text | None = field("cong_quoc_gia", "Cổng Dịch vụ công quốc gia", "Địa chỉ cổng quốc gia.", required=True)
    feedback_system: Text | None = field("he_thong_phan_anh", "Hệ thống phản ánh, kiến nghị", "Địa chỉ hệ thống quốc gia.", law="NĐ 92/2017", required=True)
    hotline: Hotline | None = field("tong_dai", "Tổng đài", "Tổng đài hỗ trợ.")
    most_sheets: Whole | None = field("ban_in", "Bản in kèm trang", "Dựng kèm bản in PDF khi trang có không quá ngần này thủ tục; bỏ trống thì không dựng (tthc sheets vẫn dùng được).", example="400")
    data_licence: Text | None = field("giay_phep_du_lieu", "Giấy phép dữ liệu", "Địa chỉ của giấy phép cho dùng lại dữ liệu mở, do cơ quan chủ quản quyết định; chưa có thì ghi “chờ đơn vị bổ sung”.", law="theo NĐ 47/2020", example="https://creativecommons.org/licenses/by/4.0/")
    most_data_files: Whole | None = field("du_lieu_mo", "Dữ liệu mở", "Công bố dữ liệu mở; trang có không quá ngần này thủ tục thì đủ mọi dạng, nhiều hơn thì chỉ JSON Lines và CSV, không có tệp riêng từng thủ tục, Excel, CPSV-AP, bản Markdown. Bỏ trống thì không công bố.", example="2000")
    most_withheld: Whole | None = field("giu_lai_toi_da", "Số thủ tục còn lỗi được giữ lại", "Khi dựng trang, tối đa ngần này thủ tục còn lỗi được giữ lại: trang của nó nói đang hoàn thiện và dẫn tới Cổng quốc gia, phần còn lại vẫn đăng. Bỏ trống thì một lỗi cũng dừng.", example="50")
    signature: SheetSignature | None = field("ky_ban_in", "Người ký bản in", "Ai ký thông báo và danh mục niêm yết của đơn vị chủ trang; bỏ trống thì chừa chỗ để ký tay.", law="theo NĐ 30/2020")
    plan_year: Year | None = field("ke_hoach", "Năm kế hoạch", "Năm kế hoạch đang hiển thị trên trang chủ.")
    feedback: FeedbackPage | None = field("phan_anh", "Trang phản ánh, kiến nghị", "Nội dung trang phản ánh.", law=f"{D} Đ5–Đ8", required=True)
    targets: list[PublishingPlace] = field("noi_dang", "Nơi đăng", "Những nơi tthc publish đưa trang lên.", many=True)
    embedders: list[Text] = field("noi_nhung", "Nơi được nhúng trang", "Địa chỉ các cổng được hiện trang này trong khung của họ; nơi khác thì không.", many=True, example="https://dichvucong.gov.vn")
    signers: list[Signer] = field("nguoi_ky", "Người ký", "Những người ký danh mục tệp khi đăng; đã nêu ở đây thì bản không ký, hay do khóa khác ký, bị coi là sai.", many=True)
