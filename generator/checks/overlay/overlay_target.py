"""Lớp địa phương không biết nói về đơn vị, thủ tục nào.

Tệp nằm ở `units/ĐƠN VỊ/overlay/`: phải có đơn vị ấy, thủ tục ghi trong `ma_thu_tuc` phải có và do cấp xã (với xã), cấp
huyện (với huyện) tiếp nhận; mỗi thủ tục một tệp. Sửa mã hoặc chuyển tệp sang đúng thư mục.

Sai: `ma_thu_tuc: "1.00119"`
Đúng: `ma_thu_tuc: "1.001193"`
"""

from collections.abc import Iterator

from generator.checks._engine.context import ValidationContext
from generator.checks._engine.rule import Finding
from generator.loading.entry import Entry
from generator.loading.overlays.location import unit_of
from generator.problem import ERROR
from generator.schema.unit_kinds import level_of
from generator.text.suggestions import suggest

ID = "TT-142"
SEVERITY = ERROR
SCOPE = "content"
SUPPRESSIBLE = False
KINDS = ("overlay",)


def check(entry: Entry, context: ValidationContext) -> Iterator[Finding]:
    """The unit and the procedure exist, the unit receives it, and no other file covers the same pair."""
    slug, code = unit_of(entry), entry.record.code
    unit = context.units.get(slug)
    if not unit and context.unread("unit", slug):
        return
    if not unit:
        yield Finding(
            (),
            f"không có đơn vị “{slug}” trong content/units/",
            suggest(slug, list(context.units)) or "Chuyển tệp sang thư mục của đơn vị.",
        )
        return
    if code:
        procedures = context.procedures.get(code)
        level = level_of(unit[0].record.kind, unit[0].record.parent)
        if not procedures and not context.has_procedure(code):
            yield Finding(("ma_thu_tuc",), f"không có thủ tục “{code}”", context.mend_code(code))
        elif procedures and level not in procedures[0].record.levels:
            yield Finding(("ma_thu_tuc",), f"thủ tục {code} không tiếp nhận ở {level}", "Xóa tệp này, hoặc xem lại mã.")
    first = next(other for other in context.store.of("overlay") if unit_of(other) == slug and other.record.code == code)
    if first is not entry:
        yield Finding(
            ("ma_thu_tuc",), f"{first.path} đã nói về {'thủ tục này' if code else 'cả đơn vị'}", "Gộp hai tệp làm một."
        )
