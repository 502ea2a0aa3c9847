"""Không có thời hạn giải quyết.

Luật đòi mỗi thủ tục có thời hạn (NĐ 63/2010/NĐ-CP Điều 8 khoản 2 điểm đ); “chưa rõ” không dùng được. Ghi thời hạn
chung `thoi_han_giai_quyet` (số và đơn vị), hoặc ghi riêng cho từng hình thức nộp. Nếu văn bản thật sự không đặt hạn
thì ghi “không quy định”.

Sai: `thoi_han_giai_quyet: chưa rõ`
Đúng:
    thoi_han_giai_quyet:
      so: 3
      don_vi: ngày làm việc
"""

from collections.abc import Iterator

from generator.checks._engine.context import ValidationContext
from generator.checks._engine.rule import Finding
from generator.checks._engine.traversal import cases
from generator.loading.entry import Entry
from generator.problem import ERROR
from generator.schema.lifecycle import is_tombstone
from generator.schema.values import UNKNOWN
from generator.text.audience import field

ID = "TT-021"
SEVERITY = ERROR
LAW = "NĐ 63/2010 Đ8 k2 đ"
CONFIDENCE = "V"
SUPPRESSIBLE = False
CHECKS = ("L01",)
KINDS = ("procedure",)


def check(entry: Entry, context: ValidationContext) -> Iterator[Finding]:
    """A channel without a time limit of its own needs the common one."""
    if is_tombstone(entry.record, context.as_of) or entry.broken("thoi_han_giai_quyet"):
        return
    common = entry.record.time_limit
    hint = f"Ghi {field('so')} và {field('don_vi')}, ví dụ 3 ngày làm việc; “không quy định” nếu văn bản không đặt hạn."
    if common == UNKNOWN:
        yield Finding(("thoi_han_giai_quyet",), "thời hạn giải quyết còn “chưa rõ”", hint, open=True)
    some = any(channel.time_limit is not None for channel in entry.record.channels)
    for index, channel in enumerate(entry.record.channels):
        if channel.time_limit == UNKNOWN:
            yield Finding(
                ("cach_thuc_thuc_hien", index, "thoi_han_giai_quyet"),
                "thời hạn giải quyết còn “chưa rõ”",
                hint,
                open=True,
            )
        elif common is None and channel.time_limit is None and some:
            yield Finding(
                ("cach_thuc_thuc_hien", index),
                f"hình thức “{channel.kind or index + 1}” chưa có thời hạn giải quyết",
                hint,
                open=True,
            )
    for path, case in cases(entry.record):
        if case.time_limit == UNKNOWN:
            yield Finding(
                (*path, "thoi_han_giai_quyet"),
                "thời hạn giải quyết còn “chưa rõ”",
                hint,
                open=True,
            )
    if common is None and not some:
        yield Finding(("thoi_han_giai_quyet",), "chưa có thời hạn giải quyết", hint, key=True, open=True)
