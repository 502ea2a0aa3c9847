"""Ngày của các bản được đăng.

`cac_ban` trong site.yml kể những ngày được đăng cùng một lúc. Bản có ngày bằng `as_of` nằm ở địa chỉ gốc, nên `as_of`
phải là ngày của một
bản. Không đăng hai bản cùng một ngày, và không đăng ngày chưa có thủ tục nào áp dụng: trang ấy sẽ trống.

Sai:
    as_of: 2023-12-31
    cac_ban:
      - ngay: 2026-11-29
        thu_muc: hien-nay
        ten: Bản hiện nay
Đúng:
    as_of: 2023-12-31
    cac_ban:
      - ngay: 2023-12-31
        thu_muc: ban-2023
        ten: Bản năm 2023
      - ngay: 2026-11-29
        thu_muc: hien-nay
        ten: Bản hiện nay
"""

from collections.abc import Iterator
from typing import Any

from generator.checks._engine.context import ValidationContext
from generator.checks._engine.rule import Finding
from generator.loading.entry import Entry
from generator.problem import ERROR
from generator.schema.periods import period

ID = "TT-208"
SEVERITY = ERROR
SCOPE = "content"
SUPPRESSIBLE = False
KINDS = ("site",)


def check(entry: Entry, context: ValidationContext) -> Iterator[Finding]:
    """Days that are doubled, not the root's, or before everything."""
    site = entry.record
    seen: dict[Any, Any] = {}
    if not site.editions:
        return
    # of the first state: a version may state another period
    states = [(other.first or other).record for other in context.store.of("procedure")]
    first_days = [period(state.validity).since for state in states]
    begins = min((day for day in first_days if day), default=None) if first_days and None not in first_days else None
    for index, edition in enumerate(site.editions):
        place = ("cac_ban", index, "ngay")
        if not edition.day:
            continue  # TT-020 asks for it
        if edition.day in seen:
            yield Finding(place, f"ngày {edition.day:%d/%m/%Y} đã có ở bản thứ {seen[edition.day] + 1}", "Giữ một bản.")
        seen.setdefault(edition.day, index)
        if begins and edition.day < begins:
            yield Finding(
                place,
                f"ngày {edition.day:%d/%m/%Y} chưa có thủ tục nào áp dụng (sớm nhất từ {begins:%d/%m/%Y})",
                "Chọn ngày muộn hơn, hoặc thêm các thủ tục áp dụng ngày ấy.",
            )
    if site.as_of and seen and site.as_of not in seen:
        days = ", ".join(str(day) for day in seen)
        yield Finding(
            ("as_of",),
            f"không có bản nào ngày {site.as_of:%d/%m/%Y} trong cac_ban",
            f"Ghi một trong: {days}; hoặc thêm bản ấy vào cac_ban.",
        )
