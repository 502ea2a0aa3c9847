"""Giờ tiếp nhận không có thật.

Người dân đi theo giờ ghi ở đây: “25h00”, “11:30 – 7:30”, “thứ Tám” thì không biết lúc nào đến. Chưa biết giờ thì đơn
vị ghi “chờ đơn vị bổ sung”, lớp địa phương bỏ dòng ấy; “chưa rõ” không ai đi theo được. Giờ từ 0 đến 24, phút dưới
60, giờ sau muộn hơn giờ trước, buổi chiều sau buổi sáng, thứ từ Hai đến Bảy. Giờ ngừng nhận (`gio_ngung_nhan`) để máy
tính ngày trả kết quả: viết như `"16:30"`, không muộn hơn giờ cuối; `nhan_sang_thu_bay` phải khớp với các thứ đã ghi.

Sai: `gio_tiep_nhan: Sáng 7h30 – 7h00`
Đúng: `gio_tiep_nhan: Sáng 7h30 – 11h30`
"""

import re
from collections.abc import Iterator

from generator.checks._engine.context import ValidationContext
from generator.checks._engine.opening_hours import closing, fault, on_saturday
from generator.checks._engine.rule import Finding
from generator.loading.entry import Entry
from generator.problem import ERROR, WARNING
from generator.schema.contact import CLOCK, OneStop
from generator.schema.values import PENDING_CONTACT, UNKNOWN
from generator.text.audience import FALSE, TRUE, field

ID = "TT-263"
SEVERITY = ERROR
LAW = "NĐ 63/2010 Đ15 k1"
CONFIDENCE = "V"
CHECKS = ("L05",)
KINDS = ("unit", "overlay", "procedure")
KEYS = {"gio_tiep_nhan", "thoi_gian_tiep_nhan"}
DESK = "bo_phan_mot_cua"
NEAR = re.compile(r"\D*+(\d{1,2}) ?(?:[h:.]|giờ) ?(\d{2})?+\D*+", re.IGNORECASE)  # what was meant as 16:30


def check(entry: Entry, context: ValidationContext) -> Iterator[Finding]:
    """Times and weekdays that do not exist, ranges that end before they begin or overlap; one finding for each text.
    Then the desk's closing time and its Saturdays against its hours."""
    for path, spec, value in entry.fields:
        if spec.key not in KEYS or not isinstance(value, str):
            continue
        if value.strip().casefold() == UNKNOWN and entry.kind.name != "procedure":
            hint = "Bỏ dòng này." if entry.kind.name == "overlay" else f"Ghi giờ thật, hoặc “{PENDING_CONTACT}”."
            yield Finding(path, "giờ tiếp nhận còn “chưa rõ”", hint)
        elif wrong := fault(value):
            yield Finding(path, f"“{wrong[0]}” {wrong[1]}", "Ví dụ: Thứ Hai đến thứ Sáu, 7h30 – 11h30, 13h30 – 17h00.")
    if entry.kind.name == "unit" and entry.record.one_stop:
        yield from _desk(entry.record.one_stop)


def _desk(desk: OneStop) -> Iterator[Finding]:
    hours, closes = desk.hours or "", (desk.closes or "").strip()
    if closes and not CLOCK.fullmatch(closes):
        near = NEAR.fullmatch(closes)
        meant = f"{near[1]}:{near[2] or '00'}" if near else ""
        hint = f"Ý bạn là “{meant}”?" if CLOCK.fullmatch(meant) else 'Viết như "16:30"; chưa rõ thì bỏ dòng này.'
        yield Finding((DESK, "gio_ngung_nhan"), f"“{closes[:40]}” không phải giờ ngừng nhận hồ sơ", hint)
    elif closes and not fault(hours) and (last := closing(hours)):
        hour, _, minute = closes.partition(":")
        if int(hour) * 60 + int(minute) > last:
            said = f"ngừng nhận lúc {closes}, sau giờ cuối {last // 60}:{last % 60:02} ở {field('gio_tiep_nhan')}"
            yield Finding((DESK, "gio_ngung_nhan"), said, "Xem lại hai giờ.", severity=WARNING)
    stated = on_saturday(hours)
    if desk.saturday is not None and stated is not None and desk.saturday != stated:
        said = "giờ tiếp nhận có thứ Bảy" if stated else "giờ tiếp nhận không có thứ Bảy"
        hint = (
            f"Xem lại {field('gio_tiep_nhan')}; đúng thì ghi {field('nhan_sang_thu_bay')}: {TRUE if stated else FALSE}."
        )
        yield Finding((DESK, "nhan_sang_thu_bay"), said, hint, severity=WARNING)
