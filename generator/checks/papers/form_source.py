"""Tệp mẫu đơn không rõ lấy từ đâu.

Mẫu đăng trên CSDL quốc gia có giá trị như mẫu do cơ quan phát (NĐ 63/2010/NĐ-CP Điều 25). Muốn chắc tệp trên trang
đúng là mẫu ấy, mỗi tệp đi kèm mã ở nguồn, mã băm SHA-256 và ngày lấy. Tính mã băm bằng `sha256sum TỆP`.

Sai:
    bieu_mau:
      - ten: Tờ khai thay đổi thông tin cư trú
        tep: ct01.docx
Đúng:
    bieu_mau:
      - ten: Tờ khai thay đổi thông tin cư trú
        tep: ct01.docx
        ma_nguon: CT01
        sha256: 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
        ngay_lay: 2023-11-02
"""

import re
from collections.abc import Iterator

from generator.checks._engine.context import ValidationContext
from generator.checks._engine.rule import Finding
from generator.checks._engine.traversal import forms
from generator.loading.entry import Entry
from generator.problem import ERROR
from generator.text.audience import field

ID = "TT-054"
SEVERITY = ERROR
LAW = "NĐ 63/2010 Đ25"
CONFIDENCE = "V"
CHECKS = ("L09",)
KINDS = ("procedure",)


def check(entry: Entry, context: ValidationContext) -> Iterator[Finding]:
    """A stored file without source code, hash or date; a hash that is none."""
    for index, form in enumerate(forms(entry.record)):
        if not form.file:
            continue
        missing = [
            key
            for key, value in (("ma_nguon", form.source_code), ("sha256", form.sha256), ("ngay_lay", form.fetched))
            if not value
        ]
        if missing:
            yield Finding(
                ("bieu_mau", index, "tep"),
                f"tệp mẫu chưa có {', '.join(map(field, missing))}",
                "Ghi mã ở nguồn, mã băm và ngày lấy tệp.",
            )
        if form.sha256 and not re.fullmatch(r"[0-9a-f]{64}", form.sha256):
            yield Finding(
                ("bieu_mau", index, "sha256"),
                "mã băm phải gồm 64 chữ số 0–9, a–f",
                "Xóa đi, trang soạn tự ghi lại; hoặc chạy sha256sum TỆP rồi chép lại.",
            )
