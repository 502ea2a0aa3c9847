"""Số ký hiệu không khớp với văn bản.

Số ký hiệu nói loại văn bản, năm và cơ quan: `123/2015/NĐ-CP` là Nghị định năm 2015. Nếu loại hay năm ban hành ghi khác
thì một trong hai đã gõ nhầm, và căn cứ dẫn tới sai văn bản (theo NĐ 42/2022/NĐ-CP: văn bản đăng phải đủ và đúng số,
loại, ngày). Cơ quan ban hành cũng phải hợp với số: nghị định là của Chính phủ, `TT-BTP` là của Bộ Tư pháp. Chữ Đ gõ
thành D (`ND-CP`, `QD-`) cũng bị báo.

Sai:
    so_ky_hieu: 123/2015/ND-CP
    loai: Thông tư
Đúng:
    so_ky_hieu: 123/2015/NĐ-CP
    loai: Nghị định
"""

import re
from collections.abc import Iterator

from generator.checks._engine.context import ValidationContext
from generator.checks._engine.law_names import year_in
from generator.checks._engine.rule import Finding
from generator.loading.entry import Entry
from generator.problem import ERROR, WARNING
from generator.text.folding import fold

ID = "TT-091"
SEVERITY = ERROR
LAW = "theo NĐ 42/2022"
CONFIDENCE = "S"
CHECKS = ("W02",)
KINDS = ("law",)
KINDS_BY_SIGN = (
    (re.compile(r"/NĐ-CP\b"), ("Nghị định",)),
    (re.compile(r"/TTLT\b"), ("Thông tư liên tịch",)),
    (re.compile(r"/TT-"), ("Thông tư",)),
    (re.compile(r"/QĐ-"), ("Quyết định",)),
    (re.compile(r"/QH\d+\b"), ("Luật", "Bộ luật", "Nghị quyết", "Hiến pháp")),
    (re.compile(r"/UBTVQH\d+\b"), ("Pháp lệnh", "Nghị quyết")),
    (re.compile(r"/(?:NQ-|NQ/)"), ("Nghị quyết",)),
    (re.compile(r"/CT-"), ("Chỉ thị",)),
    (re.compile(r"/KH-"), ("Kế hoạch",)),
)
BODIES_BY_SIGN = (
    (re.compile(r"/NĐ-CP\b"), "Chính phủ"),
    (re.compile(r"/QĐ-TTg\b"), "Thủ tướng Chính phủ"),
    (re.compile(r"/UBTVQH\d+\b"), "Ủy ban Thường vụ Quốc hội"),
    (re.compile(r"/QH\d+\b"), "Quốc hội"),
    (re.compile(r"/TT-BTP\b"), "Bộ Tư pháp"),
    (re.compile(r"/TT-BTC\b"), "Bộ Tài chính"),
    (re.compile(r"/TT-BCA\b"), "Bộ Công an"),
    (re.compile(r"/TT-BYT\b"), "Bộ Y tế"),
    (re.compile(r"/TT-BNV\b"), "Bộ Nội vụ"),
    (re.compile(r"/TT-BXD\b"), "Bộ Xây dựng"),
    (re.compile(r"/TT-BQP\b"), "Bộ Quốc phòng"),
    (re.compile(r"/TT-BCT\b"), "Bộ Công Thương"),
    (re.compile(r"/TT-VPCP\b"), "Văn phòng Chính phủ"),
)
PLAIN_D = re.compile(r"/(?:ND-CP|QD-|TTg-QD)")


def check(entry: Entry, context: ValidationContext) -> Iterator[Finding]:
    """A plain D, a kind that contradicts the sign, a year that contradicts the date."""
    law, number = entry.record, entry.record.number or ""
    if PLAIN_D.search(number):
        better = number.replace("/ND-", "/NĐ-").replace("/QD-", "/QĐ-")
        yield Finding(("so_ky_hieu",), f"“{number}” viết D thay cho Đ", f"Ý bạn là “{better}”?")
        return
    for sign, kinds in KINDS_BY_SIGN:
        if sign.search(number):
            if (
                law.kind
                and law.kind not in kinds
                and not (law.kind == "Nghị quyết liên tịch" and "Nghị quyết" in kinds)
            ):
                yield Finding(
                    ("loai",), f"“{number}” là {' hoặc '.join(kinds)}, đang ghi “{law.kind}”", f"Ý bạn là “{kinds[0]}”?"
                )
            break
    year = year_in(number)
    if year and law.issued and law.issued.year != year:
        yield Finding(
            ("ngay_ban_hanh",),
            f"số ký hiệu ghi năm {year} nhưng ngày ban hành là {law.issued:%d/%m/%Y}",
            "Xem lại ngày ban hành.",
            severity=WARNING if abs(law.issued.year - year) == 1 else None,
        )
    body = next((body for sign, body in BODIES_BY_SIGN if sign.search(number)), "")
    if body and law.body and fold(body) not in fold(law.body):
        yield Finding(
            ("co_quan_ban_hanh",),
            f"“{number}” là văn bản của {body}, đang ghi “{law.body}”",
            f"Ý bạn là “{body}”?",
            severity=WARNING,
        )
