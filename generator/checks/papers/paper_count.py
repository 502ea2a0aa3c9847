"""Giấy tờ 0 bản chính, 0 bản sao.

Giấy tờ nào cũng phải nói nộp mấy bản chính, mấy bản sao (theo NĐ 63/2010/NĐ-CP Điều 8 khoản 2, phần sửa đổi). Cả hai
bằng 0 là chưa điền: người dân không biết có phải mang không. Giấy chỉ xuất trình rồi lấy về thì ghi `ban_chinh: 1`.

Sai:
    - ten_giay_to: Hộ chiếu
      nop_hay_xuat_trinh: xuất trình
      ban_chinh: 0
      ban_sao: 0
Đúng:
    - ten_giay_to: Hộ chiếu
      nop_hay_xuat_trinh: xuất trình
      ban_chinh: 1
      ban_sao: 0
"""

from collections.abc import Iterator

from generator.checks._engine.context import ValidationContext
from generator.checks._engine.rule import Finding
from generator.checks._engine.traversal import papers
from generator.loading.store import Entry
from generator.problem import ERROR

ID = "TT-076"
SEVERITY = ERROR
LAW = "theo NĐ 63/2010 Đ8 k2 (sửa đổi)"
CONFIDENCE = "S"
CHECKS = ("L02",)
KINDS = ("procedure",)


def check(entry: Entry, context: ValidationContext) -> Iterator[Finding]:
    """Both counts are zero."""
    for path, paper in papers(entry.record):
        if paper.originals == 0 and paper.copies == 0:
            yield Finding(
                (*path, "ban_chinh"),
                "0 bản chính và 0 bản sao",
                "Ghi số bản phải nộp; giấy chỉ xuất trình thì ban_chinh: 1.",
                open=True,
            )
