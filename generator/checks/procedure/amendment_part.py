"""Sửa đổi không nói rõ phần nào.

Thủ tục được sửa đổi phải nói bộ phận nào thay đổi và văn bản nào làm thay đổi (NĐ 63/2010/NĐ-CP Điều 15 khoản 2), để
người đã quen cách cũ biết chỗ khác. Ghi `phan` bằng khóa hoặc tên của phần (ví dụ `thoi_han_giai_quyet` hay “Thời hạn
giải quyết”); ghi `van_ban` bằng số ký hiệu có trong content/laws/.

Sai:
    sua_doi:
      - phan: nhiều chỗ
        van_ban: 07/2025/NĐ-CP
        ngay: 2025-01-09
Đúng:
    sua_doi:
      - phan: thanh_phan_ho_so
        van_ban: 07/2025/NĐ-CP
        ngay: 2025-01-09
"""

from collections.abc import Iterator

from generator.checks._engine.context import ValidationContext
from generator.checks._engine.law_names import suggest_law
from generator.checks._engine.rule import Finding
from generator.loading.entry import Entry
from generator.problem import ERROR
from generator.schema.procedure import Procedure
from generator.schema.record import field_labels
from generator.text.audience import field
from generator.text.folding import fold
from generator.text.suggestions import suggest

ID = "TT-048"
SEVERITY = ERROR
SCOPE = "content"
LAW = "NĐ 63/2010 Đ15 k2"
CONFIDENCE = "V"
CHECKS = ("L06",)
KINDS = ("procedure",)
PARTS = field_labels(Procedure)
KNOWN = {fold(word) for pair in PARTS.items() for word in pair}
EXAMPLES = ("thanh_phan_ho_so", "thoi_han_giai_quyet", "phi_le_phi")


def check(entry: Entry, context: ValidationContext) -> Iterator[Finding]:
    """A part that is no part of a procedure; a document without a record."""
    for index, change in enumerate(entry.record.amendments):
        if change.part and fold(change.part) not in KNOWN:
            hint = (
                suggest(change.part, [*PARTS, *PARTS.values()])
                or f"Ghi khóa của phần, ví dụ {', '.join(map(field, EXAMPLES))}."
            )
            yield Finding(("sua_doi", index, "phan"), f"“{change.part}” không phải một phần của thủ tục", hint)
        if change.document and change.document not in context.laws:
            yield Finding(
                ("sua_doi", index, "van_ban"),
                f"chưa có văn bản “{change.document}” trong content/laws/",
                suggest_law(change.document, context.laws)
                or "Thêm tệp văn bản vào content/laws/, hoặc sửa lại số ký hiệu.",
            )
