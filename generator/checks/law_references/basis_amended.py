"""Căn cứ pháp lý đã được sửa đổi mà không nêu văn bản sửa đổi.

Người dân và cán bộ tra theo căn cứ ghi trên trang (NĐ 63/2010/NĐ-CP Điều 15 khoản 1 điểm b). Văn bản sửa đổi đang có
hiệu lực mà không được nêu thì họ đọc điều khoản cũ: mức tiền, thời hạn, giấy tờ đã đổi. Danh sách văn bản sửa đổi lấy
từ `sua_doi_bo_sung_boi` trong content/laws. Phần sửa đổi không liên quan đến thủ tục thì ghi vào bo_qua_kiem_tra, kèm
lý do.

Sai:
    can_cu_phap_ly:
      - so_ky_hieu: 43/2014/NĐ-CP
Đúng:
    can_cu_phap_ly:
      - so_ky_hieu: 43/2014/NĐ-CP
      - so_ky_hieu: 148/2020/NĐ-CP
"""

from collections.abc import Iterator

from generator.checks._engine.context import ValidationContext
from generator.checks._engine.rule import Finding
from generator.loading.entry import Entry
from generator.problem import WARNING
from generator.schema.law import Law
from generator.schema.lifecycle import law_ended, law_in_force, state_of
from generator.text.audience import field

ID = "TT-220"
SEVERITY = WARNING
SCOPE = "content"
LAW = "NĐ 63/2010 Đ15 k1"
CONFIDENCE = "V"
CHECKS = ("L05",)
KINDS = ("procedure",)


def check(entry: Entry, context: ValidationContext) -> Iterator[Finding]:
    """Bases with an amendment in force on the site's day that the record does not cite; one finding a base."""
    record = entry.record
    if state_of(record, context.as_of) != "in_force":
        return
    cited = {basis.number for basis in record.legal_bases}
    for index, basis in enumerate(record.legal_bases):
        base = _record(context, basis.number)
        if base is None or law_ended(base, context.as_of):
            continue
        missing = [
            number
            for number in base.amended_by
            if number not in cited and (amending := _record(context, number)) and law_in_force(amending, context.as_of)
        ]
        if missing:
            cited.update(missing)  # an amendment of several bases is reported at the first
            yield Finding(
                ("can_cu_phap_ly", index, "so_ky_hieu"),
                f"{basis.number} đã được sửa đổi bởi {', '.join(missing)}, chưa nêu trong căn cứ",
                f"Thêm vào {field('can_cu_phap_ly')} và xem nội dung có đổi theo không.",
            )


def _record(context: ValidationContext, number: str | None) -> Law | None:
    """The law of that number, if there is one."""
    for entry in context.laws.get(number or "", ()):
        law: Law = entry.record
        return law
    return None
