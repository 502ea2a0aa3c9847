"""Mức thu dưới 1.000 đồng hoặc trên một tỷ đồng.

Không còn khoản phí, lệ phí nào dưới 1.000 đồng; “500” thường là 500 nghìn bị ghi thiếu, “8000000000” là thừa số 0.
Người dân mang thiếu tiền thì đi lại lần nữa. Xem lại văn bản đặt ra mức thu.

Sai: `muc_thu: 500`
Đúng: `muc_thu: 500000`
"""

from collections.abc import Iterator

from generator.checks._engine.context import ValidationContext
from generator.checks._engine.money import money
from generator.checks._engine.rule import Finding
from generator.checks._engine.traversal import fees
from generator.loading.entry import Entry
from generator.problem import WARNING

ID = "TT-254"
SEVERITY = WARNING
LAW = "NĐ 63/2010 Đ8 k2 i"
CONFIDENCE = "V"
CHECKS = ("L09",)
KINDS = ("procedure",)
GIVES_WAY_TO = ("TT-110",)

MIN_AMOUNT, MAX_AMOUNT = 1_000, 1_000_000_000


def check(entry: Entry, context: ValidationContext) -> Iterator[Finding]:
    """An amount between nothing and a thousand đồng, or of more than a thousand million."""
    for path, fee in fees(entry.record):
        if isinstance(fee.amount, int) and 0 < fee.amount < MIN_AMOUNT:
            yield Finding((*path, "muc_thu"), f"{money(fee.amount)} quá nhỏ", "Xem lại: có thể tính bằng nghìn đồng.")
        elif isinstance(fee.amount, int) and fee.amount > MAX_AMOUNT:
            yield Finding((*path, "muc_thu"), f"{money(fee.amount)} quá lớn", "Xem lại: có thể thừa số 0.")
