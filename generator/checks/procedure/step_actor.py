"""Bước chưa rõ ai làm.

Trình tự là thứ tự các bước của *người làm thủ tục* và của *cơ quan* (NĐ 63/2010/NĐ-CP Điều 3 khoản 2). Bước không có
người làm thì người dân không biết mình phải làm gì, chờ ai. Ghi `người nộp` hoặc `cơ quan`; một bước có cả hai bên thì
tách làm hai.

Sai:
    - nguoi_thuc_hien: chưa rõ
      noi_dung: Tiếp nhận hồ sơ.
Đúng:
    - nguoi_thuc_hien: cơ quan
      noi_dung: Tiếp nhận hồ sơ và ghi giấy hẹn.
"""

from collections.abc import Iterator

from generator.checks._engine.context import ValidationContext
from generator.checks._engine.rule import Finding
from generator.loading.store import Entry
from generator.problem import ERROR
from generator.schema.values import UNKNOWN

ID = "TT-043"
SEVERITY = ERROR
LAW = "NĐ 63/2010 Đ3 k2"
CONFIDENCE = "V"
CHECKS = ("L04",)
KINDS = ("procedure",)


def check(entry: Entry, context: ValidationContext) -> Iterator[Finding]:
    """An actor that is left open (one that is absent is TT-020's)."""
    for index, step in enumerate(entry.record.steps):
        if step.actor == UNKNOWN:
            yield Finding(
                ("trinh_tu_thuc_hien", index, "nguoi_thuc_hien"),
                f"bước {index + 1} chưa rõ ai làm",
                "Ghi “người nộp” hoặc “cơ quan”.",
                open=True,
            )
