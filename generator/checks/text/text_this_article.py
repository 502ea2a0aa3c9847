"""“Điều này”, “Nghị định này” trong lời văn của thủ tục.

Câu chép từ văn bản còn giữ “khoản 2 Điều này” thì ra ngoài văn bản ấy không ai biết là điều nào. Ghi rõ: “khoản 2
Điều 9 Nghị định 123/2015/NĐ-CP”, hoặc nói thẳng nội dung.

Sai: `noi_dung: Kiểm tra hồ sơ theo khoản 2 Điều này.`
Đúng: `noi_dung: Kiểm tra hồ sơ có đủ giấy tờ kể ở trên.`
"""

import re
from collections.abc import Iterator

from generator.checks._engine.context import ValidationContext
from generator.checks._engine.rule import Finding
from generator.loading.entry import Entry
from generator.problem import WARNING

ID = "TT-248"
SEVERITY = WARNING
LAW = "NĐ 63/2010 Đ8 k1"
CONFIDENCE = "V"
CHECKS = ("L04",)
KINDS = ("procedure",)

THIS = re.compile(
    r"(?:^|(?:khoản|điểm|quy định (?:tại|của)|theo) )[^.;\n]{0,30}\b(?:điều|khoản|nghị định|thông tư|liên tịch|luật"
    r"|quyết định|nghị quyết|pháp lệnh) này\b"
    r"|(?:quy định (?:tại|ở|của)|theo) (?:điểm|mục|chương|phần|phụ lục)(?: \w{1,4})? này\b",
    re.IGNORECASE,
)
OF_EDITORS = ("doi_chieu", "ghi_chu_nguon")  # what the record says of its sources


def check(entry: Entry, context: ValidationContext) -> Iterator[Finding]:
    """A reference to the document the text was taken from, in any text of the procedure."""
    if "này" not in entry.joined_texts.lower():  # few say it at all
        return
    for path, _, text in entry.texts:
        if path[0] not in OF_EDITORS and (found := THIS.search(text)):
            yield Finding(
                path, f"“{found[0]}” không rõ là của văn bản nào", "Ghi số ký hiệu văn bản, hoặc nói thẳng nội dung."
            )
