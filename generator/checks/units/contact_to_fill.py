"""Liên hệ còn chờ đơn vị bổ sung.

Số điện thoại, thư điện tử, tên người không bao giờ được đặt ra. Chỗ chưa có ghi đúng chữ “chờ đơn vị bổ sung”; kiểm
tra này đếm những chỗ ấy để nhắc đơn vị (NĐ 20/2008/NĐ-CP Điều 7, sửa đổi bởi NĐ 92/2017/NĐ-CP). Hỏi đơn vị rồi điền số
thật.

Sai: `dien_thoai: "0123456789"` (đặt ra cho đủ)
Đúng: `dien_thoai: chờ đơn vị bổ sung`
"""

from collections.abc import Iterator

from generator.checks._engine.context import ValidationContext
from generator.checks._engine.rule import Finding
from generator.loading.entry import Entry
from generator.problem import WARNING
from generator.schema.values import PENDING_CONTACT

ID = "TT-040"
SEVERITY = WARNING
LAW = "NĐ 20/2008 Đ7"
CONFIDENCE = "V"
CHECKS = ("P02", "P03", "P04", "W03")
KINDS = ("unit", "site")


def check(entry: Entry, context: ValidationContext) -> Iterator[Finding]:
    """One finding per unit, with the count and the first position."""
    places = [path for path, _, value in entry.fields if value == PENDING_CONTACT]
    if places:
        yield Finding(
            places[0],
            f"còn {len(places)} mục liên hệ chờ đơn vị bổ sung",
            "Điền số và địa chỉ thật do đơn vị cung cấp.",
        )
