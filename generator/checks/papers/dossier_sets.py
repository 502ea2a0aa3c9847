"""Số bộ hồ sơ bằng 0.

Phần hồ sơ phải nói số bộ phải nộp (NĐ 63/2010/NĐ-CP Điều 8 khoản 2, phần sửa đổi). Số 0 nghĩa là chưa điền. Phần lớn
thủ tục là 1 bộ; xem lại quyết định công bố. Số bộ mà Bộ phận Một cửa của đơn vị nhận (`so_bo_ho_so`) cũng vậy.

Sai: `so_bo: 0`
Đúng: `so_bo: 1`
"""

from collections.abc import Iterator

from generator.checks._engine.context import ValidationContext
from generator.checks._engine.plausible import MAX_COPIES
from generator.checks._engine.rule import Finding
from generator.loading.entry import Entry
from generator.problem import ERROR, WARNING

ID = "TT-047"
SEVERITY = ERROR
LAW = "theo NĐ 63/2010 Đ8 k2 (sửa đổi)"
CONFIDENCE = "S"
CHECKS = ("L02",)
KINDS = ("procedure", "unit")


def check(entry: Entry, context: ValidationContext) -> Iterator[Finding]:
    """Zero sets (an absent number is TT-020's), or too many."""
    if entry.kind.name == "unit":
        path, part, key = ("bo_phan_mot_cua",), entry.record.one_stop, "so_bo_ho_so"
    else:
        path, part, key = ("thanh_phan_ho_so",), entry.record.dossier, "so_bo"
    sets = part.sets if part else None
    if sets and sets > MAX_COPIES:
        yield Finding((*path, key), f"{sets} bộ là quá nhiều", "Xem lại số bộ.", severity=WARNING)
    if sets == 0:
        yield Finding((*path, key), "số bộ hồ sơ là 0", "Ghi số bộ phải nộp, thường là 1.")
