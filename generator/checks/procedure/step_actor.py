"""Bước chưa rõ ai làm.

Trình tự là thứ tự các bước của *người làm thủ tục* và của *cơ quan* (NĐ 63/2010/NĐ-CP Điều 3 khoản 2). Bước không có
người làm thì người dân không biết mình phải làm gì, chờ ai. Ghi `người nộp` hoặc `cơ quan`; một bước có cả hai bên thì
tách làm hai. Câu mở đầu “Công chức kiểm tra …” ở bước của người nộp, “Người yêu cầu nộp …” ở bước của cơ quan thì hai
chỗ nói khác nhau: bị nhắc.

Sai:
    - nguoi_thuc_hien: chưa rõ
      noi_dung: Tiếp nhận hồ sơ.
Đúng:
    - nguoi_thuc_hien: cơ quan
      noi_dung: Tiếp nhận hồ sơ và ghi giấy hẹn.
"""

import re
from collections.abc import Iterator

from generator.checks._engine.context import ValidationContext
from generator.checks._engine.rule import Finding
from generator.loading.entry import Entry
from generator.problem import ERROR, WARNING
from generator.schema.procedure import Step
from generator.schema.values import UNKNOWN
from generator.text.audience import field

ID = "TT-043"
SEVERITY = ERROR
LAW = "NĐ 63/2010 Đ3 k2"
CONFIDENCE = "V"
CHECKS = ("L04",)
KINDS = ("procedure",)
OFFICE = (
    r"(?:cán bộ|công chức|ubnd|[uủ][ỷy] ban nhân dân|bộ phận (?:một cửa|tiếp nhận)|trung tâm phục vụ"
    r"|công an (?:xã|cấp)|chủ tịch ubnd|chi cục|cơ quan (?:đăng ký|tiếp nhận|thuế|có thẩm quyền|nhà nước)"
    r"|phòng (?:tư pháp|tài nguyên|nội vụ))\b"
)
APPLICANT = r"(?:người (?:yêu cầu|có yêu cầu|nộp|dân|đề nghị|đi đăng ký|đăng ký)|công dân|cá nhân|hộ gia đình|chủ hộ)\b"
# who opens the sentence, and what only that side does
BY_OFFICE = re.compile(
    rf"\W*{OFFICE}(?:(?!\b(?:nộp|gửi|đề nghị|cho)\b)[^.;\n]){{0,60}}?"
    r"\b(?:tiếp nhận|kiểm tra|thẩm định|thẩm tra|xem xét|xác minh|ghi (?:giấy hẹn|vào sổ)"
    r"|niêm yết|phê duyệt|trả kết quả|ban hành|cấp (?:giấy|bản))\b",
    re.IGNORECASE,
)
BY_APPLICANT = re.compile(
    rf"\W*{APPLICANT}(?:(?!\b(?:được|thì|nếu|khi|đã|do|chưa)\b)[^.;,\n]){{0,40}}?"
    r"\b(?:nộp|gửi|chuẩn bị|điền|kê khai|khai|đến nhận|nhận kết quả|ký|viết)\b",
    re.IGNORECASE,
)
OFFICE_TOO = re.compile(rf"(?<!\btại )(?<!\bđến )(?<!\bở )(?<!\bcho ){OFFICE}", re.IGNORECASE)  # not as a place


def check(entry: Entry, context: ValidationContext) -> Iterator[Finding]:
    """An actor that is left open (one that is absent is TT-020's), or is not the one who opens the step's text."""
    for index, step in enumerate(entry.record.steps):
        other = _other(step)
        if other:
            yield Finding(
                ("trinh_tu_thuc_hien", index, "nguoi_thuc_hien"),
                f"bước {index + 1} ghi “{step.actor}” làm, mà câu nói việc của {other}",
                f"Ghi {field('nguoi_thuc_hien')}: {other}, hoặc tách làm hai bước.",
                severity=WARNING,
            )
        if step.actor == UNKNOWN:
            yield Finding(
                ("trinh_tu_thuc_hien", index, "nguoi_thuc_hien"),
                f"bước {index + 1} chưa rõ ai làm",
                "Ghi “người nộp” hoặc “cơ quan”.",
                open=True,
            )


def _other(step: Step) -> str:
    """The actor that the first sentence of a step names, if it is not the one stated; empty if they agree."""
    text = step.text or ""
    if step.actor == "người nộp":
        return "cơ quan" if BY_OFFICE.match(text) else ""
    if step.actor == "cơ quan" and BY_APPLICANT.match(text):
        return "" if OFFICE_TOO.search(re.split(r"[.\n]", text)[0]) else "người nộp"
    return ""
