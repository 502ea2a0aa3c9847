"""Quyết định công bố do văn phòng ký.

Công bố thủ tục là việc của Bộ trưởng, Thủ trưởng cơ quan ngang Bộ, Chủ tịch UBND cấp tỉnh (NĐ 63/2010/NĐ-CP Điều 13);
văn phòng chỉ trình. Số có đuôi QĐ-VP thường là quyết định khác bị chép nhầm. Đối chiếu với bản quyết định.

Sai: `so: 2252/QĐ-VP`
Đúng: `so: 2252/QĐ-UBND`
"""

import re
from collections.abc import Iterator

from generator.checks._engine.context import ValidationContext
from generator.checks._engine.rule import Finding
from generator.loading.entry import Entry
from generator.problem import WARNING

ID = "TT-244"
SEVERITY = WARNING
LAW = "NĐ 63/2010 Đ13"
CONFIDENCE = "V"
CHECKS = ("L08",)
KINDS = ("procedure",)

OFFICE = re.compile(r"/\s*QĐ-(?:VP(?:UB(?:ND)?|CT)?\b(?!CP)|(?:TT|TRUNG ?TÂM )(?:PV)?HCC\b)", re.IGNORECASE)


def check(entry: Entry, context: ValidationContext) -> Iterator[Finding]:
    """The suffix of the number is an office's."""
    decision = entry.record.decision
    if decision and OFFICE.search(decision.number or ""):
        yield Finding(
            ("quyet_dinh_cong_bo", "so"),
            f"“{decision.number}” là số của văn phòng, không có thẩm quyền công bố",
            "Tìm quyết định của Bộ trưởng hoặc Chủ tịch UBND cấp tỉnh.",
        )
