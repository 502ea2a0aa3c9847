"""Giấy tờ 0 bản chính, 0 bản sao, hay số bản trái với tên.

Giấy tờ nào cũng phải nói nộp mấy bản chính, mấy bản sao (theo NĐ 63/2010/NĐ-CP Điều 8 khoản 2, phần sửa đổi). Cả hai
bằng 0 là chưa điền: người dân không biết có phải mang không. Giấy chỉ xuất trình rồi lấy về thì ghi `ban_chinh: 1`.
Tên nói “Bản sao …” mà ghi bản chính, hay nói “02 bản sao” mà ghi 1, thì chỉ nhắc.

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

import re
from collections.abc import Iterator

from generator.checks._engine.context import ValidationContext
from generator.checks._engine.plausible import MAX_COPIES
from generator.checks._engine.rule import Finding
from generator.checks._engine.traversal import papers
from generator.loading.entry import Entry
from generator.problem import ERROR, WARNING
from generator.text.audience import field
from generator.text.number_words import ONES

ID = "TT-076"
SEVERITY = ERROR
LAW = "theo NĐ 63/2010 Đ8 k2 (sửa đổi)"
CONFIDENCE = "S"
CHECKS = ("L02",)
KINDS = ("procedure",)
NUMBER = r"(?:(?:0?(\d)|(một|hai|ba|bốn|năm)) )?"
COPY = re.compile(
    rf"(?:[^()]*\()?{NUMBER}(?:bản sao|bản chụp|bản phô ?tô|bản photo(?:copy)?)\b(?!.*\bbản chính\b)", re.IGNORECASE
)
ORIGINAL = re.compile(rf"{NUMBER}bản (?:chính|gốc)\b(?!.*\bbản (?:sao|chụp)\b)", re.IGNORECASE)


def check(entry: Entry, context: ValidationContext) -> Iterator[Finding]:
    """Both counts are zero, or other than the paper's name says."""
    for path, paper in papers(entry.record):
        if paper.originals == 0 and paper.copies == 0:
            yield Finding(
                (*path, "ban_chinh"),
                "0 bản chính và 0 bản sao",
                f"Ghi số bản phải nộp; giấy chỉ xuất trình thì {field('ban_chinh')}: 1.",
                open=True,
            )
            continue
        name, originals, copies = paper.name or "", paper.originals or 0, paper.copies or 0
        for pattern, key, count, other in (
            (COPY, "ban_sao", copies, originals),
            (ORIGINAL, "ban_chinh", originals, copies),
        ):
            stated = pattern.match(name)
            number = (int(stated[1] or 0) or ONES.index((stated[2] or ONES[0]).lower())) if stated else 0
            if stated and (count == 0 < other or number and 0 < count != number):
                said = stated[0].rpartition("(")[2]
                yield Finding(
                    (*path, key),
                    f"tên ghi “{said}”, {field(key)} ghi {count}",
                    "Sửa số bản hoặc tên.",
                    severity=WARNING,
                )
        for key, count in (("ban_chinh", originals), ("ban_sao", copies)):
            if count > MAX_COPIES:
                yield Finding((*path, key), f"{count} bản là quá nhiều", "Xem lại số bản.", severity=WARNING)
