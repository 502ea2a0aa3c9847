"""Bản sửa đổi của thủ tục đã hết.

Thủ tục đã bị bãi bỏ, bị thay thế hay hết hiệu lực thì không còn gì để sửa đổi (NĐ 63/2010/NĐ-CP Điều 14). Xem lại
ngày; nếu thủ tục được lập
lại thì bản sửa đổi phải bỏ `bai_bo` (ghi ở `bo_phan`) và ghi `hieu_luc` mới.

Sai: bãi bỏ từ 2024-01-01 mà có bản 2025-07-01
Đúng: không có bản nào sau ngày bãi bỏ
"""

from collections.abc import Iterator

from generator.checks._engine.context import ValidationContext
from generator.checks._engine.neighbours import before
from generator.checks._engine.rule import Finding
from generator.loading.entry import Entry
from generator.loading.versions import applied, day_of
from generator.problem import ERROR
from generator.schema.lifecycle import state_of
from generator.text.audience import either, label

ID = "TT-204"
SEVERITY = ERROR
SCOPE = "content"
LAW = "NĐ 63/2010 Đ14"
CONFIDENCE = "V"
SUPPRESSIBLE = False
CHECKS = ("L07",)
KINDS = ("procedure_version",)


def check(entry: Entry, context: ValidationContext) -> Iterator[Finding]:
    """The procedure had ended before the version's day, and the version does not bring it back."""
    earlier, day = before(entry, context), day_of(entry)
    if earlier is None or day is None or state_of(earlier.record, day) != "ended":
        return
    if state_of(applied(earlier, entry).record, day) == "ended":
        again = either(
            "bo_phan: [bai_bo] và hieu_luc", f"{label('bai_bo')} vào {label('bo_phan')}, {label('hieu_luc')}"
        )
        hint = f"Xóa bản này hoặc sửa ngày; thủ tục được lập lại thì ghi {again} mới."
        yield Finding(("ap_dung_tu",), f"trước ngày {day:%d/%m/%Y} thủ tục đã hết hiệu lực", hint)
