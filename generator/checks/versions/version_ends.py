"""Bản sửa đổi nói ngày khác với ngày của chính nó.

Bản áp dụng từ ngày nào thì các phần trong nó có từ ngày ấy. Ghi `bai_bo.ngay`, `hieu_luc.den` sớm hơn thì giữa hai
ngày trang vẫn đăng như đang áp dụng; ghi `hieu_luc.tu` muộn hơn thì giữa hai ngày thủ tục biến mất khỏi trang (NĐ
63/2010/NĐ-CP Điều 14, Điều 15 khoản 3). Sửa ngày, hoặc đổi `ap_dung_tu` và tên tệp; `hieu_luc.tu` giữ như bản trước.

Sai:
    ap_dung_tu: 2025-07-01
    bai_bo:
      van_ban: 120/2025/NĐ-CP
      ngay: 2025-03-01
Đúng:
    ap_dung_tu: 2025-07-01
    bai_bo:
      van_ban: 120/2025/NĐ-CP
      ngay: 2025-07-01
"""

import datetime as dt
from collections.abc import Iterator

from generator.checks._engine.context import ValidationContext
from generator.checks._engine.neighbours import before
from generator.checks._engine.rule import Finding
from generator.loading.entry import Entry
from generator.loading.versions import day_of
from generator.problem import ERROR
from generator.schema.lifecycle import state_of
from generator.schema.periods import day_after
from generator.text.audience import field

ID = "TT-211"
SEVERITY = ERROR
SCOPE = "content"
LAW = "NĐ 63/2010 Đ15 k3"
CONFIDENCE = "V"
SUPPRESSIBLE = False
CHECKS = ("L07", "L11")
KINDS = ("procedure_version",)


def check(entry: Entry, context: ValidationContext) -> Iterator[Finding]:
    """An end before the version's day; a beginning after it."""
    record, day, earlier = entry.record, day_of(entry), before(entry, context)
    if day is None or earlier is None or state_of(earlier.record, day) == "ended":
        return  # TT-204 reports what had ended
    abolished = record.abolition.date if record.abolition else None
    ended = day_after(record.validity.until) if record.validity else None
    since = record.validity.since if record.validity else None
    said = f"ngày của bản này ({day:%d/%m/%Y})"
    if abolished and abolished < day:
        hint = f"Ghi {day}, hoặc đổi {field('ap_dung_tu')} và tên tệp."
        yield Finding(("bai_bo", "ngay"), f"bãi bỏ từ {abolished:%d/%m/%Y}, trước {said}", hint)
    if ended and ended < day:
        hint = f"Ghi {day - dt.timedelta(days=1)}, hoặc đổi {field('ap_dung_tu')} và tên tệp."
        yield Finding(("hieu_luc", "den"), f"hết hiệu lực từ {ended:%d/%m/%Y}, trước {said}", hint)
    if isinstance(since, dt.date) and since > day:
        hint = f"Ghi {field('hieu_luc.tu')} như bản trước, hoặc đổi {field('ap_dung_tu')} và tên tệp."
        yield Finding(("hieu_luc", "tu"), f"có hiệu lực từ {since:%d/%m/%Y}, sau {said}", hint)
