"""Phí “theo quy định” mà không nói văn bản nào.

“Theo quy định của pháp luật” không cho biết phải trả bao nhiêu, cũng không cho biết tra ở đâu (NĐ 63/2010/NĐ-CP Điều 8
khoản 2 điểm i). Ghi số ký hiệu văn bản đặt ra mức thu ở `ly_do`, hoặc ghi thẳng mức thu.

Sai:
    - loai: phí
      muc_thu: theo văn bản
      ly_do: Theo quy định của pháp luật.
Đúng:
    - loai: phí
      muc_thu: theo văn bản
      ly_do: Biểu phí kèm theo Thông tư 85/2019/TT-BTC.
"""

import re
from collections.abc import Iterator

from generator.checks._engine.context import ValidationContext
from generator.checks._engine.rule import Finding
from generator.checks._engine.traversal import fees
from generator.loading.entry import Entry
from generator.problem import WARNING
from generator.schema.values import BY_DOCUMENT
from generator.text.audience import field

ID = "TT-242"
SEVERITY = WARNING
LAW = "NĐ 63/2010 Đ8 k2 i"
CONFIDENCE = "V"
CHECKS = ("L09",)
KINDS = ("procedure",)

NAMED = re.compile(r"\d|hội đồng nhân dân|hđnd|tệp|biểu phí", re.IGNORECASE)


def check(entry: Entry, context: ValidationContext) -> Iterator[Finding]:
    """A fee left to a document that is not named."""
    for path, fee in fees(entry.record):
        if fee.amount == BY_DOCUMENT and not NAMED.search(fee.reason or ""):
            yield Finding(
                (*path, "muc_thu"),
                "mức thu theo văn bản mà không nói văn bản nào",
                f"Ghi số ký hiệu văn bản ở {field('ly_do')}.",
            )
