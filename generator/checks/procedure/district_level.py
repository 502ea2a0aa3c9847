"""Ghi cấp huyện sau khi cấp huyện không còn.

Từ 01/07/2025 không còn cấp huyện (theo Luật Tổ chức chính quyền địa phương 2025). Trang của hôm nay mà bảo người dân
đến UBND huyện là chỉ nhầm đường. Việc của huyện trước đây nay do xã hay tỉnh làm: xem văn bản phân định thẩm quyền rồi
ghi lại, hoặc soạn bản sửa đổi áp dụng từ ngày ấy (tthc new version, tthc amend). Trang và bản sửa đổi của trước ngày ấy
thì để nguyên; câu kể chuyện cũ (“trước đây”, “không còn”) cũng vậy.

Sai: `co_quan_co_tham_quyen: Chủ tịch UBND cấp huyện`   (trang có as_of 2026-01-01)
Đúng: `co_quan_co_tham_quyen: Chủ tịch UBND cấp xã`
"""

import re
from collections.abc import Iterator
from typing import Any

from generator.checks._engine.context import ValidationContext
from generator.checks._engine.levels import levels_of
from generator.checks._engine.rule import Finding
from generator.checks._engine.traversal import more_texts
from generator.loading.entry import Entry
from generator.problem import WARNING
from generator.schema.guide import Guide
from generator.schema.lifecycle import state_of
from generator.schema.unit_kinds import NO_DISTRICTS

ID = "TT-258"
SEVERITY = WARNING
SCOPE = "content"
LAW = "theo Luật Tổ chức chính quyền địa phương 2025"
CONFIDENCE = "M"
CHECKS = ("M05",)
KINDS = ("procedure", "guide")
PAST = re.compile(r"\b(?:trước đây|thay cho|cũ|thay vì|không (?:còn|phải|có))\b", re.IGNORECASE)
# where somebody is sent, not a level that something is of (“quy hoạch sử dụng đất cấp huyện”)
DISTRICT = re.compile(
    r"\b(?:tại|lên|đến|ở|về|cho|với|trong|gửi|nộp|báo|hỏi|xin|ubnd|[uủ][ỷy] ban nhân dân|công an|tư pháp|viện|một cửa)"
    r"(?: cấp| quận,| quận hoặc| xã,| xã hoặc)? (?:huyện|quận|thị xã)\b(?! đảo| nhất)",
    re.IGNORECASE,
)
NAMED = re.compile(r"\bhuyện\b(?! đảo)", re.IGNORECASE)  # in a popular name, which says what to do there


def facts(entry: Entry) -> list[list[Any]]:
    """The paths of the parts that name the district level: bodies, and texts that send people there."""
    record = entry.full_record
    if isinstance(record, Guide):
        texts = [(("buoc", at, "noi_dung"), step.text or "") for at, step in enumerate(record.steps)]
        return [list(path) for path, text in texts if _names_a_district(text)]
    named = {
        "co_quan_thuc_hien": record.executing_agency,
        "co_quan_co_tham_quyen": record.deciding_agency,
        "dia_chi_tiep_nhan_ho_so": record.receiving_place,
        "co_quan_duoc_uy_quyen": record.delegated_agency,
    }
    bodies = [[key] for key, text in named.items() if text and "cấp huyện" in levels_of(text) and not PAST.search(text)]
    names = [["ten_thuong_goi", at] for at, name in enumerate(record.popular_names) if NAMED.search(name)]
    return bodies + names + [list(path) for path, text in more_texts(record) if _names_a_district(text)]


def _names_a_district(text: str) -> bool:
    """True if a sentence of `text` names a district, and not as what was."""
    if not ("huyện" in text or "quận" in text or "thị xã" in text) or not DISTRICT.search(
        text
    ):  # a quick look: most texts have none
        return False
    sentences = re.split(r"[.;\n]", text)
    return any(DISTRICT.search(sentence) and not PAST.search(sentence) for sentence in sentences)


def check(entry: Entry, context: ValidationContext) -> Iterator[Finding]:
    """Levels, agencies and texts of a record that is current after the last day of the districts."""
    record, written = entry.record, context.content_date_for(entry)
    if not written or written < NO_DISTRICTS:
        return
    if isinstance(record, Guide):
        levels = []
    elif state_of(record, context.as_of) == "in_force":
        levels = record.levels
    else:
        return
    hint = "Ghi cơ quan làm việc ấy từ 01/07/2025."
    if "cấp huyện" in levels:
        yield Finding(("cap_thuc_hien", levels.index("cấp huyện")), "không còn cấp huyện từ 01/07/2025", hint)
    for path in entry.facts.get(ID) or ():
        yield Finding(tuple(path), "không còn cấp huyện từ 01/07/2025", hint)
