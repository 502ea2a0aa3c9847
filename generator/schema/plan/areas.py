"""The areas of a plan: each has its own page with its register, list or figures."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Area:
    """key: value of `mang` in tasks; slug: for addresses; title: of its page; summary: content of the page."""

    key: str
    slug: str
    title: str
    summary: str


REPORTING = "báo cáo"
INSPECTION, COMMUNICATION, INITIATIVES = "kiểm tra", "truyền thông", "sáng kiến"
AREAS = (
    Area(
        "chỉ đạo",
        "van-ban",
        "Văn bản chỉ đạo, điều hành",
        "Sổ văn bản của kế hoạch và cán bộ đầu mối, người làm ở Bộ phận Một cửa.",
    ),
    Area(
        "rà soát",
        "ra-soat",
        "Rà soát, đơn giản hóa thủ tục",
        "Thủ tục nào được rà soát, đến bước nào, đề nghị giữ, sửa, gộp hay bỏ.",
    ),
    Area("tập huấn", "tap-huan", "Tập huấn, bồi dưỡng", "Các hội nghị, lớp tập huấn cho cán bộ, công chức."),
    Area(
        "một cửa",
        "mot-cua",
        "Bộ phận Một cửa và kết quả giải quyết hồ sơ",
        "Nơi nhận, giờ nhận, nhận những thủ tục nào; hồ sơ trả trước hạn, đúng hạn, quá hạn.",
    ),
    Area(
        "công khai",
        "cong-khai",
        "Tình hình công khai thủ tục",
        "Mỗi lĩnh vực, cơ quan đã đăng bao nhiêu thủ tục, đủ đến đâu.",
    ),
    Area(
        "trực tuyến",
        "truc-tuyen",
        "Dịch vụ công trực tuyến, số hóa, thanh toán",
        "Thủ tục nào làm được qua mạng; số liệu so với chỉ tiêu.",
    ),
    Area("phản ánh", "phan-anh", "Xử lý phản ánh, kiến nghị", "Nơi tiếp nhận, số liệu, các trả lời đã công khai."),
    Area(INSPECTION, "kiem-tra", "Kiểm tra", "Kế hoạch kiểm tra, đơn vị được kiểm tra, kết luận."),
    Area(COMMUNICATION, "truyen-thong", "Tuyên truyền", "Tin, bài, chuyên mục, tài liệu truyền thông."),
    Area(
        INITIATIVES,
        "sang-kien",
        "Sáng kiến và quy trình nội bộ (ISO 9001)",
        "Sáng kiến cải cách; mỗi thủ tục đi qua những bước nào, ai làm, bao lâu.",
    ),
    Area(REPORTING, "lich", "Lịch báo cáo", "Kỳ chốt số liệu, hạn gửi, mọi ngày đến hạn của kế hoạch."),
)
BY_KEY = {area.key: area for area in AREAS}
EVENT_AREAS = ("tập huấn", INSPECTION, COMMUNICATION, INITIATIVES)  # areas whose page is a list of events of that kind
