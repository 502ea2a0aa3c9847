"""Phí, mẫu đơn, mẫu kết quả hay điều kiện chưa nói rõ.

Bốn phần này phải nói rõ là có (kèm danh sách) hay “không”; “chưa rõ” hoặc bỏ trống đều chưa đạt (NĐ 63/2010/NĐ-CP Điều
8 khoản 2 điểm i). Trên trang, “không” được in ra thành chữ “Không”, không để trống. Xem văn bản quy định thủ tục: có
thì kể ra, không quy định thì ghi `không`.

Sai: `yeu_cau_dieu_kien: chưa rõ`
Đúng: `yeu_cau_dieu_kien: không`
"""

import re
from collections.abc import Iterator

from generator.checks._engine.context import ValidationContext
from generator.checks._engine.rule import Finding
from generator.checks._engine.traversal import cases
from generator.loading.entry import Entry
from generator.problem import ERROR
from generator.schema.lifecycle import is_tombstone
from generator.schema.values import UNKNOWN
from generator.text.audience import either

ID = "TT-022"
SEVERITY = ERROR
LAW = "NĐ 63/2010 Đ8 k2 i"
CONFIDENCE = "V"
SUPPRESSIBLE = False
CHECKS = ("L03",)
KINDS = ("procedure",)
NOTHING = re.compile(r"\W*(?:không|không có|chưa rõ|không (?:yêu cầu|quy định))\W*", re.IGNORECASE)


def check(entry: Entry, context: ValidationContext) -> Iterator[Finding]:
    """Unknown is an error; a missing fee counts when no channel states its own."""
    record = entry.record
    if is_tombstone(record, context.as_of):
        return
    hint = "Ghi danh sách, hoặc “không” khi văn bản không quy định."
    for value, key, label in (
        (record.fees, "phi_le_phi", "phí, lệ phí"),
        (record.forms, "bieu_mau", "mẫu đơn, tờ khai"),
        (record.conditions, "yeu_cau_dieu_kien", "yêu cầu, điều kiện"),
    ):
        if value == UNKNOWN:
            yield Finding((key,), f"{label} còn “chưa rõ”", hint, open=True)
        for index, item in enumerate(value if isinstance(value, list) else ()):
            said = item if isinstance(item, str) else getattr(item, "name", None) or ""
            if NOTHING.fullmatch(said):
                none = either(f"“{key}: không”", "“không”")
                yield Finding(
                    (key, index), f"danh sách có một mục ghi “{said}”", f"Có thì kể ra, không thì ghi {none}."
                )
    for index, result in enumerate(record.results):
        if result.template == UNKNOWN:
            yield Finding(
                ("ket_qua_thuc_hien", index, "mau_ket_qua"),
                "mẫu kết quả còn “chưa rõ”",
                "Ghi tên mẫu, hoặc “không” khi văn bản không quy định.",
                open=True,
            )
    for path, case in cases(record):
        if case.fees == UNKNOWN:
            yield Finding((*path, "phi_le_phi"), "phí, lệ phí còn “chưa rõ”", hint, open=True)
    some = any(channel.fees is not None for channel in record.channels)
    for index, channel in enumerate(record.channels):
        here = ("cach_thuc_thuc_hien", index)
        if channel.fees == UNKNOWN:
            yield Finding((*here, "phi_le_phi"), "phí, lệ phí còn “chưa rõ”", hint, open=True)
        elif channel.fees is None and record.fees is None and some:
            message = f"hình thức “{channel.kind or index + 1}” chưa nói rõ phí, lệ phí"
            yield Finding(here, message, hint, open=True)
    if record.fees is None and not some:
        yield Finding(("phi_le_phi",), "chưa nói rõ phí, lệ phí", hint, key=True, open=True)
