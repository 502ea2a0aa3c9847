"""Đơn vị chưa có cán bộ đầu mối.

Trang của cơ quan nêu địa chỉ, điện thoại, thư điện tử của đơn vị và của công chức đầu mối (theo NĐ 42/2022/NĐ-CP). Ghi
chức vụ của người đầu mối; họ tên và số chỉ ghi khi đơn vị cung cấp, chưa có thì ghi `chờ đơn vị bổ sung`.

Sai: bỏ hẳn phần `can_bo_dau_moi`
Đúng:
    can_bo_dau_moi:
      chuc_vu: Công chức Văn phòng – Thống kê
      ho_ten: chờ đơn vị bổ sung
      dien_thoai: chờ đơn vị bổ sung
      thu_dien_tu: chờ đơn vị bổ sung
"""

from collections.abc import Iterator

from generator.checks._engine.active_units import receives
from generator.checks._engine.context import ValidationContext
from generator.checks._engine.rule import Finding
from generator.loading.store import Entry
from generator.problem import WARNING

ID = "TT-063"
SEVERITY = WARNING
SCOPE = "content"
LAW = "theo NĐ 42/2022"
CONFIDENCE = "S"
CHECKS = ("W03",)
KINDS = ("unit",)


def check(entry: Entry, context: ValidationContext) -> Iterator[Finding]:
    """A unit of the site without a focal officer."""
    if receives(entry, context) and entry.record.officer is None:
        yield Finding(
            ("can_bo_dau_moi",),
            "đơn vị chưa có cán bộ đầu mối (can_bo_dau_moi)",
            "Thêm chức vụ, họ tên, điện thoại, thư điện tử.",
            key=True,
        )
