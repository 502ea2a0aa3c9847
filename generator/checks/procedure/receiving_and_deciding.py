"""Nơi nhận hồ sơ chép từ cơ quan có thẩm quyền.

Nơi nhận hồ sơ và cơ quan quyết định là hai điều khác nhau (theo NĐ 118/2025/NĐ-CP): người dân nộp ở Bộ phận Một cửa,
có khi của xã khác, còn cơ quan có thẩm quyền mới ký. Hai khóa giống hệt nhau thường là chép cho đủ. Ghi địa điểm mà
người dân tới được.

Sai:
    co_quan_co_tham_quyen: UBND cấp xã
    dia_chi_tiep_nhan_ho_so: UBND cấp xã
Đúng:
    co_quan_co_tham_quyen: UBND cấp xã
    dia_chi_tiep_nhan_ho_so: Bộ phận Một cửa UBND xã, thị trấn
"""

import re
from collections.abc import Iterator

from generator.checks._engine.context import ValidationContext
from generator.checks._engine.rule import Finding
from generator.loading.entry import Entry
from generator.problem import WARNING
from generator.text.repeats import bare

ID = "TT-066"
SEVERITY = WARNING
LAW = "theo NĐ 118/2025"
CONFIDENCE = "S"
CHECKS = ("M05",)
KINDS = ("procedure",)
NO_PLACE = re.compile(
    r"(?:UBND|ủy ban nhân dân|uỷ ban nhân dân|chủ tịch|bộ trưởng|giám đốc|thủ trưởng)\b", re.IGNORECASE
)  # who signs


def check(entry: Entry, context: ValidationContext) -> Iterator[Finding]:
    """The same words as in the field of an agency, naming who signs rather than a place."""
    record = entry.record
    receiving = bare(record.receiving_place or "")
    agencies = {bare(agency) for agency in (record.deciding_agency, record.executing_agency) if agency}
    if receiving in agencies and NO_PLACE.match(receiving):
        yield Finding(
            ("dia_chi_tiep_nhan_ho_so",),
            "nơi tiếp nhận ghi y như cơ quan thực hiện, cơ quan có thẩm quyền",
            "Ghi nơi người dân mang hồ sơ tới, ví dụ: Bộ phận Một cửa UBND xã.",
        )
