"""Số bộ hồ sơ bằng 0.

Phần hồ sơ phải nói số bộ phải nộp (NĐ 63/2010/NĐ-CP Điều 8 khoản 2, phần sửa đổi). Số 0 nghĩa là chưa điền. Phần lớn
thủ tục là 1 bộ; xem lại quyết định công bố.

Sai: `so_bo: 0`
Đúng: `so_bo: 1`
"""

from collections.abc import Iterator

from generator.checks._engine.context import ValidationContext
from generator.checks._engine.plausible import MAX_COPIES
from generator.checks._engine.rule import Finding
from generator.loading.store import Entry
from generator.problem import ERROR, WARNING

ID = "TT-047"
SEVERITY = ERROR
LAW = "theo NĐ 63/2010 Đ8 k2 (sửa đổi)"
CONFIDENCE = "S"
CHECKS = ("L02",)
KINDS = ("procedure",)


def check(entry: Entry, context: ValidationContext) -> Iterator[Finding]:
    """Zero sets (an absent number is TT-020's)."""
    dossier = entry.record.dossier
    if dossier and dossier.sets and dossier.sets > MAX_COPIES:
        yield Finding(
            ("thanh_phan_ho_so", "so_bo"), f"{dossier.sets} bộ là quá nhiều", "Xem lại số bộ.", severity=WARNING
        )
    if dossier and dossier.sets == 0:
        yield Finding(("thanh_phan_ho_so", "so_bo"), "số bộ hồ sơ là 0", "Ghi số bộ phải nộp, thường là 1.")
