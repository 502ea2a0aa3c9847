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
from generator.checks._engine.traversal import papers
from generator.loading.store import Entry
from generator.problem import WARNING, KeyPath

ID = "TT-248"
SEVERITY = WARNING
LAW = "NĐ 63/2010 Đ8 k1"
CONFIDENCE = "V"
CHECKS = ("L04",)
KINDS = ("procedure",)

THIS = re.compile(
    r"(?:^|(?:khoản|điểm|quy định (?:tại|của)|theo) )[^.;\n]{0,30}\b(?:điều|khoản|nghị định|thông tư|luật"
    r"|quyết định|nghị quyết) này\b",
    re.IGNORECASE,
)


def check(entry: Entry, context: ValidationContext) -> Iterator[Finding]:
    """A reference to the document the text was taken from, in steps, papers and conditions."""
    record = entry.record
    texts: list[tuple[KeyPath, str | None]] = [
        (("trinh_tu_thuc_hien", index, "noi_dung"), step.text) for index, step in enumerate(record.steps)
    ]
    texts += [((*path, "ten_giay_to"), paper.name) for path, paper in papers(record)]
    texts += [(("can_cu_phap_ly", at, "dieu_khoan"), basis.articles) for at, basis in enumerate(record.legal_bases)]
    if isinstance(record.conditions, list):
        texts += [(("yeu_cau_dieu_kien", index), text) for index, text in enumerate(record.conditions)]
    for path, text in texts:
        found = THIS.search(text) if text and "này" in text.lower() else None  # few say it at all
        if found:
            yield Finding(
                path, f"“{found[0]}” không rõ là của văn bản nào", "Ghi số ký hiệu văn bản, hoặc nói thẳng nội dung."
            )
