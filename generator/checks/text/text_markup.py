"""Còn mã HTML hoặc ký hiệu trình bày trong câu.

Chép từ trang web hay từ dữ liệu API thường kéo theo `<br>`, `&nbsp;`, `_x000D_`; trên trang của ta chúng hiện nguyên
như vậy. Dấu `**` và `[chữ](https://…)` của Markdown cũng thế, trừ trong hướng dẫn, tin. Xóa đi, xuống dòng thì tách
thành bước hoặc mục riêng.

Sai: `noi_dung: Nộp hồ sơ.<br/>Chờ kết quả.`
Đúng: `noi_dung: Nộp hồ sơ rồi chờ kết quả.`
"""

import re
from collections.abc import Iterator

from generator.checks._engine.context import ValidationContext
from generator.checks._engine.file_text import find_in_text, text_of
from generator.checks._engine.markdown_text import MARKDOWN_KINDS
from generator.checks._engine.rule import Finding
from generator.loading.entry import Entry
from generator.loading.versions import VERSIONED
from generator.problem import WARNING
from generator.schema.kinds import REGISTERS

ID = "TT-083"
SEVERITY = WARNING
KINDS = (
    "guide",
    "notice",
    "procedure",
    "law",
    "unit",
    "site",
    "field",
    "agency",
    "overlay",
    "task",
    "plan",
    *VERSIONED.values(),
    *REGISTERS,
)
MARKUP = re.compile(
    r"</?(?:script|style|iframe|object|br|p|div|span|b|i|u|strong|em|ul|ol|li|table|tr|td|th|font|a|img|h[1-6])"
    r"(?=[\s/>])[^<>\n]{0,200}>"  # a name of a tag ends there: <a@b.vn> is an address
    r"|&(?:nbsp|amp|lt|gt|quot|#\d{1,6}|#x[0-9a-f]{1,6});|_x000[0-9A-F]_",
    re.IGNORECASE,
)

# of Markdown, in records that are no Markdown
MARKED = re.compile(
    r"(?<![*\w])\*\*(?=[^\W_])[^*\n]{1,200}\*\*(?![*\w])|\[[^\[\]\n]{1,200}\]\(https?://[^\s()]{1,500}\)"
)
SIGNS = ("<", "&", "_x000", "_X000")


def check(entry: Entry, context: ValidationContext) -> Iterator[Finding]:
    """HTML tags, entities and spreadsheet escapes."""
    text = text_of(entry)
    if entry.kind.name not in MARKDOWN_KINDS and ("**" in text or "](" in text):
        for spot in find_in_text(MARKED, text):
            yield Finding((), f"“{spot.excerpt[:40]}” hiện nguyên dấu như vậy", "Chỉ viết chữ.", at=spot.at)
    if not any(sign in text for sign in SIGNS):
        return
    for spot in find_in_text(MARKUP, text):
        yield Finding((), f"còn mã trình bày “{spot.excerpt[:30]}”", "Xóa mã này.", at=spot.at)
