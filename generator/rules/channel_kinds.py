"""Hình thức nộp trùng hoặc thiếu.

Có ba hình thức nộp: trực tiếp, bưu chính công ích, trực tuyến; mỗi hình thức một dòng, với thời hạn, phí và ghi chú riêng khi
khác mức chung (theo NĐ 61/2018/NĐ-CP, NĐ 107/2021/NĐ-CP). Hai dòng cùng hình thức thì không biết dòng nào đúng: gộp lại, chỗ
khác nhau đưa vào `truong_hop` của hồ sơ. Không có hình thức trực tiếp thì bị nhắc, vì hầu như thủ tục nào cũng nhận tại quầy.

Sai:
    cach_thuc_thuc_hien:
      - hinh_thuc_nop: trực tiếp
      - hinh_thuc_nop: trực tiếp
Đúng:
    cach_thuc_thuc_hien:
      - hinh_thuc_nop: trực tiếp
      - hinh_thuc_nop: bưu chính
"""

from collections.abc import Iterator

from generator.problem import ERROR, WARNING
from generator.reading.store import Entry
from generator.rules.rule import Finding
from generator.rules.world import World

ID = "TT-064"
SEVERITY = ERROR
LAW = "theo NĐ 61/2018, NĐ 107/2021"
CONFIDENCE = "M"
CHECKS = ("M02",)
KINDS = ("procedure",)


def check(entry: Entry, world: World) -> Iterator[Finding]:
    """A kind of channel twice; no counter at all."""
    seen: set[str] = set()
    for index, channel in enumerate(entry.record.channels):
        if channel.kind and channel.kind in seen:
            yield Finding(("cach_thuc_thuc_hien", index, "hinh_thuc_nop"), f"hình thức “{channel.kind}” đã có ở trên", "Gộp hai dòng; chỗ khác nhau đưa vào truong_hop.")
        if channel.kind:
            seen.add(channel.kind)
    if seen and "trực tiếp" not in seen:
        yield Finding(("cach_thuc_thuc_hien",), "chưa có hình thức trực tiếp", "Thêm nếu nhận được tại quầy.", severity=WARNING)
