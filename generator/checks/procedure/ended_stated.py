"""Thủ tục hết hiệu lực mà không nói vì sao.

Thủ tục bị bãi bỏ vẫn giữ tên, mã, văn bản bãi bỏ và ngày (NĐ 63/2010/NĐ-CP Điều 14, Điều 15 khoản 3, Điều 26); trang
của nó thành trang báo “đã bãi bỏ”, không bao giờ biến mất. Khi `hieu_luc.den` đã qua thì ghi thêm `bai_bo` (văn bản,
ngày) hoặc `thay_the_boi` (mã thủ tục thay thế). Không ghi được thì kiểm lại ngày: hết hạn mà vẫn đăng là một trong bốn
lỗi của TT 19/2014/TT-BTP Điều 10.

Sai:
    hieu_luc:
      tu: 2016-01-01
      den: 2022-12-31
Đúng:
    hieu_luc:
      tu: 2016-01-01
      den: 2022-12-31
    bai_bo:
      van_ban: 104/2022/NĐ-CP
      ngay: 2023-01-01
"""

import datetime as dt
from collections.abc import Iterator

from generator.checks._engine.context import ValidationContext
from generator.checks._engine.law_names import suggest_law
from generator.checks._engine.pending import downgrade_if_pending
from generator.checks._engine.rule import Finding
from generator.loading.entry import Entry
from generator.problem import ERROR
from generator.schema.periods import period
from generator.text.audience import either, field, label

ID = "TT-049"
SEVERITY = ERROR
SCOPE = "content"
LAW = "NĐ 63/2010 Đ15 k3"
CONFIDENCE = "V"
CHECKS = ("L07", "L10", "L11", "L14")
KINDS = ("procedure",)
GIVES_WAY_TO = ("TT-084",)
ABOLISHED = either("bai_bo (van_ban, ngay)", f"{label('bai_bo')} (văn bản, ngày)")


def check(entry: Entry, context: ValidationContext) -> Iterator[Finding]:
    """An end without a reason; an abolishing document without a record."""
    record = entry.record
    validity, abolition = record.validity, record.abolition
    ended = period(validity).ended(context.as_of)
    if ended and not abolition and not validity.successors:
        day: dt.date = validity.until
        yield Finding(
            ("hieu_luc", "den"),
            f"đã hết hiệu lực sau ngày {day:%d/%m/%Y} mà không nói bị bãi bỏ hay thay thế",
            f"Thêm {ABOLISHED} hoặc {field('hieu_luc.thay_the_boi')}; hoặc sửa lại ngày.",
            severity=downgrade_if_pending(record, "hieu_luc"),
        )
    if abolition and abolition.document and abolition.document not in context.laws and "QĐ" not in abolition.document:
        yield Finding(
            ("bai_bo", "van_ban"),
            f"chưa có văn bản “{abolition.document}” trong content/laws/",
            suggest_law(abolition.document, context.laws)
            or "Thêm tệp văn bản vào content/laws/, hoặc sửa lại số ký hiệu.",
        )
