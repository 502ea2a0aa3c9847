"""Nơi nhận, giờ nhận, cơ quan hay số bộ hồ sơ chưa có ở đâu cả.

Năm điều này đơn vị nhận hồ sơ biết một lần cho mọi thủ tục: nơi nhận, giờ nhận (NĐ 63/2010/NĐ-CP Điều 15 khoản 1), cơ
quan thực hiện, cơ quan có thẩm quyền, số bộ hồ sơ. Thủ tục không ghi thì trang lấy theo đơn vị của trang (khóa
`bo_phan_mot_cua` trong tệp đơn vị), nếu đơn vị ấy nhận thủ tục này. Thủ tục của cấp khác, của ngành dọc thì phải ghi ở
thủ tục.

Sai: thủ tục cấp tỉnh trên trang của xã, không ghi `dia_chi_tiep_nhan_ho_so`
Đúng: `dia_chi_tiep_nhan_ho_so: Trung tâm Phục vụ hành chính công tỉnh`
"""

from collections.abc import Iterator
from typing import Any

from generator.checks._engine.context import ValidationContext
from generator.checks._engine.rule import Finding
from generator.checks.procedure.required_part import hint_for, missing
from generator.loading.entry import Entry
from generator.loading.inheritance import known_by_unit, receives
from generator.problem import ERROR
from generator.schema.dossier import Dossier
from generator.schema.lifecycle import is_tombstone
from generator.schema.procedure import Procedure
from generator.schema.record import is_blank, specs

ID = "TT-270"
SEVERITY = ERROR
SCOPE = "content"
LAW = "NĐ 63/2010 Đ8 k2, Đ15 k1"
CONFIDENCE = "V"
SUPPRESSIBLE = False
CHECKS = ("L01", "L02", "L05", "M05")
KINDS = ("procedure",)
PARTS = {("", spec.name): ((spec.key,), spec) for spec in specs(Procedure) if spec.inherited} | {
    ("dossier", spec.name): (("thanh_phan_ho_so", spec.key), spec) for spec in specs(Dossier) if spec.inherited
}


def facts(entry: Entry) -> list[list[str]]:
    """The inheritable parts that the record does not state, as keys of PARTS."""
    record, missing = entry.full_record, []
    for (place, name), (path, _) in PARTS.items():
        owner: Any = getattr(record, place) if place else record
        faulty = any(fault[: len(path)] == path for fault in entry.faulty)
        if owner is not None and is_blank(getattr(owner, name)) and not faulty:
            missing.append([place, name])
    return missing


def check(entry: Entry, context: ValidationContext) -> Iterator[Finding]:
    """Parts that neither the record nor the unit states."""
    absent = entry.facts.get(ID)
    if not absent or is_tombstone(entry.record, context.as_of):
        return
    level, known = known_by_unit(context.store, context.as_of)
    if not receives(entry.record, level):
        known = {}
    for place, name in absent:
        path, spec = PARTS[place, name]
        if name not in known:
            hint = f"{spec.help} {hint_for(spec)}"
            yield Finding(path, missing(spec), hint, spec.law, key=True, open=True)
