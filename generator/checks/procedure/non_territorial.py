"""Nói không phụ thuộc địa giới mà nơi nhận lại buộc theo nơi cư trú.

Thủ tục `khong_phu_thuoc_dia_gioi: true` được nộp ở bất kỳ Bộ phận Một cửa nào (Kế hoạch 2023 mục II.5). Nơi nhận ghi
“nơi cư trú”, “nơi thường trú” thì hai chỗ nói khác nhau và người dân vẫn phải về quê nộp. Sửa cờ, hoặc sửa nơi nhận.
Kiểm tra này đoán theo từ ngữ nên chỉ nhắc.

Sai:
    khong_phu_thuoc_dia_gioi: true
    dia_chi_tiep_nhan_ho_so: Bộ phận Một cửa UBND xã nơi cư trú
Đúng:
    khong_phu_thuoc_dia_gioi: true
    dia_chi_tiep_nhan_ho_so: Bộ phận Một cửa UBND bất kỳ xã, thị trấn nào
"""

import re
from collections.abc import Iterator

from generator.checks._engine.context import ValidationContext
from generator.checks._engine.rule import Finding
from generator.loading.store import Entry
from generator.problem import WARNING, KeyPath

ID = "TT-094"
SEVERITY = WARNING
LAW = "Kế hoạch 2023 mục II.5"
CONFIDENCE = "V"
CHECKS = ("M03",)
KINDS = ("procedure",)
BOUND = re.compile(r"\bnơi\s+(?:\S+\s+){0,4}?(?:cư trú|thường trú|tạm trú|đăng ký|có đất|đặt trụ sở)", re.IGNORECASE)
FREE = re.compile(r"bất kỳ|bất kì|không phụ thuộc|không bắt buộc|không kể|mọi nơi|nào cũng", re.IGNORECASE)


def check(entry: Entry, context: ValidationContext) -> Iterator[Finding]:
    """The flag against the words of the receiving place."""
    record = entry.record
    places: list[tuple[KeyPath, str]] = [(("dia_chi_tiep_nhan_ho_so",), record.receiving_place or "")]
    places += [
        (("cach_thuc_thuc_hien", at, "mo_ta"), one.note or "")
        for at, one in enumerate(record.channels)
        if one.kind == "trực tiếp"
    ]
    for path, place in places if record.non_territorial else ():
        bound = BOUND.search(place)
        if not bound or FREE.search(place):
            continue
        yield Finding(
            path,
            f"nơi nhận buộc theo “{bound[0]}” trong khi ghi không phụ thuộc địa giới",
            "Ghi “… bất kỳ xã, phường nào”, hoặc khong_phu_thuoc_dia_gioi: false.",
        )
