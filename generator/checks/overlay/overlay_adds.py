"""Lời của lớp địa phương đòi thêm giấy tờ, bước hay tiền.

Ghi chú, quầy, nơi nộp tiền của xã chỉ để người dân dễ tìm. Câu đòi thêm giấy tờ, thêm bước hay nêu khoản thu là đặt
thêm thủ tục, điều mà huyện, xã không được làm (NĐ 63/2010/NĐ-CP Điều 13, Điều 18 khoản 6). Xóa câu ấy.

Sai: `ghi_chu: Nộp thêm 01 bản sao căn cước.`
Đúng: `ghi_chu: Nên đến vào buổi chiều, ít phải chờ.`
"""

import re
from collections.abc import Iterator

from generator.checks._engine.context import ValidationContext
from generator.checks._engine.rule import Finding
from generator.checks.procedure.local_overlay import ADDS, DENIED
from generator.loading.entry import Entry
from generator.problem import ERROR
from generator.schema.overlay import Overlay
from generator.schema.record import specs

ID = "TT-141"
SEVERITY = ERROR
SUPPRESSIBLE = False
LAW = "NĐ 63/2010 Đ13, Đ18 k6"
CONFIDENCE = "V"
CHECKS = ("L08",)
KINDS = ("overlay",)
# an overlay must not mention papers or steps; returning a paper ("giấy hẹn") or naming the dossier is no demand
PAPER = re.compile(
    r"\b(?:nộp|mang|đem|cầm|kèm|xuất trình|bổ sung|cung cấp|phô tô|photo)(?:\s+(?:theo|kèm))?\s+"
    r"(?:(?:\d+|một|hai|ba|đủ|các|cả)\s+)?"
    r"(?:bản (?:sao|chính)|giấy(?!\s+(?:tờ|hẹn|biên nhận))|sổ\b|ảnh\b|hộ khẩu|căn cước|cccd|chứng minh|xác nhận)"
    r"|\bxác nhận trước\b|\bchỉ (?:tiếp )?nhận hồ sơ (?:của|cho)\b|\b\d{1,4} ?k\b|\b\d[\d.]*+ ?(?:vnđ|vnd)\b"
    r"|\b(?:trả|có|nhận) kết quả (?:sau|trong) (?:một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười) (?:ngày|giờ|tuần)\b"
    r"|\b(?:cần|phải|có|xin)\s+(?:có\s+|xin\s+)?(?:chữ ký|xác nhận|ý kiến|đồng ý)\b",
    re.IGNORECASE,
)
FREE = re.compile(r"\b(?:miễn phí|không (?:thu|mất) (?:phí|lệ phí|tiền)|0 đồng)(?!\w)", re.IGNORECASE)
LOCAL_FACTS = {"dia_chi", "quay", "gio_tiep_nhan", "dien_thoai", "chuc_vu_can_bo", "noi_nop_tien", "ghi_chu"}


def check(entry: Entry, context: ValidationContext) -> Iterator[Finding]:
    """The first demand in each of the overlay's texts."""
    for spec in specs(Overlay):
        note = getattr(entry.record, spec.name) or "" if spec.key in LOCAL_FACTS else ""
        free = FREE.finditer(note) if spec.key == "noi_nop_tien" else ()
        for asked in (*ADDS.finditer(note), *PAPER.finditer(note), *free):
            if not DENIED.search(note[: asked.start()]):
                yield Finding(
                    (spec.key,),
                    f"lớp địa phương đặt thêm yêu cầu (“{asked[0]}”)",
                    "Xóa câu này: huyện, xã không được thêm giấy tờ, bước hay khoản thu.",
                )
                break
