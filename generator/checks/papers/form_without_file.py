"""Kể mẫu mà không có tệp để tải.

Người dân cần tải được mẫu ngay tại trang thủ tục (NĐ 63/2010/NĐ-CP Điều 25: mẫu đăng kèm thủ tục có giá trị như mẫu do
cơ quan phát). Tải tệp từ CSDL quốc gia về content/forms/ rồi ghi `tep` cùng mã nguồn, mã băm, ngày lấy. Mỗi hồ sơ chỉ
nhắc một lần.

Sai:
    bieu_mau:
      - ten: Tờ khai đăng ký khai sinh
Đúng:
    bieu_mau:
      - ten: Tờ khai đăng ký khai sinh
        tep: ho-tich/to-khai-khai-sinh.docx
"""

from collections.abc import Iterator

from generator.checks._engine.context import ValidationContext
from generator.checks._engine.rule import Finding
from generator.checks._engine.traversal import forms
from generator.loading.entry import Entry
from generator.problem import WARNING
from generator.text.audience import field

ID = "TT-077"
SEVERITY = WARNING
LAW = "NĐ 63/2010 Đ25"
CONFIDENCE = "V"
CHECKS = ("L09", "L11")
KINDS = ("procedure",)


def check(entry: Entry, context: ValidationContext) -> Iterator[Finding]:
    """One finding a record, at the first form without a file."""
    without = [index for index, form in enumerate(forms(entry.record)) if not form.file]
    if without:
        yield Finding(
            ("bieu_mau", without[0]),
            f"{len(without)} mẫu chưa có tệp để tải",
            f"Thêm {field('tep')}, {field('ma_nguon')}, {field('sha256')}, {field('ngay_lay')}.",
        )
