"""Quyết định công bố thiếu số hoặc ngày thật.

Người dân có quyền từ chối điều chưa được công bố (NĐ 63/2010/NĐ-CP Điều 21 khoản 2), nên trang và bản in nào cũng mang
số và ngày quyết định công bố (Điều 13, 15, 23). Số phải là số thật dạng `1872/QĐ-BTP`; chưa biết thì không được đặt
ra. Ngày “chưa rõ” chỉ bị nhắc: hãy tìm ở bản quyết định hoặc ở CSDL quốc gia. Hồ sơ đã kể `quyet_dinh_cong_bo` ở
`phan_cho_doi_chieu` thì số, ngày “chưa rõ” chỉ nhắc một lần, ở TT-041.

Sai: `so: chưa rõ`
Đúng: `so: 1872/QĐ-BTP`
"""

import re
from collections.abc import Iterator

from generator.checks._engine.context import ValidationContext
from generator.checks._engine.look_alikes import ALIKE
from generator.checks._engine.pending import downgrade_if_pending
from generator.checks._engine.rule import Finding
from generator.checks.procedure.decision_normative import NORMATIVE
from generator.loading.entry import Entry
from generator.problem import ERROR, WARNING
from generator.schema.values import UNKNOWN

ID = "TT-052"
SEVERITY = ERROR
SUPPRESSIBLE = False
LAW = "NĐ 63/2010 Đ15, Đ21 k2"
CONFIDENCE = "V"
CHECKS = ("L08", "L15")
KINDS = ("procedure",)
NUMBER = re.compile(
    r"(?:số\s*)?[\w.]{1,12}/(?:\d{4}/)?(?:QĐ|NQ|TB|VBHN)\S*|QĐ/\S+|\d(?:(?!QĐ)\S)*+QĐ\S*+", re.IGNORECASE
)

SAID = re.compile(r"số(?:\s*:\s*|\s+)(?=\d)", re.IGNORECASE)


def check(entry: Entry, context: ValidationContext) -> Iterator[Finding]:
    """A number that is none, one of an unusual shape (warning), a date that is not known (warning)."""
    decision = entry.record.decision
    if decision is None:
        return
    number = decision.number or ""
    pending = downgrade_if_pending(entry.record, "quyet_dinh_cong_bo")  # what is not known is TT-041's then
    if number.lower() in {UNKNOWN, "không", "không số", "không có thông tin"}:
        if not pending or number != UNKNOWN:
            yield Finding(
                ("quyet_dinh_cong_bo", "so"),
                f"số quyết định công bố còn “{number}”",
                "Ghi số thật, ví dụ 1872/QĐ-BTP.",
                severity=pending,
            )
    elif (
        number
        and not NUMBER.fullmatch(number)
        and not NORMATIVE.fullmatch(number)  # that is TT-243
        and not ALIKE.search(number)  # that is TT-073
    ):
        turned = re.fullmatch(r"(\d+)\s*[/-]\s*(?:QD[-/]?)?(\w+?)(?:[-/]?Q[DĐ])?", number, re.IGNORECASE)
        hint = (
            f"Ý bạn là “{turned[1]}/QĐ-{turned[2]}”?"
            if turned and re.search("Q[DĐ]", number, re.IGNORECASE)
            else "Viết dạng 1872/QĐ-BTP."
        )
        yield Finding(
            ("quyet_dinh_cong_bo", "so"), f"“{number}” không giống số của một quyết định", hint, severity=WARNING
        )
    elif SAID.match(number):
        hint = f"Ghi “{SAID.sub('', number)}”: trang tự viết chữ “số” ở trước."
        yield Finding(("quyet_dinh_cong_bo", "so"), f"“{number}” thừa chữ “số”", hint, severity=WARNING)
    if decision.date == UNKNOWN and not pending:
        yield Finding(
            ("quyet_dinh_cong_bo", "ngay"),
            "ngày ký quyết định công bố còn “chưa rõ”",
            "Tìm ở bản quyết định hoặc CSDL quốc gia.",
            severity=WARNING,
        )
