"""Thủ tục còn chờ đối chiếu.

Những phần chưa xác nhận được với nguồn chính thức được đánh dấu và đếm (NĐ 63/2010/NĐ-CP Điều 17). Đối chiếu xong thì
đổi trạng thái thành “đã đối chiếu” và xóa danh sách phần chờ. Tên phần ở `phan_cho_doi_chieu` phải là khóa của thủ
tục.

Sai: `phan_cho_doi_chieu: [quyet dinh]`
Đúng: `phan_cho_doi_chieu: [quyet_dinh_cong_bo]`
"""

from collections.abc import Iterator

from generator.checks._engine.context import ValidationContext
from generator.checks._engine.rule import Finding
from generator.loading.entry import Entry
from generator.problem import ERROR, WARNING
from generator.schema.procedure import Procedure
from generator.schema.record import specs
from generator.text.audience import field
from generator.text.suggestions import suggest

ID = "TT-041"
SEVERITY = WARNING
LAW = "NĐ 63/2010 Đ17"
CONFIDENCE = "V"
CHECKS = ("L10", "L13")
KINDS = ("procedure",)


def check(entry: Entry, context: ValidationContext) -> Iterator[Finding]:
    """One finding a record; an unknown part is an error."""
    verification = entry.record.verification
    if verification is None:
        return
    keys = [spec.key for spec in specs(Procedure)]
    for index, part in enumerate(verification.pending):
        if part not in keys:
            yield Finding(
                ("doi_chieu", "phan_cho_doi_chieu", index),
                f"“{part}” không phải một phần của thủ tục",
                suggest(part, keys) or "Ghi khóa của phần ấy, ví dụ can_cu_phap_ly.",
                severity=ERROR,
            )
    if verification.state == "chờ đối chiếu":
        parts = f": {', '.join(map(field, verification.pending))}" if verification.pending else ""
        yield Finding(
            ("doi_chieu", "trang_thai"),
            f"chờ đối chiếu{parts}",
            "Đối chiếu với CSDL quốc gia rồi đổi thành “đã đối chiếu”.",
        )
