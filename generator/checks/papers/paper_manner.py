"""Tên giấy tờ nói khác với cách nộp.

Mỗi giấy tờ hoặc là nộp (cơ quan giữ), hoặc là xuất trình (xem rồi trả) (NĐ 63/2010/NĐ-CP Điều 3 khoản 3). Tên hay ghi
chú nói “xuất trình” mà khóa ghi `nộp` thì người dân không biết có lấy lại được giấy không. Sửa một trong hai cho khớp.

Sai:
    - ten_giay_to: Xuất trình hộ chiếu
      nop_hay_xuat_trinh: nộp
Đúng:
    - ten_giay_to: Hộ chiếu
      nop_hay_xuat_trinh: xuất trình
"""

import re
from collections.abc import Iterator

from generator.checks._engine.context import ValidationContext
from generator.checks._engine.rule import Finding
from generator.checks._engine.traversal import papers
from generator.loading.entry import Entry
from generator.problem import WARNING

ID = "TT-046"
SEVERITY = WARNING
LAW = "NĐ 63/2010 Đ3 k3"
CONFIDENCE = "V"
CHECKS = ("L04",)
KINDS = ("procedure",)
SHOW = re.compile(
    r"\W*(?:bản chính\s+)?(?:phải\s+)?(?:xuất trình|để đối chiếu)\b|.*\((?:chỉ )?(?:để )?xuất trình\)", re.IGNORECASE
)
HAND_IN = re.compile(r"\W*(?:phải\s+)?nộp\b|.*\((?:phải )?nộp(?: (?:bản|\d)[^)]{0,100}+)?\)", re.IGNORECASE)


def check(entry: Entry, context: ValidationContext) -> Iterator[Finding]:
    """The paper's name begins with the other manner."""
    for path, paper in papers(entry.record):
        name = paper.name or ""
        if paper.manner == "nộp" and SHOW.match(name) and "nộp" not in name.lower():
            yield Finding(
                (*path, "nop_hay_xuat_trinh"),
                "ghi “nộp” nhưng tên giấy tờ nói “xuất trình”",
                "Ghi “xuất trình”, và để tên giấy tờ thôi.",
            )
        elif paper.manner == "xuất trình" and HAND_IN.match(name) and "trình" not in name.lower():
            yield Finding(
                (*path, "nop_hay_xuat_trinh"),
                "ghi “xuất trình” nhưng tên giấy tờ nói “nộp”",
                "Ghi “nộp”, và để tên giấy tờ thôi.",
            )
