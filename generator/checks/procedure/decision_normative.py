"""Quyết định công bố là văn bản quy phạm.

Quyết định công bố thủ tục là văn bản hành chính, số không có năm: 1872/QĐ-BTP. Số có năm như 44/2026/QĐ-UBND là văn bản
quy phạm đặt ra thủ tục, thông tư, nghị định, nghị quyết cũng vậy: chúng thuộc về căn cứ pháp lý. Tìm quyết
định công bố thật (NĐ 63/2010/NĐ-CP Điều 13, 15).

Sai: `so: 44/2026/QĐ-UBND`
Đúng: `so: 1872/QĐ-UBND`
"""

import re
from collections.abc import Iterator

from generator.checks._engine.context import ValidationContext
from generator.checks._engine.rule import Finding
from generator.loading.entry import Entry
from generator.problem import WARNING
from generator.text.audience import field

ID = "TT-243"
SEVERITY = WARNING
LAW = "NĐ 63/2010 Đ13, Đ15"
CONFIDENCE = "V"
CHECKS = ("L08",)
KINDS = ("procedure",)

NORMATIVE = re.compile(
    r"\d+[a-z]?/(?:19|20)\d\d/(?:QĐ|NQ|TT|TTLT|NĐ)[-/].+|\d+[a-z]?/(?:\d{4}/)?(?:NQ|TT|NĐ)[-/].+", re.IGNORECASE
)


def check(entry: Entry, context: ValidationContext) -> Iterator[Finding]:
    """The number of the announcing decision has a year in it."""
    decision = entry.record.decision
    number = (decision.number or "").strip() if decision else ""
    if NORMATIVE.fullmatch(number):
        yield Finding(
            ("quyet_dinh_cong_bo", "so"),
            f"“{number}” là văn bản quy phạm, không phải quyết định công bố",
            f"Tìm quyết định công bố (dạng 1872/QĐ-BTP); văn bản này để ở {field('can_cu_phap_ly')}.",
        )
