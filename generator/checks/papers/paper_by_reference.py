"""Giấy tờ chỉ gọi bằng điều khoản.

“Một trong các giấy tờ quy định tại Điều 137” thì người dân phải tự tìm luật mới biết mang gì. Thành phần hồ sơ phải nêu
rõ tên từng giấy tờ (NĐ 63/2010/NĐ-CP Điều 8 khoản 2 điểm d); “giấy tờ khác có liên quan”, “theo yêu cầu của cán bộ” thì
ai cũng đòi thêm được. Kể tên giấy tờ, điều khoản để ở `ghi_chu`.

Sai: `ten_giay_to: Các giấy tờ quy định tại khoản 2 Điều 10 Nghị định 102/2024/NĐ-CP`
Đúng: `ten_giay_to: Giấy chứng nhận quyền sử dụng đất`
"""

import re
from collections.abc import Iterator

from generator.checks._engine.context import ValidationContext
from generator.checks._engine.rule import Finding
from generator.checks._engine.traversal import papers
from generator.loading.entry import Entry
from generator.problem import WARNING
from generator.text.audience import field

ID = "TT-240"
SEVERITY = WARNING
LAW = "NĐ 63/2010 Đ8 k2 d"
CONFIDENCE = "V"
CHECKS = ("L04",)
KINDS = ("procedure",)

REFERENCE = re.compile(
    r"\W*(?:bản sao (?:một trong )?)?(?:một trong (?:các|những) |các |những )?(?:loại )?"
    r"(?:giấy tờ|tài liệu|hồ sơ|văn bản|chứng từ|thành phần hồ sơ)(?: khác)?(?: (?:có )?liên quan)?(?: \([^)]*\))?,?"
    r" (?:được )?(?:(?:theo )?quy định |nêu |ghi )?(?:tại|theo|của) "
    r"(?:các )?(?:khoản|điểm|điều|mục|quy định|pháp luật|luật|nghị định|thông tư)\b[^:;]*",
    re.IGNORECASE,
)
OPEN_END = re.compile(
    r"\W*(?:các |những )?(?:loại )?(?:giấy tờ|tài liệu|hồ sơ|thành phần hồ sơ|chứng từ)(?:, (?:giấy tờ|tài liệu))?"
    r"(?: khác| có liên quan| liên quan| có| cần thiết| chứng minh| kèm theo| tương tự| (?:như|nêu) trên){0,4}"
    r"(?: theo (?:yêu cầu|hướng dẫn|đề nghị)\b[^:;]*+| \(?nếu có\)?)?\W*",
    re.IGNORECASE,
)


def check(entry: Entry, context: ValidationContext) -> Iterator[Finding]:
    """A paper whose whole name is a reference; one that goes on to name papers after a colon is fine."""
    for path, paper in papers(entry.record):
        if OPEN_END.fullmatch(paper.name or ""):
            yield Finding(
                (*path, "ten_giay_to"),
                "“giấy tờ khác” không cho biết phải mang gì",
                "Kể tên từng giấy tờ, hoặc bỏ dòng này.",
            )
        elif REFERENCE.fullmatch(paper.name or ""):
            yield Finding(
                (*path, "ten_giay_to"),
                "giấy tờ chỉ gọi bằng điều khoản, người dân không biết mang gì",
                f"Kể tên từng giấy tờ; điều khoản để ở {field('ghi_chu')}.",
            )
