"""Bỏ qua một kiểm tra không có hoặc không được bỏ qua.

`bo_qua_kiem_tra` ghi mã kiểm tra, lý do và ngày quyết định bỏ qua. Mã gõ sai thì không có tác dụng gì. Lỗi khi đọc tệp
và những kiểm tra mà luật không cho ngoại lệ (thiếu phần bắt buộc, tự đặt thêm yêu cầu …) không bỏ qua được: phải sửa.

Sai:
    bo_qua_kiem_tra:
      - ma: TT-20
        ly_do: để sau
        ngay: 2023-11-02
Đúng:
    bo_qua_kiem_tra:
      - ma: TT-060
        ly_do: Quyết định ký muộn là có thật, đã báo Phòng Kiểm soát TTHC.
        ngay: 2023-11-02
"""

import re
from collections.abc import Iterator

from generator.checks._engine.context import ValidationContext
from generator.checks._engine.rule import Finding, all_rules
from generator.loading.store import Entry
from generator.problem import ERROR
from generator.text.suggestions import suggest

ID = "TT-095"
SEVERITY = ERROR
SUPPRESSIBLE = False
KINDS = ("procedure", "unit", "law")


def check(entry: Entry, context: ValidationContext) -> Iterator[Finding]:
    """An unknown identifier, or that of a rule that is not suppressible."""
    for index, item in enumerate(entry.record.suppressions):
        if not item.rule:
            continue
        rule = next((rule for rule in all_rules() if rule.id == item.rule), None)
        here = ("bo_qua_kiem_tra", index, "ma")
        if rule is None:
            yield Finding(here, f"không có kiểm tra “{item.rule}”", _suggestion(item.rule))
        elif not rule.suppressible:
            yield Finding(here, f"{rule.id} ({rule.title.lower()}) không bỏ qua được", "Sửa lỗi rồi xóa mục này.")


def _suggestion(written: str) -> str:
    """TT-20 is TT-020 with a digit missing; otherwise the closest identifier."""
    number, identifiers = re.search(r"\d{1,3}", written), [rule.id for rule in all_rules()]
    same = f"TT-{int(number[0]):03}" if number else ""
    return (
        f"Ý bạn là “{same}”?"
        if same in identifiers
        else suggest(written, identifiers) or "Xem các mã ở sổ tay biên tập, hoặc chạy tthc explain."
    )
