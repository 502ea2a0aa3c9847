"""Mức độ trực tuyến không khớp với hình thức nộp.

Dịch vụ toàn trình và một phần đều nộp được trên mạng, nên phải có hình thức `trực tuyến`; đã có hình thức ấy thì không
thể là “chưa trực tuyến” (theo NĐ 42/2022/NĐ-CP). Thêm hình thức nộp còn thiếu, hoặc sửa mức độ.

Sai:
    muc_do_truc_tuyen: toàn trình
    cach_thuc_thuc_hien:
      - hinh_thuc_nop: trực tiếp
Đúng:
    muc_do_truc_tuyen: toàn trình
    cach_thuc_thuc_hien:
      - hinh_thuc_nop: trực tiếp
      - hinh_thuc_nop: trực tuyến
"""

from collections.abc import Iterator

from generator.checks._engine.context import ValidationContext
from generator.checks._engine.pending import downgrade_if_pending
from generator.checks._engine.rule import Finding
from generator.loading.entry import Entry
from generator.problem import ERROR, WARNING
from generator.schema.values import UNKNOWN

ID = "TT-092"
SEVERITY = ERROR
LAW = "theo NĐ 42/2022"
CONFIDENCE = "S"
CHECKS = ("W04",)
KINDS = ("procedure",)
COMPARES = ("cach_thuc_thuc_hien",)


def check(entry: Entry, context: ValidationContext) -> Iterator[Finding]:
    """The level against the channels."""
    record = entry.record
    online = any(channel.kind == "trực tuyến" for channel in record.channels)
    mild = downgrade_if_pending(record, "muc_do_truc_tuyen", "cach_thuc_thuc_hien")
    here = ("muc_do_truc_tuyen",)
    all_named = record.channels and all(channel.kind for channel in record.channels)  # else TT-020
    if record.online_level in {"toàn trình", "một phần"} and all_named and not online:
        yield Finding(
            here,
            f"ghi “{record.online_level}” mà không có hình thức nộp trực tuyến",
            "Thêm hình thức trực tuyến, hoặc ghi “chưa trực tuyến”.",
            severity=mild,
        )
    elif record.online_level == "chưa trực tuyến" and online:
        yield Finding(
            here,
            "ghi “chưa trực tuyến” mà lại có hình thức nộp trực tuyến",
            "Ghi “một phần” hoặc “toàn trình”, hoặc bỏ hình thức trực tuyến.",
            severity=mild,
        )
    elif record.online_level == UNKNOWN:
        yield Finding(
            here, "mức độ trực tuyến còn “chưa rõ”", "Ghi toàn trình, một phần hoặc chưa trực tuyến.", severity=WARNING
        )
