"""Ngày, số của văn bản chỉ đạo không hợp lý.

Văn bản có hiệu lực trước khi ký, hết hiệu lực trước khi có, hay thay một văn bản ký sau nó, là đã gõ nhầm ngày hoặc
nhầm văn bản; sổ văn bản sẽ ghi sai cái nào còn hiệu lực (theo NĐ 42/2022/NĐ-CP). Loại văn bản phải là loại trong số ký
hiệu (`12/KH-UBND` là kế hoạch), mỗi văn bản một tệp. Xem lại bản gốc.

Sai: `ngay_ban_hanh: 2023-05-04`, `ngay_hieu_luc: 2022-05-04`
Đúng: `ngay_ban_hanh: 2023-05-04`, `ngay_hieu_luc: 2023-05-04`
"""

import datetime as dt
import re
from collections.abc import Iterator
from typing import Any

from generator.checks._engine.context import ValidationContext
from generator.checks._engine.plan_location import of_year, year_of
from generator.checks._engine.rule import Finding
from generator.loading.entry import Entry
from generator.problem import ERROR, WARNING
from generator.text.audience import field

ID = "TT-127"
SEVERITY = ERROR
SCOPE = "content"
SUPPRESSIBLE = False
KINDS = ("plan_document",)
IN_NUMBER = {
    "QĐ": "Quyết định",
    "KH": "Kế hoạch",
    "TB": "Thông báo",
    "BC": "Báo cáo",
    "CT": "Chỉ thị",
    "HD": "Hướng dẫn",
    "KL": "Kết luận",
    "TTR": "Tờ trình",
    "BB": "Biên bản",
}


def check(entry: Entry, context: ValidationContext) -> Iterator[Finding]:
    """Issued, effective, ended; and what it replaces is older."""
    record = entry.record
    issued = record.issued if isinstance(record.issued, dt.date) else None
    since = record.since if isinstance(record.since, dt.date) else None
    if issued and since and since < issued:
        yield Finding(
            ("ngay_hieu_luc",),
            f"có hiệu lực {since:%d/%m/%Y}, trước ngày ban hành {issued:%d/%m/%Y}",
            "Xem lại hai ngày.",
            severity=WARNING,
        )
    first = since or issued
    if first and record.until and record.until <= first:
        yield Finding(
            ("ngay_het_hieu_luc",),
            f"hết hiệu lực {record.until:%d/%m/%Y}, không sau ngày {first:%d/%m/%Y}",
            "Xem lại hai ngày.",
        )
    yield from _number(entry, context)
    others = {other.stem: _issued(other.record) for other in of_year(context, "plan_document", year_of(entry))}
    replaced = {other.stem: other.record.replaces for other in of_year(context, "plan_document", year_of(entry))}
    for at, slug in enumerate(record.replaces):
        older = others.get(slug)
        if slug == entry.stem:
            yield Finding(("thay_the", at), "văn bản không thể thay chính nó", "Ghi tên tệp của văn bản cũ.")
        elif entry.stem in replaced.get(slug, ()) and slug < entry.stem:
            yield Finding(("thay_the", at), f"“{slug}” lại ghi thay văn bản này", "Bỏ một trong hai.")
        elif issued and older and older > issued:
            yield Finding(
                ("thay_the", at),
                f"“{slug}” ký ngày {older:%d/%m/%Y}, sau văn bản này",
                "Xem lại văn bản nào thay văn bản nào.",
            )


def _issued(record: Any) -> dt.date | None:
    """The day a document was issued, unless it comes after the one on which it took effect: that is reported there."""
    issued, since = record.issued, record.since
    wrong = isinstance(since, dt.date) and isinstance(issued, dt.date) and since < issued
    return issued if isinstance(issued, dt.date) and not wrong else None


def _number(entry: Entry, context: ValidationContext) -> Iterator[Finding]:
    """What the number says: the kind of document; and that no other file is of the same one."""
    record, number = entry.record, entry.record.number or ""
    plain = _without_spaces(number)
    sign = re.match(r"\d*[a-z]?/([A-ZĐ][A-ZĐa-z]*)(?![A-ZĐa-z])", plain)
    kind = IN_NUMBER.get(sign[1].upper()) if sign else None
    if "/" not in number and number:
        hint = "Chép lại từ văn bản; bảng tính hay đổi số thành ngày."
        yield Finding(("so_ky_hieu",), f"“{number[:40]}” không phải số ký hiệu", hint)
    elif plain != number:
        yield Finding(("so_ky_hieu",), f"“{number}” có dấu cách thừa", f"Ý bạn là “{plain}”?", severity=WARNING)
    if kind and record.kind and kind != record.kind:
        yield Finding(
            ("loai",), f"số {number} là của {kind.lower()}, {field('loai')} ghi {record.kind}", "Sửa loại, hoặc số."
        )
    for other in of_year(context, "plan_document", year_of(entry)) if re.match(r"\d", plain) else ():
        same = _without_spaces(other.record.number or "") == plain
        if (
            same
            and other.path < entry.path
            and (other.record.body, other.record.issued) == (record.body, record.issued)
        ):
            yield Finding(("so_ky_hieu",), f"{plain} đã có ở {other.path}", "Giữ một tệp.")


def _without_spaces(number: str) -> str:
    """The number of a document without spaces around its signs."""
    return re.sub(r" ?([/-]) ?", r"\1", number)
