"""II.2: one procedure of the year's review list with its form 02/RS-KSTT, one file in content/plan/YEAR/reviews/."""

from __future__ import annotations

from typing import Literal

from generator.schema.record import Record, field
from generator.schema.values import Date, Text, Whole, YesNo

TT02 = "TT 02/2017/TT-VPCP Đ27"
ReviewState = Literal["đăng ký", "đang rà soát", "đã kiến nghị", "đã duyệt"]
STATES = ("đăng ký", "đang rà soát", "đã kiến nghị", "đã duyệt")
Proposal = Literal["giữ nguyên", "sửa đổi, bổ sung", "gộp với thủ tục khác", "bãi bỏ"]
Part = Literal[
    "tên thủ tục", "trình tự thực hiện", "cách thức thực hiện", "thành phần, số lượng hồ sơ", "thời hạn giải quyết", "đối tượng thực hiện",
    "cơ quan thực hiện", "phí, lệ phí", "mẫu đơn, tờ khai", "yêu cầu, điều kiện", "kết quả thực hiện",
]  # fmt: skip


class ReviewStep(Record):
    """The day on which the review reached a state."""

    date: Date | None = field("ngay", "Ngày", "Ngày đạt trạng thái này.", required=True)
    state: ReviewState | None = field(
        "trang_thai", "Trạng thái", "Đăng ký, đang rà soát, đã kiến nghị hay đã duyệt.", required=True
    )
    document: Text | None = field(
        "van_ban", "Văn bản", "Tên tệp trong documents/ của văn bản kiến nghị hoặc phê duyệt."
    )


class PartReview(Record):
    """The review's finding on one part of the procedure."""

    part: Part | None = field("bo_phan", "Bộ phận", "Bộ phận của thủ tục được xem xét.", required=True)
    finding: Text | None = field(
        "nhan_xet", "Nhận xét", "Có cần thiết, hợp lý, hợp pháp không và vì sao.", required=True
    )
    proposal: Text | None = field("kien_nghi", "Kiến nghị", "Giữ hay sửa thế nào.")


class Work(Record):
    """One piece of work for the citizen, with its cost."""

    name: Text | None = field(
        "cong_viec", "Công việc", "Việc người dân phải làm, ví dụ: chuẩn bị tờ khai, đi nộp hồ sơ.", required=True
    )
    minutes: Whole | None = field("phut", "Thời gian (phút)", "Số phút để làm xong việc này.", law=TT02, required=True)
    service: Whole | None = field(
        "tu_van_dich_vu", "Tư vấn, dịch vụ (đồng)", "Tiền thuê tư vấn, dịch vụ, đi lại, in ấn.", law=TT02
    )
    fee: Whole | None = field("phi_le_phi", "Phí, lệ phí (đồng)", "Phí, lệ phí theo quy định.", law=TT02)
    other: Whole | None = field("chi_phi_khac", "Chi phí khác (đồng)", "Chi phí khác theo quy định.", law=TT02)


class Cost(Record):
    """The yearly compliance cost of the procedure."""

    hourly: Whole | None = field(
        "thu_nhap_gio",
        "Thu nhập bình quân một giờ (đồng)",
        "Mức dùng để tính, kèm nguồn ở phần ghi chú.",
        law=TT02,
        required=True,
    )
    times: Whole | None = field(
        "so_lan_nam",
        "Số lần một năm",
        "Một người phải làm bao nhiêu lần một năm theo quy định.",
        law=TT02,
        required=True,
    )
    people: Whole | None = field(
        "so_doi_tuong",
        "Số đối tượng một năm",
        "Bao nhiêu người, tổ chức phải làm trong một năm.",
        law=TT02,
        required=True,
    )
    works: list[Work] = field("cac_viec", "Các công việc", "Từng việc phải làm.", law=TT02, required=True, many=True)
    source: Text | None = field("nguon", "Nguồn số liệu", "Số liệu lấy từ đâu.", required=True)


class Review(Record):
    """Thủ tục trong danh mục rà soát."""

    code: Text | None = field(
        "ma_thu_tuc", "Mã thủ tục", "Mã của thủ tục được rà soát, để trong ngoặc kép.", example='"1.001193"'
    )
    name: Text | None = field("ten", "Tên thủ tục", "Chỉ ghi khi là thủ tục nội bộ chưa có mã, hoặc dữ liệu mẫu.")
    agency: Text | None = field(
        "co_quan", "Cơ quan rà soát", "Tên ngắn, có trong content/agencies.yml; bỏ trống ở dữ liệu mẫu."
    )
    due: Date | None = field(
        "han",
        "Hạn",
        "Ngày phải gửi kết quả rà soát.",
        law="Kế hoạch 2023 mục II.2",
        required=True,
        example="2023-06-30",
    )
    progress: list[ReviewStep] = field(
        "tien_do", "Tiến độ", "Các trạng thái đã qua, theo thứ tự ngày.", required=True, many=True
    )
    proposal: Proposal | None = field("de_xuat", "Đề xuất", "Giữ nguyên, sửa đổi, gộp hay bãi bỏ.")
    merge_with: list[Text] = field("gop_voi", "Gộp với", "Mã các thủ tục được gộp cùng.", many=True)
    content: Text | None = field("noi_dung_de_xuat", "Nội dung đề xuất", "Đề xuất cụ thể và lý do.")
    needed: Text | None = field(
        "su_can_thiet", "Sự cần thiết", "Thủ tục có còn cần không, vì mục tiêu nào.", law="theo TT 02/2017/TT-VPCP"
    )
    lawful: Text | None = field(
        "tinh_hop_phap", "Tính hợp pháp", "Có trái hay chồng chéo văn bản nào không.", law="theo TT 02/2017/TT-VPCP"
    )
    parts: list[PartReview] = field("tung_bo_phan", "Từng bộ phận", "Nhận xét về từng bộ phận của thủ tục.", many=True)
    texts: list[Text] = field(
        "van_ban_can_sua", "Văn bản cần sửa", "Điều, khoản, văn bản cần sửa để thực hiện đề xuất.", many=True
    )
    before: Cost | None = field(
        "chi_phi_hien_tai", "Chi phí hiện tại", "Chi phí tuân thủ hiện tại trong một năm.", law=TT02
    )
    after: Cost | None = field(
        "chi_phi_sau", "Chi phí sau đơn giản hóa", "Chi phí tuân thủ sau khi thực hiện đề xuất.", law=TT02
    )
    sample: YesNo | None = field("mau", "Dữ liệu mẫu", "true khi đây chỉ là ví dụ cách ghi.")
