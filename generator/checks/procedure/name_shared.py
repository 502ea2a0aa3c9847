"""Hai thủ tục trùng tên mà không nói khác nhau ở đâu.

Hơn nửa số bản ghi quốc gia trùng tên với bản ghi khác (cấp huyện và cấp xã, có và không có yếu tố nước ngoài). Người
dân thấy hai dòng giống hệt thì không biết chọn dòng nào. Viết ở `phan_biet` một dòng nói khác nhau ở đâu, cho mỗi thủ
tục.

Sai: hai tệp cùng `ten_thu_tuc: Đăng ký kết hôn`, không có `phan_biet`
Đúng: `phan_biet: Dùng khi cả hai là công dân Việt Nam; có người nước ngoài thì làm ở huyện.`
"""

from collections.abc import Iterator

from generator.checks._engine.context import ValidationContext
from generator.checks._engine.rule import Finding
from generator.loading.entry import Entry
from generator.problem import ERROR
from generator.schema.lifecycle import state_of
from generator.text.audience import field
from generator.text.whitespace import normalised_name

ID = "TT-081"
SEVERITY = ERROR
SCOPE = "content"
LAW = "NĐ 63/2010 Đ8 k2 a"
CONFIDENCE = "V"
CHECKS = ("L01",)
KINDS = ("procedure",)


def check(entry: Entry, context: ValidationContext) -> Iterator[Finding]:
    """A name that another code in force has too, without words that tell them apart (or with the same words)."""
    record = entry.record
    if not record.name or state_of(record, context.as_of) == "ended":
        return
    for other in context.procedure_names[normalised_name(record.name)]:
        if other.record.code == record.code or state_of(other.record, context.as_of) == "ended":
            continue
        if not record.distinction or normalised_name(record.distinction) == normalised_name(
            other.record.distinction or ""
        ):
            yield Finding(
                ("ten_thu_tuc",),
                f"trùng tên với {other.record.code} ({other.path})",
                f"Viết {field('phan_biet')}: một dòng nói khác nhau ở đâu.",
                open=True,
            )
            return
