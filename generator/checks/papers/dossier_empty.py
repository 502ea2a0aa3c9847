"""Hồ sơ không có giấy tờ nào.

Thành phần hồ sơ phải kể ra ít nhất một giấy tờ, và mỗi trường hợp phải có giấy tờ riêng (NĐ 63/2010/NĐ-CP Điều 8 khoản
2 điểm d; Điều 20 khoản 4: hướng dẫn hồ sơ đầy đủ để dân khỏi đi lại). Kể tên giấy, nộp hay xuất trình, mấy bản.

Sai:
    thanh_phan_ho_so:
      so_bo: 1
Đúng:
    thanh_phan_ho_so:
      so_bo: 1
      giay_to_chung:
        - ten_giay_to: Tờ khai đăng ký khai sinh
          nop_hay_xuat_trinh: nộp
          ban_chinh: 1
          ban_sao: 0
"""

from collections.abc import Iterator

from generator.checks._engine.context import ValidationContext
from generator.checks._engine.rule import Finding
from generator.loading.entry import Entry
from generator.problem import ERROR
from generator.schema.lifecycle import is_tombstone
from generator.text.audience import field

ID = "TT-023"
SEVERITY = ERROR
LAW = "NĐ 63/2010 Đ8 k2 d"
CONFIDENCE = "V"
SUPPRESSIBLE = False
CHECKS = ("L01", "L16")
KINDS = ("procedure",)
COMPARES = ("thanh_phan_ho_so",)


def check(entry: Entry, context: ValidationContext) -> Iterator[Finding]:
    """No papers at all, or a case without papers although nothing is common."""
    dossier = entry.record.dossier
    if dossier is None or is_tombstone(entry.record, context.as_of):
        return
    if not dossier.papers and not any(case.papers for case in dossier.cases):
        message = "giấy tờ còn viết thành câu, chưa tách" if dossier.source_text else "chưa kể giấy tờ nào"
        yield Finding(
            ("thanh_phan_ho_so",), message, f"Ghi giấy tờ ai cũng cần vào {field('giay_to_chung')}, mỗi giấy một mục."
        )
        return
    for index, case in enumerate(dossier.cases):
        if not case.papers and not dossier.papers:
            yield Finding(
                ("thanh_phan_ho_so", "truong_hop", index),
                f"trường hợp “{case.name}” chưa có giấy tờ nào",
                "Ghi giấy tờ của trường hợp này.",
            )
