"""Ký hiệu trình bày hiện nguyên trên trang.

Liên kết, chữ đậm, bảng viết thiếu dấu thì trang không hiểu và hiện nguyên ký hiệu: `[mẫu đơn](https://…` thiếu ngoặc
đóng, `[chữ] (địa chỉ)` thừa dấu cách, `**đậm` thiếu hai dấu sao, bảng thiếu dòng gạch. Cũng không dùng được chú thích
cuối trang `[^1]`, ô đánh dấu `[ ]`, thuộc tính `{: …}`, gạch ngang chữ `~~`. Sửa ký hiệu, hoặc viết không cần nó. Muốn
cho người đọc thấy đúng ký hiệu thì để trong dấu huyền.

Sai: `xem [các xã] (../../don-vi/)`
Đúng: `xem [các xã](../../don-vi/)`
"""

import re
from collections.abc import Iterator

from generator.checks._engine.context import ValidationContext
from generator.checks._engine.markdown_text import MARKDOWN_KINDS, body_of, shown_of
from generator.checks._engine.rule import Finding
from generator.loading.entry import Entry
from generator.problem import WARNING

ID = "TT-186"
SEVERITY = WARNING
KINDS = MARKDOWN_KINDS
# (markup that stays visible, what it was meant to be)
RAW = (
    (re.compile(r"\] ?\((?:https?:|\.\.?/|/|#|www\.|mailto:)"), "liên kết viết chưa đúng"),
    (re.compile(r"\]\((?=\S)"), "liên kết viết chưa đúng"),
    (re.compile(r"\)\[(?:https?:|\.\.?/|www\.)"), "liên kết viết ngược, phải là [chữ](địa chỉ)"),
    (re.compile(r"\[\^[\w-]+\]"), "chú thích cuối trang không dùng được"),
    (re.compile(r"(?m)^[ \t]*\[[ xX]\] "), "ô đánh dấu không dùng được"),
    (re.compile(r"\{: ?[.#\w]"), "thuộc tính không dùng được"),
    (re.compile(r"\*\*(?=\w)|(?<=\w)\*\*|(?<!\w)__(?=\w)"), "chữ đậm viết chưa đúng"),
    (re.compile(r"~~(?=\w)"), "gạch ngang chữ không dùng được"),
    (
        re.compile(r"\|[ \t]{0,20}:?-{2,200}:?[ \t]{0,20}(?:\||$)|^[ \t]{0,20}:?-{3,200}:?[ \t]{0,20}\|"),
        "bảng viết chưa đúng",
    ),
    (re.compile(r"(?m)^[ \t]*(?:#{1,6}|[-*+>]) (?=\w)"), "đầu mục, gạch đầu dòng phải có một dòng trống ở trên"),
    (re.compile(r"(?m)^[ \t]*#{2,6}(?=[^\W\d])"), "đầu mục thiếu dấu cách sau dấu #"),
    (re.compile(r"`{3}|~{3}"), "đoạn mã thiếu dấu đóng"),
    (re.compile(r"!\[(?=[^\]]{0,500}\])"), "ảnh viết chưa đúng, và ảnh không được đăng"),
    (re.compile(r"\]\[(?=[\w-])"), "liên kết chưa có địa chỉ"),
    (re.compile(r"<!--|-->"), "ghi chú HTML thiếu dấu đóng hay dấu mở"),
)


MEANT = re.compile(r"\\[\\`*_{}\[\]()#+.!<>~|-]|&#?\w+;")  # escaped: meant to be visible


def check(entry: Entry, context: ValidationContext) -> Iterator[Finding]:
    """Markdown syntax visible on the page outside code."""
    body = body_of(entry)
    if body is None:
        return
    pieces = body.pieces
    if MEANT.search(body.text) and any(_raw(text) for text, code in pieces if not code):
        pieces = shown_of(MEANT.sub("·", body.text))
    at = 0
    for text, code in pieces:
        start = text.split("\n", 1)[0].strip()[:40] if text.strip() else ""
        place = body.text.find(start, at) if start else -1
        at = place if place >= 0 else at
        raw = None if code else _raw(text)
        if raw:
            match, what = raw
            line = _line_of(body.text, text[match.start() : match.end() + 12].split("\n")[0].strip(), at)
            words = " ".join(text[max(0, match.start() - 20) : match.end() + 20].split())
            yield Finding(
                ("noi_dung",),
                f"“{words[:60]}” hiện nguyên ký hiệu: {what}",
                "Sửa ký hiệu, hoặc để trong dấu huyền (`) nếu muốn hiện nguyên.",
                at=(body.line_at(line), 1),
            )


def _raw(text: str) -> tuple[re.Match[str], str] | None:
    return next(((match, what) for pattern, what in RAW if (match := pattern.search(text))), None)


def _line_of(source: str, words: str, at: int) -> int:
    """The offset of `words` in the source from `at` on, else `at`."""
    for part in (words, words[:6], words[:3]):
        place = source.find(part, at) if part else -1
        if place >= 0:
            return place
    return at
