"""Căn cứ pháp lý đã hết hiệu lực hoặc chưa ban hành.

Văn bản đã hết hiệu lực không còn là căn cứ của thủ tục đang áp dụng (NĐ 63/2010/NĐ-CP Điều 15 khoản 1 điểm b). Thay
bằng văn bản thay thế nó; nếu thủ tục cũng đã đổi theo thì sửa cả nội dung. Văn bản ký sau ngày của trang cũng không
thể là căn cứ. Phần căn cứ đang chờ đối chiếu thì chỉ nhắc; văn bản hết hiệu lực sau ngày của nội dung (`as_of` trong
site.yml) cũng chỉ nhắc, để rà soát khi xem trang ở một ngày sau đó (`--as-of`).

Sai: `so_ky_hieu: 158/2005/NĐ-CP`   (hết hiệu lực 01/01/2016)
Đúng: `so_ky_hieu: 123/2015/NĐ-CP`
"""

import datetime as dt
from collections.abc import Iterator

from generator.checks._engine.context import ValidationContext
from generator.checks._engine.law_names import issued_as_numbered
from generator.checks._engine.pending import downgrade_if_pending
from generator.checks._engine.rule import Finding
from generator.checks._engine.succession import in_force_after
from generator.loading.entry import Entry
from generator.problem import ERROR, WARNING
from generator.schema.lifecycle import law_ended, state_of

ID = "TT-080"
SEVERITY = ERROR
SCOPE = "content"
LAW = "NĐ 63/2010 Đ15 k1"
CONFIDENCE = "V"
CHECKS = ("L05",)
KINDS = ("procedure",)


def check(entry: Entry, context: ValidationContext) -> Iterator[Finding]:
    """Bases that ended on or before the site's day, were issued after it, or take effect later (warning)."""
    record = entry.record
    if state_of(record, context.as_of) != "in_force":
        return
    written = context.content_date_for(entry)
    mild = downgrade_if_pending(record, "can_cu_phap_ly")
    for index, basis in enumerate(record.legal_bases):
        for law_entry in context.laws.get(basis.number or "", ())[:1]:
            law, here = law_entry.record, ("can_cu_phap_ly", index, "so_ky_hieu")
            if law_ended(law, context.as_of):
                # the site is built for a later date than the content: correct when written, now to be reviewed
                since = WARNING if written and law.until > written else mild
                after = ", ".join(_in_force_after(basis.number or "", context))
                better = f"Ý bạn là {after}?" if after else "Thay bằng văn bản đang có hiệu lực."
                yield Finding(here, f"{basis.number} đã hết hiệu lực từ {law.until:%d/%m/%Y}", better, severity=since)
            elif (issued := issued_as_numbered(law)) and issued > context.as_of:
                yield Finding(
                    here,
                    f"{basis.number} ban hành {issued:%d/%m/%Y}, sau ngày của trang ({context.as_of:%d/%m/%Y})",
                    "Thay bằng văn bản có hiệu lực vào ngày ấy.",
                    severity=mild,
                )
            elif isinstance(law.since, dt.date) and law.since > context.as_of:
                yield Finding(
                    here,
                    f"{basis.number} tới {law.since:%d/%m/%Y} mới có hiệu lực",
                    "Ghi cả văn bản đang áp dụng.",
                    severity=WARNING,
                )


def _in_force_after(number: str, context: ValidationContext) -> list[str]:
    """What replaced a document and holds now; a number without a record counts: it is only not here yet."""

    def successors(one: str) -> list[str]:
        return [after for entry in context.laws.get(one, ())[:1] for after in entry.record.replaced_by]

    def has_ended(one: str) -> bool:
        return any(law_ended(entry.record, context.as_of) for entry in context.laws.get(one, ())[:1])

    return in_force_after(number, successors, has_ended)
