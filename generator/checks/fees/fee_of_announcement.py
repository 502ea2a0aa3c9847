"""Phí dẫn tới chính quyết định công bố.

Quyết định công bố chỉ kể lại, không đặt ra mức thu; dẫn tới nó là đi vòng. Ghi nghị quyết, thông tư đặt ra mức thu.

Sai: `ly_do: Theo Quyết định 1872/QĐ-BTP`
Đúng: `ly_do: Nghị quyết 08/2022/NQ-HĐND`
"""

from collections.abc import Iterator

from generator.checks._engine.context import ValidationContext
from generator.checks._engine.rule import Finding
from generator.checks._engine.traversal import fees
from generator.loading.entry import Entry
from generator.problem import WARNING

ID = "TT-252"
SEVERITY = WARNING
LAW = "NĐ 63/2010 Đ8 k2 i"
CONFIDENCE = "V"
CHECKS = ("L09",)
KINDS = ("procedure",)


def check(entry: Entry, context: ValidationContext) -> Iterator[Finding]:
    """The reason of a fee names the announcing decision."""
    decision = entry.record.decision
    number = (decision.number or "").strip() if decision else ""
    if "/" not in number:
        return
    for path, fee in fees(entry.record):
        if number in (fee.reason or fee.source_text or ""):
            key = "ly_do" if fee.reason else "nguyen_van"
            yield Finding(
                (*path, key), f"mức thu dẫn tới chính quyết định công bố {number}", "Ghi văn bản đặt ra mức thu."
            )
