"""Ghi cấp huyện sau khi cấp huyện không còn.

Từ 01/07/2025 không còn cấp huyện (theo Luật Tổ chức chính quyền địa phương 2025). Trang của hôm nay mà bảo người dân
đến UBND huyện là chỉ nhầm đường. Việc của huyện trước đây nay do xã hay tỉnh làm: xem văn bản phân định thẩm quyền rồi
ghi lại, hoặc soạn bản sửa đổi áp dụng từ ngày ấy (tthc new version, tthc amend). Trang và bản sửa đổi của trước ngày ấy
thì để nguyên.

Sai: `co_quan_co_tham_quyen: Chủ tịch UBND cấp huyện`   (trang có as_of 2026-01-01)
Đúng: `co_quan_co_tham_quyen: Chủ tịch UBND cấp xã`
"""

import re
from collections.abc import Iterator

from generator.checks._engine.context import ValidationContext
from generator.checks._engine.levels import levels_of
from generator.checks._engine.rule import Finding
from generator.loading.store import Entry
from generator.problem import WARNING
from generator.schema.lifecycle import state_of
from generator.schema.unit_kinds import NO_DISTRICTS

ID = "TT-258"
SEVERITY = WARNING
SCOPE = "content"
LAW = "theo Luật Tổ chức chính quyền địa phương 2025"
CONFIDENCE = "M"
CHECKS = ("M05",)
KINDS = ("procedure",)
PAST = re.compile(r"\b(?:trước đây|thay cho|cũ)\b", re.IGNORECASE)


def facts(entry: Entry) -> list[str]:
    """The keys of the parts that name the district level."""
    record = entry.full_record
    named = {
        "co_quan_thuc_hien": record.executing_agency,
        "co_quan_co_tham_quyen": record.deciding_agency,
        "dia_chi_tiep_nhan_ho_so": record.receiving_place,
        "co_quan_duoc_uy_quyen": record.delegated_agency,
    }
    return [key for key, text in named.items() if text and "cấp huyện" in levels_of(text) and not PAST.search(text)]


def check(entry: Entry, context: ValidationContext) -> Iterator[Finding]:
    """Levels and agencies of a record that is current after the last day of the districts."""
    record, written = entry.record, context.content_date_for(entry)
    if not written or written < NO_DISTRICTS or state_of(record, context.as_of) != "in_force":
        return
    hint = "Ghi cơ quan làm việc ấy từ 01/07/2025."
    if "cấp huyện" in record.levels:
        yield Finding(("cap_thuc_hien", record.levels.index("cấp huyện")), "không còn cấp huyện từ 01/07/2025", hint)
    for key in entry.facts.get(ID) or ():
        yield Finding((key,), "không còn cấp huyện từ 01/07/2025", hint)
