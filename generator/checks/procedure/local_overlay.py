"""Địa phương tự thêm giấy tờ, bước hay khoản thu.

Huyện và xã không được tự đặt ra thủ tục, hồ sơ, giấy tờ ngoài quy định (NĐ 63/2010/NĐ-CP Điều 13, Điều 18 khoản 6).
Ghi chú của địa phương chỉ là lời dặn (phòng số mấy, giờ nào vắng). Câu đòi thêm giấy tờ, thu thêm tiền, đặt thời
hạn khác hay nói ai thì không được nhận hồ sơ là lỗi: xóa đi, hoặc nếu văn bản cấp trên có quy định thì đưa vào đúng
phần của thủ tục kèm căn cứ.

Sai: `ghi_chu_dia_phuong: Nộp thêm 01 bản sao căn cước công dân.`
Đúng: `ghi_chu_dia_phuong: Nên đến vào buổi chiều, ít phải chờ.`
"""

import re
from collections.abc import Iterator

from generator.checks._engine.context import ValidationContext
from generator.checks._engine.money import WORDS
from generator.checks._engine.rule import Finding
from generator.loading.entry import Entry
from generator.problem import ERROR

ID = "TT-053"
SEVERITY = ERROR
SUPPRESSIBLE = False
LAW = "NĐ 63/2010 Đ18 k6"
CONFIDENCE = "V"
CHECKS = ("L08",)
KINDS = ("procedure",)
VERB = r"(?:nộp|mang|đem|bổ sung|kèm|gửi|cung cấp|xuất trình|phô tô|photo|photocopy|làm|có|thu|đóng|trả)"
ADDS = re.compile(
    rf"\b{VERB}\s+(?:theo\s+)?thêm\b|\bthêm\s+(?:\d+\s+)?(?:bản|giấy|đơn|tờ|bộ|ảnh|phí|lệ phí|khoản|bước)\b"
    r"|\bphải\s+(?:nộp|mang|đem|đóng|trả|xuất trình|có xác nhận|xin xác nhận|qua)\b"
    r"|\b(?:cần|yêu cầu|phải)\s+(?:có\s+)?(?:xác nhận|bản sao|photo|phô tô|công chứng|giấy|sổ|đơn)\b"
    r"(?![^.;]{0,40}\bthì\b)"
    r"|\bmang\s+(?:theo\s+)?\d+\s+(?:ảnh|bản|tờ|bộ)\b|\bcó xác nhận\b[^.;]{0,30}\bmới\b"
    r"|\bthu\s+(?:phí|lệ phí|tiền)\b|\bđóng góp\b|\b(?:nộp|đóng)\s+quỹ\b|\b\d{1,4}\s?k\b"
    r"|\b(?:người|hộ|ai|dân)\b[^.;]{0,25}\bkhông (?:được )?(?:tiếp )?nhận\b"
    r"|\bkhông (?:tiếp )?nhận hồ sơ (?:của|cho|đối với)\b|\btừ chối\b|\bcòn nợ\b|\bđang nợ\b"
    r"|\b(?:trả|có|nhận) kết quả (?:sau|trong)\b[^.;]{0,20}\b(?:ngày|giờ|tháng)\b"
    r"|\bsau\s+\d+\s+(?:ngày|giờ|tháng|tuần)\b[^.;]{0,30}\bkết quả\b"
    r"|\b(?:trả|lấy|xong)\s+sau\s+\d+\s+(?:ngày|giờ|tháng|tuần)\b"
    rf"|\b(?:{WORDS}|trăm)\s+(?:nghìn|ngàn|triệu)\b"
    r"|(?<!\d\.)\b\d[\d.]*+\s*+(?:đồng|đ|nghìn)\b",
    re.IGNORECASE,
)
DENIED = re.compile(r"không\s+(?:\S+\s+){0,2}$", re.IGNORECASE)


def check(entry: Entry, context: ValidationContext) -> Iterator[Finding]:
    """A local note that asks for a paper, a step or money."""
    note = entry.record.local_note or ""
    for asked in ADDS.finditer(note):
        if not DENIED.search(note[: asked.start()]):
            yield Finding(
                ("ghi_chu_dia_phuong",),
                f"ghi chú của địa phương đặt thêm yêu cầu (“{asked[0]}”)",
                "Xóa câu này: huyện, xã không được thêm giấy tờ, bước hay khoản thu.",
            )
            return
