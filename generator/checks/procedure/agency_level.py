"""Cơ quan không hợp với cấp thực hiện.

Thủ tục ghi `cấp xã` mà cơ quan thực hiện là Sở, hoặc cơ quan quyết định là UBND huyện: người dân không biết việc của
mình ai làm, danh mục của xã lại kể thừa hoặc thiếu (NĐ 63/2010/NĐ-CP Điều 8 khoản 2 điểm g). Cấp thực hiện gồm cả cấp
nhận hồ sơ và cấp giải quyết: xem văn bản rồi sửa một trong hai.

Sai:
    cap_thuc_hien:
      - cấp xã
    co_quan_thuc_hien: Sở Tư pháp
Đúng:
    cap_thuc_hien:
      - cấp tỉnh
    co_quan_thuc_hien: Sở Tư pháp
"""

from collections.abc import Iterator

from generator.checks._engine.context import ValidationContext
from generator.checks._engine.levels import levels_of
from generator.checks._engine.rule import Finding
from generator.loading.entry import Entry
from generator.problem import WARNING
from generator.text.audience import field

ID = "TT-257"
SEVERITY = WARNING
LAW = "NĐ 63/2010 Đ8 k2 g"
CONFIDENCE = "V"
CHECKS = ("L01",)
KINDS = ("procedure",)


def check(entry: Entry, context: ValidationContext) -> Iterator[Finding]:
    """The executing or the deciding agency is of another level than the record's."""
    record = entry.record
    if not record.levels or "ngành dọc" in record.levels:
        return
    for key, text in (
        ("co_quan_thuc_hien", record.executing_agency or ""),
        ("co_quan_co_tham_quyen", record.deciding_agency or ""),
    ):
        levels = levels_of(text)
        if len(levels) == 1 and levels[0] not in record.levels:
            yield Finding(
                (key,),
                f"“{text}” là {levels[0]}, {field('cap_thuc_hien')} ghi {', '.join(record.levels)}",
                f"Thêm “{levels[0]}” vào {field('cap_thuc_hien')}, hoặc sửa tên cơ quan.",
            )
