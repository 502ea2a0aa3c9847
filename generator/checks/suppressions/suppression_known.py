"""Bỏ qua một kiểm tra không có hoặc không được bỏ qua.

`bo_qua_kiem_tra` ghi mã kiểm tra, lời của lỗi đã xem, lý do và ngày quyết định bỏ qua, mỗi lỗi một mục. Mã gõ sai thì
không có tác dụng gì, “để sau” không phải lý do. Lỗi khi đọc tệp và những kiểm tra mà luật không cho ngoại lệ (thiếu
phần bắt buộc, tự đặt thêm yêu cầu …) không bỏ qua được: phải sửa. Không ghi `thong_bao` thì mọi lỗi của mã ấy trong hồ
sơ, cả lỗi sau này, đều bị che; chép lời của lỗi vào thì lỗi khác vẫn được báo.

Sai:
    bo_qua_kiem_tra:
      - ma: TT-20
        ly_do: để sau
        ngay: 2023-11-02
Đúng:
    bo_qua_kiem_tra:
      - ma: TT-060
        thong_bao: quyết định công bố ký 10/05/2023, sau ngày áp dụng 01/05/2023
        ly_do: Quyết định ký muộn là có thật, đã báo Phòng Kiểm soát TTHC.
        ngay: 2023-11-02
"""

import re
from collections.abc import Iterator

from generator.checks._engine.context import ValidationContext
from generator.checks._engine.rule import Finding, all_rules
from generator.loading.entry import Entry
from generator.problem import ERROR, WARNING
from generator.text.audience import field
from generator.text.suggestions import suggest

ID = "TT-095"
SEVERITY = ERROR
SUPPRESSIBLE = False
KINDS = ("procedure", "unit", "law")
GIVES_WAY_TO = ("TT-096",)
NO_REASON = re.compile(
    r"(?:(?:để|sửa|xem|làm) sau|tạm(?: thời)?|tạm bỏ qua|ok|oke|bỏ qua|không rõ|chưa rõ|không cần|không sao|thử)\W*",
    re.IGNORECASE,
)


def check(entry: Entry, context: ValidationContext) -> Iterator[Finding]:
    """An unknown identifier, or that of a rule that is not suppressible; a suppression that hides later faults too."""
    named: set[tuple[str, str | None]] = set()
    for index, item in enumerate(entry.record.suppressions):
        if not item.rule:
            continue
        if not named.isdisjoint({(item.rule, item.message), (item.rule, None)}):
            yield Finding(("bo_qua_kiem_tra", index, "ma"), f"{item.rule} đã bỏ qua ở trên", "Gộp hai mục.")
            continue
        named.add((item.rule, item.message))
        if NO_REASON.fullmatch(item.reason or ""):
            said = f"“{item.reason}” không nói vì sao được bỏ qua"
            yield Finding(("bo_qua_kiem_tra", index, "ly_do"), said, "Ghi lý do: ai quyết định, vì sao đúng như vậy.")
        rule = next((rule for rule in all_rules() if rule.id == item.rule), None)
        here = ("bo_qua_kiem_tra", index, "ma")
        if rule is None:
            yield Finding(here, f"không có kiểm tra “{item.rule}”", _suggestion(item.rule))
        elif not rule.suppressible:
            yield Finding(here, f"{rule.id} ({rule.title.lower()}) không bỏ qua được", "Sửa lỗi rồi xóa mục này.")
        elif not item.message:
            said = f"mọi lỗi {rule.id} của hồ sơ này, cả lỗi sau này, đều bị bỏ qua"
            yield Finding(
                here,
                said,
                f"Chép lời của lỗi đã xem vào {field('thong_bao')} (xóa mục này để thấy lời).",
                severity=WARNING,
            )


def _suggestion(written: str) -> str:
    """TT-20 is TT-020 with a digit missing; otherwise the closest identifier."""
    number, identifiers = re.search(r"\d{1,3}", written), [rule.id for rule in all_rules()]
    same = f"TT-{int(number[0]):03}" if number else ""
    return (
        f"Ý bạn là “{same}”?"
        if same in identifiers
        else suggest(written, identifiers) or "Xem các mã ở sổ tay biên tập, hoặc chạy tthc explain."
    )
