"""Phí, mẫu đơn hay điều kiện chưa nói rõ.

Ba phần này phải nói rõ là có (kèm danh sách) hay “không”; “chưa rõ” hoặc bỏ trống đều chưa đạt
(NĐ 63/2010/NĐ-CP Điều 8 khoản 2 điểm i). Trên trang, “không” được in ra thành chữ “Không”.
"""

from collections.abc import Iterator

from generator.model.values import UNKNOWN
from generator.problem import ERROR
from generator.reading.store import Entry
from generator.rules.rule import Finding
from generator.rules.world import World

ID = "TT-022"
SEVERITY = ERROR
LAW = "NĐ 63/2010 Đ8 k2 i"
CONFIDENCE = "V"
KINDS = ("procedure",)


def check(entry: Entry, world: World) -> Iterator[Finding]:
    """Unknown is an error; a missing fee counts when no channel states its own."""
    record = entry.record
    hint = "Ghi danh sách, hoặc “không” khi văn bản không quy định."
    for value, key, label in ((record.fees, "phi_le_phi", "phí, lệ phí"), (record.forms, "bieu_mau", "mẫu đơn, tờ khai"), (record.conditions, "yeu_cau_dieu_kien", "yêu cầu, điều kiện")):
        if value == UNKNOWN:
            yield Finding((key,), f"{label} còn “chưa rõ”", hint)
    for index, channel in enumerate(record.channels):
        path = ("cach_thuc_thuc_hien", index)
        if channel.fees == UNKNOWN:
            yield Finding((*path, "phi_le_phi"), "phí, lệ phí còn “chưa rõ”", hint)
        elif channel.fees is None and record.fees is None:
            yield Finding(path, f"hình thức “{channel.kind}” chưa nói rõ phí, lệ phí", hint)
    if record.fees is None and not record.channels:
        yield Finding(("phi_le_phi",), "chưa nói rõ phí, lệ phí", hint, key=True)
