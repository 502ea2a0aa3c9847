"""Đơn vị chưa có cán bộ đầu mối, hoặc ghi lẫn họ tên với chức vụ.

Trang của cơ quan nêu địa chỉ, điện thoại, thư điện tử của đơn vị và của công chức đầu mối (theo NĐ 42/2022/NĐ-CP). Ghi
chức vụ của người đầu mối; họ tên và số chỉ ghi khi đơn vị cung cấp, chưa có thì ghi `chờ đơn vị bổ sung`. Họ tên ở ô
chức vụ, chức vụ hay số điện thoại ở ô họ tên là đã chép lệch cột; người làm ở Bộ phận Một cửa (`nhan_su`) cũng vậy.

Sai: bỏ hẳn phần `can_bo_dau_moi`
Đúng:
    can_bo_dau_moi:
      chuc_vu: Công chức Văn phòng – Thống kê
      ho_ten: chờ đơn vị bổ sung
      dien_thoai: chờ đơn vị bổ sung
      thu_dien_tu: chờ đơn vị bổ sung
"""

import re
from collections.abc import Iterator

from generator.checks._engine.active_units import receives
from generator.checks._engine.context import ValidationContext
from generator.checks._engine.persons import is_person
from generator.checks._engine.rule import Finding
from generator.loading.entry import Entry
from generator.problem import WARNING, KeyPath
from generator.schema.contact import Officer, Staff
from generator.text.audience import field

ID = "TT-063"
SEVERITY = WARNING
SCOPE = "content"
LAW = "theo NĐ 42/2022"
CONFIDENCE = "S"
CHECKS = ("W03",)
KINDS = ("unit",)
POST = re.compile(
    r"\b(?:công chức|viên chức|cán bộ|chuyên viên|chủ tịch|phó|trưởng phòng|chánh|văn phòng|UBND|tư pháp|@)(?!\w)|@",
    re.IGNORECASE,
)


def check(entry: Entry, context: ValidationContext) -> Iterator[Finding]:
    """A unit of the site without a focal officer; names and posts that changed places."""
    unit = entry.record
    if receives(entry, context) and unit.officer is None:
        yield Finding(
            ("can_bo_dau_moi",),
            f"đơn vị chưa có cán bộ đầu mối ({field('can_bo_dau_moi')})",
            "Thêm chức vụ, họ tên, điện thoại, thư điện tử.",
            key=True,
        )
    people: list[tuple[KeyPath, Officer | Staff]] = [(("can_bo_dau_moi",), unit.officer)] if unit.officer else []
    staff = unit.one_stop.staff if unit.one_stop else ()
    people += [(("bo_phan_mot_cua", "nhan_su", index), one) for index, one in enumerate(staff)]
    for path, person in people:
        if is_person(person.post or ""):
            yield Finding(
                (*path, "chuc_vu"), f"“{person.post}” là họ tên, không phải chức vụ", f"Ghi họ tên ở {field('ho_ten')}."
            )
        if person.name and (POST.search(person.name) or re.search(r"\d", person.name)):
            yield Finding((*path, "ho_ten"), f"“{person.name[:60]}” không phải họ tên", "Xem lại: chép lệch cột?")
