"""Nơi nhận hồ sơ chép từ cơ quan có thẩm quyền.

Nơi nhận hồ sơ và cơ quan quyết định là hai điều khác nhau (theo NĐ 118/2025/NĐ-CP): người dân nộp ở Bộ phận Một cửa, có khi của
xã khác, còn cơ quan có thẩm quyền mới ký. Hai khóa giống hệt nhau thường là chép cho đủ. Ghi địa điểm mà người dân tới được.

Sai:
    co_quan_co_tham_quyen: UBND cấp xã
    dia_chi_tiep_nhan_ho_so: UBND cấp xã
Đúng:
    co_quan_co_tham_quyen: UBND cấp xã
    dia_chi_tiep_nhan_ho_so: Bộ phận Một cửa UBND xã, thị trấn
"""

from collections.abc import Iterator

from generator.problem import WARNING
from generator.reading.store import Entry
from generator.rules.rule import Finding
from generator.rules.world import World

ID = "TT-066"
SEVERITY = WARNING
LAW = "theo NĐ 118/2025"
CONFIDENCE = "S"
CHECKS = ("M05",)
KINDS = ("procedure",)


def check(entry: Entry, world: World) -> Iterator[Finding]:
    """The same words in both fields."""
    deciding, receiving = entry.record.deciding_agency, entry.record.receiving_place
    if deciding and receiving and deciding.casefold() == receiving.casefold():
        yield Finding(("dia_chi_tiep_nhan_ho_so",), "nơi tiếp nhận ghi y như cơ quan có thẩm quyền", "Ghi nơi người dân mang hồ sơ tới, ví dụ: Bộ phận Một cửa UBND xã.")
