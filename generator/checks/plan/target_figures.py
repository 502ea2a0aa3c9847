"""Số liệu so với chỉ tiêu vô lý.

Mức phải đạt khác mức trong câu giao chỉ tiêu (`nguyen_van`) thì trang so với mức không ai giao. Tỷ lệ đạt tính từ hai
số đạt và tổng: đạt nhiều hơn tổng, tổng bằng 0, mức phải đạt quá 100%, hai số liệu cùng một ngày, hay ngày ở sau ngày
của trang đều cho ra tỷ lệ sai. Xem lại báo cáo gốc.

Sai: `dat: 120`, `tong: 100`
Đúng: `dat: 100`, `tong: 120`
"""

import re
from collections.abc import Iterator

from generator.checks._engine.context import ValidationContext
from generator.checks._engine.rule import Finding
from generator.loading.entry import Entry
from generator.problem import ERROR
from generator.text.audience import field

ID = "TT-128"
SEVERITY = ERROR
SUPPRESSIBLE = False
EVERY_DAY = True
KINDS = ("target",)
SHARE = re.compile(r"(?<![\d,.])(\d{1,3}(?:[.,]\d{1,2})?) ?(?:%|phần trăm)")


def check(entry: Entry, context: ValidationContext) -> Iterator[Finding]:
    """The level, and each figure."""
    record = entry.record
    shares = {float(share.replace(",", ".")) for share in SHARE.findall(record.quote or "")}
    if isinstance(record.percent, int) and record.percent > 100:
        yield Finding(("muc",), f"mức {record.percent}% quá 100%", "Ghi số phần trăm từ 0 đến 100.")
    elif isinstance(record.percent, int) and shares and record.percent not in shares:
        listed = ", ".join(f"{share:g}%".replace(".", ",") for share in sorted(shares))
        said = f"mức {record.percent}% khác câu giao chỉ tiêu ({listed})"
        yield Finding(("muc",), said, f"Ghi đúng mức trong {field('nguyen_van')}.")
    dates = set()
    for at, measure in enumerate(record.measures):
        path = ("so_lieu", at)
        if measure.total == 0:
            yield Finding(
                (*path, "tong"), "tổng bằng 0 thì không tính được tỷ lệ", "Chưa có hồ sơ nào thì bỏ dòng này."
            )
        elif None not in (measure.count, measure.total) and measure.count > measure.total:
            yield Finding((*path, "dat"), f"đạt {measure.count} mà tổng chỉ có {measure.total}", "Xem lại báo cáo gốc.")
        if measure.date and measure.date > context.as_of:
            yield Finding(
                (*path, "ngay"),
                f"ngày {measure.date:%d/%m/%Y} ở sau ngày của trang ({context.as_of:%d/%m/%Y})",
                f"Xem lại ngày, hoặc sửa {field('as_of')} trong site.yml.",
            )
        if measure.date and measure.date in dates:
            yield Finding((*path, "ngay"), f"ngày {measure.date:%d/%m/%Y} đã có số liệu ở trên", "Giữ một dòng.")
        dates.add(measure.date)
