"""Trang phản ánh, kiến nghị nói thiếu.

Người phản ánh phải dùng tiếng Việt, nêu rõ nội dung, ghi tên, địa chỉ, số điện thoại (NĐ 20/2008/NĐ-CP Điều 7 khoản
1); trang phải nói đủ những điều ấy, và nói rằng khiếu nại, tố cáo không nhận ở đây mà gửi nơi khác (Kế hoạch 2023 mục
II.7). Thiếu điều nào thì người dân gửi rồi bị trả lại. Thêm câu còn thiếu vào `phan_anh.yeu_cau` hoặc
`phan_anh.khong_nhan`.

Sai:
    yeu_cau:
      - Nêu rõ nội dung.
Đúng:
    yeu_cau:
      - Viết bằng tiếng Việt, nêu rõ nội dung.
      - Ghi tên, địa chỉ, số điện thoại để được trả lời.
"""

from collections.abc import Iterator

from generator.checks._engine.context import ValidationContext
from generator.checks._engine.rule import Finding
from generator.loading.entry import Entry
from generator.problem import ERROR

ID = "TT-068"
SEVERITY = ERROR
LAW = "NĐ 20/2008 Đ7 k1"
CONFIDENCE = "V"
CHECKS = ("P01", "P04")
KINDS = ("site",)
COMPARES = ("phan_anh",)
# what must be said → any of these words says it
MUST_SAY = (
    (
        "yeu_cau",
        "requirements",
        {
            "tiếng Việt": ("tiếng việt",),
            "nội dung rõ ràng": ("nội dung", "nói rõ", "nêu rõ", "trình bày"),
            "tên": ("tên",),
            "địa chỉ": ("địa chỉ", "nơi ở", "nơi cư trú"),
            "điện thoại": ("điện thoại", "số máy", "sđt", "số đt"),
        },
    ),
    ("khong_nhan", "refused", {"khiếu nại": ("khiếu nại",), "tố cáo": ("tố cáo",)}),
)


def check(entry: Entry, context: ValidationContext) -> Iterator[Finding]:
    """Words that the lists must contain."""
    page = entry.record.feedback
    if page is None:
        return
    for key, name, words in MUST_SAY:
        listed = " ".join(getattr(page, name)).lower()
        missing = [name for name, ways in words.items() if not any(way in listed for way in ways)]
        if listed and missing:
            yield Finding(("phan_anh", key), f"chưa nói tới: {', '.join(missing)}", "Thêm một câu nói rõ.")
