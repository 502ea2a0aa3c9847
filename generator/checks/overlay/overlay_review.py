"""Lớp địa phương cần rà soát.

Lớp địa phương ghi nó được viết cho phiên bản nào của từng phần (`phien_ban`). Phần nào của bản ghi đổi về nội dung (số
giấy tờ, thời hạn, mức phí, cơ quan …, không kể câu chữ) thì đọc lại lời của xã xem còn đúng không, rồi chạy `tthc
overlay --unit … --procedure …` để ghi phiên bản mới. Lớp chưa ghi ngày rà soát hay phiên bản thì chưa ai biết nó còn
đúng không: cũng đọc lại rồi chạy lệnh ấy. Thủ tục phải được công khai đúng với nội dung đang có hiệu lực
(NĐ 63/2010/NĐ-CP Điều 15).

Sai: `ho_so: v0000000`   (bản ghi nay là v1a2b3c4)
Đúng: `ho_so: v1a2b3c4`
"""

from collections.abc import Iterator

from generator.checks._engine.context import ValidationContext
from generator.checks._engine.rule import Finding
from generator.loading.entry import Entry
from generator.loading.overlays.location import unit_of
from generator.loading.overlays.review import parts_to_review
from generator.problem import ERROR, WARNING
from generator.schema.periods import period

ID = "TT-143"
SEVERITY = WARNING
SCOPE = "content"
SUPPRESSIBLE = False
LAW = "NĐ 63/2010 Đ15"
CONFIDENCE = "V"
CHECKS = ("L08",)
KINDS = ("overlay",)


def check(entry: Entry, context: ValidationContext) -> Iterator[Finding]:
    """One finding for each part that changed in substance, or one where nobody has looked yet."""
    code = entry.record.code
    again = f"Đọc lại, rồi chạy tthc overlay --unit {unit_of(entry)} {f'--procedure {code}' if code else ''}".rstrip()
    stated = {"ngay_ra_soat": entry.record.reviewed, "phien_ban": entry.record.base_version}
    missing = [key for key, value in stated.items() if value is None and not entry.reported((key,))]
    if missing:
        said = f"chưa rà soát: thiếu {' và '.join(missing)}"
        yield Finding((missing[0],), said, f"{again}.", key=True, severity=ERROR)
    units = context.units.get(unit_of(entry), ())
    targets = context.procedures.get(code) if code else units
    if not targets or entry.record.base_version is None:
        return
    if not all(period(unit.record.term).holds(context.as_of) for unit in units):
        return  # on such a day of the site the unit is no more, and nobody can look the layer over for it
    for spec in parts_to_review(entry.record, context.full_record(targets[0])):
        yield Finding(
            ("phien_ban", spec.key),
            f"cần rà soát: phần “{spec.label}” của bản ghi đã đổi nội dung từ khi lớp này được viết",
            f"{again}.",
        )
