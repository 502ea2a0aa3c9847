"""Toàn trình mà vẫn bắt mang bản gốc tới quầy.

Dịch vụ công toàn trình làm trọn trên mạng, người dân không phải tới cơ quan (theo NĐ 42/2022/NĐ-CP). Giấy tờ phải
`xuất trình` tại quầy thì trái với điều đó. Nếu chỉ người nộp trực tiếp mới phải xuất trình, ghi `chi_khi_truc_tiep:
true`; nếu ai cũng phải, đổi mức độ thành `một phần`.

Sai:
    muc_do_truc_tuyen: toàn trình
    # … và trong giấy tờ:
    - ten_giay_to: Hộ chiếu
      nop_hay_xuat_trinh: xuất trình
Đúng:
    - ten_giay_to: Hộ chiếu
      nop_hay_xuat_trinh: xuất trình
      chi_khi_truc_tiep: true
"""

import re
from collections.abc import Iterator

from generator.checks._engine.context import ValidationContext
from generator.checks._engine.pending import downgrade_if_pending
from generator.checks._engine.rule import Finding
from generator.checks._engine.traversal import papers
from generator.loading.entry import Entry
from generator.problem import ERROR, WARNING
from generator.text.audience import TRUE, field

ID = "TT-093"
SEVERITY = ERROR
LAW = "theo NĐ 42/2022"
CONFIDENCE = "S"
CHECKS = ("W04",)
KINDS = ("procedure",)
BROUGHT = re.compile(
    r"\b(?:mang|đem|đến|tới)\b[^.;]{0,60}\b(?:bản chính|bản gốc)\b[^.;]{0,30}\b(?:đối chiếu|xuất trình)", re.IGNORECASE
)
IN_PERSON = re.compile(r"trực tiếp|hoặc|nếu|khi nộp", re.IGNORECASE)
COMPARES = ("thanh_phan_ho_so",)


def check(entry: Entry, context: ValidationContext) -> Iterator[Finding]:
    """Papers to be shown that are not marked as only for filing in person."""
    record = entry.record
    if record.online_level != "toàn trình":
        return
    for at, step in enumerate(record.steps):
        asked = BROUGHT.search(step.text or "")
        if asked and not IN_PERSON.search(step.text or ""):
            yield Finding(
                ("trinh_tu_thuc_hien", at, "noi_dung"),
                f"thủ tục toàn trình mà bước này bắt người nộp tới nơi (“{asked[0]}”)",
                "Nói rõ chỉ khi nộp trực tiếp, hoặc ghi mức độ “một phần”.",
                severity=WARNING,
            )
    for path, paper in papers(record):
        if paper.manner == "xuất trình" and not paper.in_person_only:
            yield Finding(
                (*path, "nop_hay_xuat_trinh"),
                "thủ tục toàn trình mà giấy này phải xuất trình tại quầy",
                f"Thêm {field('chi_khi_truc_tiep')}: {TRUE} nếu chỉ người nộp trực tiếp phải xuất trình, "
                "hoặc ghi mức độ “một phần”.",
                severity=downgrade_if_pending(record, "muc_do_truc_tuyen", "thanh_phan_ho_so"),
            )
