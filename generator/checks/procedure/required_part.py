"""Thiếu phần bắt buộc.

Mỗi bộ phận mà luật đòi hỏi phải có và không để trống: tên, trình tự, cách thức, hồ sơ, thời hạn, đối tượng, cơ quan,
kết quả (NĐ 63/2010/NĐ-CP Điều 8 khoản 2 điểm a–h), mẫu đơn, điều kiện, phí (điểm i, nói rõ có, không hay chưa rõ),
căn cứ pháp lý, nơi và giờ nhận (Điều 15). Thông báo ghi điều luật của từng phần.

Điền phần còn thiếu theo quyết định công bố. Thủ tục đã bãi bỏ (`bai_bo`) chỉ cần giữ tên, mã, văn bản và ngày bãi bỏ.

Sai: `trinh_tu_thuc_hien:` (bỏ trống)
Đúng:
    trinh_tu_thuc_hien:
      - nguoi_thuc_hien: người nộp
        noi_dung: Nộp hồ sơ tại Bộ phận Một cửa.
"""

import re
from collections.abc import Iterator

from generator.checks._engine.context import ValidationContext
from generator.checks._engine.rule import Finding
from generator.loading.entry import Entry
from generator.problem import ERROR
from generator.schema.dates import iso_day
from generator.schema.fees import TimeLimit
from generator.schema.kinds import REGISTERS, SEARCH
from generator.schema.lifecycle import TOMBSTONE_KEYS, is_tombstone
from generator.schema.record import FieldSpec, is_blank, specs
from generator.text.audience import either

ID = "TT-020"
SEVERITY = ERROR
LAW = "NĐ 63/2010 Đ8 k2"
CONFIDENCE = "V"
SUPPRESSIBLE = False
CHECKS = (
    "L01",
    "L02",
    "L03",
    "L04",
    "L05",
    "L06",
    "L07",
    "L08",
    "L13",
    "L18",
    "M03",
    "M05",
    "P02",
    "P03",
    "P04",
    "W02",
    "W03",
    "W04",
)
NO_LAW = " "  # not asked for by a law: keep the rule's own article out of the message
KINDS = (
    "site",
    "field",
    "agency",
    "unit",
    "overlay",
    "law",
    "procedure",
    "plan",
    "task",
    "guide",
    "notice",
    "handbook",
    "holidays",
    *REGISTERS,
    *SEARCH,
)


# without these a record of a source says nothing that could be published
NEEDED = {
    ("ma_thu_tuc",),
    ("ten_thu_tuc",),
    ("linh_vuc",),
    ("cap_thuc_hien",),
    ("trinh_tu_thuc_hien",),
    ("cach_thuc_thuc_hien",),
    ("thanh_phan_ho_so",),
    ("so_ky_hieu",),
}
OTHER_RULE = set(specs(TimeLimit))  # number and unit of a time limit: TT-074


def check(entry: Entry, context: ValidationContext) -> Iterator[Finding]:
    """Yield one finding for each required field that is absent or empty."""
    tombstone = entry.kind.name == "procedure" and is_tombstone(entry.record, context.as_of)
    for path, spec, value in entry.fields:
        if (
            spec.required
            and not spec.inherited
            and is_blank(value)
            and spec not in OTHER_RULE
            and not any(fault[: len(path)] == path for fault in entry.faulty)
            and not (tombstone and path[0] not in TOMBSTONE_KEYS)
        ):
            hint = f"{spec.help} {hint_for(spec)}"
            if _is_comment(entry, spec.key):
                hint = either(
                    f"Dấu “#” sau “{spec.key}:” làm phần sau thành ghi chú: để cả giá trị trong dấu ngoặc kép.",
                    "Trong tệp, chữ sau dấu “#” là ghi chú: điền lại vào ô này.",
                )
            yield Finding(path, missing(spec), hint, spec.law or NO_LAW, key=True, open=path not in NEEDED)


def _is_comment(entry: Entry, key: str) -> bool:
    """True if the value of a key follows a “#”, so that YAML reads it as a comment."""
    text = entry.document.text
    return "#" in text and re.search(rf"^[^\S\n]*+(?:- ++)*+{key}: +#", text, re.MULTILINE) is not None


def missing(spec: FieldSpec) -> str:
    """What is said of a part that is not there."""
    return f"thiếu “{spec.label}”{either(f' ({spec.key})', '')}"


def hint_for(spec: FieldSpec) -> str:
    """What to write, for editors who have not seen the template; nothing on the form, which has a box for it."""
    inner = ", ".join(f"{part.key}: …" for part in specs(spec.part) if part.required) if spec.part else ""
    if spec.is_list:
        file = f"Viết “{spec.key}:”, dưới đó mỗi mục thụt vào và bắt đầu bằng “- ”" + (f" ({inner})." if inner else ".")
        return either(file, "Bấm “Thêm” rồi điền từng mục.")
    if inner:
        return either(f"Viết “{spec.key}:”, dưới đó thụt vào các dòng {inner}.", "Điền các ô ở trong.")
    return example_for(spec) or either(f"Viết “{spec.key}: …”.", "")


def example_for(spec: FieldSpec) -> str:
    """An example of a value, "" for a field without one."""
    shown = {"true": "có", "false": "không"}.get(spec.example, spec.example)
    if day := iso_day(spec.example):
        shown = f"{day:%d/%m/%Y}"
    return either(f"Ví dụ “{spec.key}: {spec.example}”.", f"Ví dụ “{shown}”.") if spec.example else ""
