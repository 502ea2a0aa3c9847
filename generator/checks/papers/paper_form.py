"""Giấy tờ theo mẫu mà thủ tục nói không có mẫu.

Giấy tờ tên “Đơn … (theo mẫu)”, “Tờ khai …” nghĩa là có mẫu; phần `bieu_mau` ghi `không` thì người dân không biết lấy
mẫu ở đâu (NĐ 63/2010/NĐ-CP Điều 8 khoản 2 điểm i). Kể mẫu ấy ở `bieu_mau`, rồi ghi tên mẫu ở khóa `bieu_mau` của giấy
tờ.

Sai:
    bieu_mau: không
    # … và trong giấy tờ:
    - ten_giay_to: Đơn đề nghị theo mẫu số 01
Đúng:
    bieu_mau:
      - ten: Đơn đề nghị
        so_hieu: Mẫu số 01
"""

import re
from collections.abc import Iterator

from generator.checks._engine.context import ValidationContext
from generator.checks._engine.rule import Finding
from generator.checks._engine.traversal import papers
from generator.loading.entry import Entry
from generator.problem import ERROR, WARNING
from generator.schema.values import NONE
from generator.text.audience import field

ID = "TT-078"
SEVERITY = ERROR
LAW = "NĐ 63/2010 Đ8 k2 i"
CONFIDENCE = "V"
CHECKS = ("L03",)
KINDS = ("procedure",)
BY_FORM = re.compile(r"\b(?:theo|bằng)\s+(?:biểu\s+)?mẫu\b|\bmẫu\s+(?:số\s*)?[\dA-Z]{1,6}\b|\(mẫu\b", re.IGNORECASE)
LIKELY = re.compile(r"^\W*(?:tờ khai|phiếu (?:khai|đăng ký))\b", re.IGNORECASE)
NO_FORM = re.compile(r"không (?:có |cần |theo )?mẫu|tự viết", re.IGNORECASE)


def check(entry: Entry, context: ValidationContext) -> Iterator[Finding]:
    """Papers that name a form (error) or are usually one (warning) while the forms say “không”."""
    if entry.record.forms != NONE:
        return
    for path, paper in papers(entry.record):
        description = f"{paper.name or ''} {paper.note or ''}"
        if NO_FORM.search(description):
            continue
        named = BY_FORM.search(description)
        if named or LIKELY.search(paper.name or ""):
            yield Finding(
                (*path, "ten_giay_to"),
                f"giấy tờ theo mẫu nhưng {field('bieu_mau')} ghi “không”",
                f"Kể mẫu ở {field('bieu_mau')}, hoặc bỏ chữ “theo mẫu”.",
                severity=None if named else WARNING,
            )
