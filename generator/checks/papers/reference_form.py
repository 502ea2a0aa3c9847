"""Giấy tờ dẫn tới mẫu không có.

Khóa `bieu_mau` của một giấy tờ phải là tên của một mẫu kể ở phần “Mẫu đơn, tờ khai” của chính thủ tục
(NĐ 63/2010/NĐ-CP Điều 8 khoản 2 điểm i). Chép đúng tên mẫu, hoặc thêm mẫu vào danh sách.

Sai: `bieu_mau: Tờ khai khai sinh` khi danh sách chỉ có “Tờ khai đăng ký khai sinh”
Đúng: `bieu_mau: Tờ khai đăng ký khai sinh`
"""

from collections.abc import Iterator
from typing import Any

from generator.checks._engine.context import ValidationContext
from generator.checks._engine.rule import Finding
from generator.loading.entry import Entry
from generator.problem import ERROR, KeyPath
from generator.text.audience import field
from generator.text.suggestions import suggest

ID = "TT-035"
SEVERITY = ERROR
LAW = "NĐ 63/2010 Đ8 k2 i"
CONFIDENCE = "V"
CHECKS = ("L03",)
KINDS = ("procedure",)
COMPARES = ("bieu_mau",)


def check(entry: Entry, context: ValidationContext) -> Iterator[Finding]:
    """Every form named by a paper must be listed."""
    record = entry.record
    if record.dossier is None:
        return
    listed = record.forms if isinstance(record.forms, list) else []
    if not record.forms or not all(form.name for form in listed):
        return  # TT-020: what is missing may be the form
    forms = [form.name for form in listed if form.name]
    groups: list[tuple[KeyPath, list[Any]]] = [(("thanh_phan_ho_so", "giay_to_chung"), record.dossier.papers)]
    groups += [
        (("thanh_phan_ho_so", "truong_hop", index, "giay_to"), case.papers)
        for index, case in enumerate(record.dossier.cases)
    ]
    for path, papers in groups:
        for index, paper in enumerate(papers):
            if paper.form and paper.form not in forms:
                yield Finding(
                    (*path, index, "bieu_mau"),
                    f"không có mẫu “{paper.form}” ở phần {field('bieu_mau')}",
                    suggest(paper.form, forms) or f"Thêm mẫu vào phần {field('bieu_mau')}.",
                )
