"""Rà soát đến bước kiến nghị mà chưa có đề xuất.

Đã kiến nghị thì phải có đề xuất (giữ, sửa, gộp, bỏ) kèm lý do; gộp thì phải nói gộp với thủ tục nào; đã duyệt thì phải
có văn bản phê duyệt trong sổ. Thiếu thì người dân thấy “đã xong” mà không biết xong điều gì (Kế hoạch 2023 mục II.2;
TT 02/2017/TT-VPCP).

Sai: `trang_thai: đã kiến nghị` mà không có `de_xuat`
Đúng: `de_xuat: sửa đổi, bổ sung` và `noi_dung_de_xuat: …`
"""

from collections.abc import Iterator

from generator.checks._engine.context import ValidationContext
from generator.checks._engine.rule import Finding
from generator.loading.entry import Entry
from generator.problem import ERROR
from generator.text.audience import field

ID = "TT-126"
SEVERITY = ERROR
SUPPRESSIBLE = False
KINDS = ("review",)
COMPARES = ("de_xuat", "noi_dung_de_xuat", "gop_voi")


def check(entry: Entry, context: ValidationContext) -> Iterator[Finding]:
    """What each state calls for."""
    record = entry.record
    for at, step in enumerate(record.progress):
        if step.state == "đã kiến nghị" and not (record.proposal and record.content):
            yield Finding(
                ("tien_do", at, "trang_thai"),
                "đã kiến nghị mà chưa ghi đề xuất và lý do",
                f"Thêm {field('de_xuat')} và {field('noi_dung_de_xuat')}.",
            )
        if step.state == "đã duyệt" and not step.document and not record.sample:
            yield Finding(
                ("tien_do", at, "trang_thai"),
                "đã duyệt mà chưa ghi văn bản phê duyệt",
                f"Thêm văn bản vào documents/ rồi ghi {field('van_ban')}.",
            )
    if record.proposal == "gộp với thủ tục khác" and not record.merge_with and not record.sample:
        yield Finding(("de_xuat",), "chưa ghi gộp với thủ tục nào", f"Thêm {field('gop_voi')}: mã các thủ tục.")
