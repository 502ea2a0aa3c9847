"""Hình thức nộp trùng hoặc thiếu.

Có ba hình thức nộp: trực tiếp, bưu chính công ích, trực tuyến; mỗi hình thức một dòng, với thời hạn, phí và ghi chú
riêng khi khác mức chung (theo NĐ 61/2018/NĐ-CP, NĐ 107/2021/NĐ-CP). Hai dòng cùng hình thức thì không biết dòng nào
đúng: gộp lại, chỗ khác nhau đưa vào `truong_hop` của hồ sơ (dữ liệu quốc gia hay tách dòng theo từng mức phí, nên chỉ
nhắc). Chỉ có bưu chính cũng bị nhắc, vì hầu như thủ tục nào cũng nhận tại quầy hoặc trên mạng.

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

from generator.checks._engine.context import ValidationContext
from generator.checks._engine.rule import Finding
from generator.loading.store import Entry
from generator.problem import WARNING

ID = "TT-064"
SEVERITY = WARNING
LAW = "theo NĐ 61/2018, NĐ 107/2021"
CONFIDENCE = "M"
CHECKS = ("M02",)
KINDS = ("procedure",)
COMPARES = ("cach_thuc_thuc_hien",)


def check(entry: Entry, context: ValidationContext) -> Iterator[Finding]:
    """A kind of channel twice; the post alone."""
    places: dict[str, list[int]] = {}
    for index, channel in enumerate(entry.record.channels):
        if channel.kind:
            places.setdefault(channel.kind, []).append(index)
    kinds = set(places)
    for kind, found in places.items():
        if len(found) > 1:  # once for the kind, however many rows it has
            yield Finding(
                ("cach_thuc_thuc_hien", found[1], "hinh_thuc_nop"),
                f"hình thức “{kind}” có {len(found)} dòng" if len(found) > 2 else f"hình thức “{kind}” đã có ở trên",
                "Gộp các dòng; chỗ khác nhau đưa vào truong_hop.",
            )
    if kinds == {"bưu chính"}:
        yield Finding(
            ("cach_thuc_thuc_hien",), "chỉ có hình thức bưu chính", "Thêm trực tiếp, trực tuyến nếu nhận được."
        )
