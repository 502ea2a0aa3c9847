"""Chữ trong bài không lên được trang.

Có những chữ viết trong tệp mà trang bỏ mất: ghi chú HTML `<!-- … -->`, chữ trong ngoặc nhọn như `<họ tên>`, ô thừa của một dòng bảng, chữ trong
`<script>`, `<style>`, chú thích của liên kết. Trang dựng thử từng bài, so từng chữ; chữ nào mất thì báo ở dòng của nó. Viết lại thành chữ thường,
hoặc xóa nếu đó chỉ là lời nhắc cho mình.

Sai: `Ghi rõ <họ tên> và <ngày sinh>.`
Đúng: `Ghi rõ họ tên và ngày sinh.`
"""

import html
import re
import unicodedata
from collections.abc import Iterator

from generator.problem import ERROR, WARNING
from generator.reading.store import Entry
from generator.rules.markdown_text import MARKDOWN_KINDS, Body, body_of
from generator.rules.rule import Finding
from generator.rules.text_markup import KINDS as NAMED_BY_MARKUP
from generator.rules.world import World

ID = "TT-185"
SEVERITY = ERROR
CHECKS = ("W05",)
KINDS = MARKDOWN_KINDS
MOST = 20  # places told of one text
SAMPLE = 24  # letters by which the two texts are found to be together once more

_TAGS = (
    "a|abbr|address|area|article|aside|audio|b|base|big|blockquote|br|button|caption|center|cite|code|col|colgroup|dd|del|details|dfn|div|dl|dt|em|"
    "embed|fieldset|figcaption|figure|font|footer|form|h[1-6]|header|hr|i|iframe|img|input|ins|kbd|label|legend|li|link|main|map|mark|meta|nav|"
    "object|ol|option|p|param|picture|pre|q|s|samp|script|section|select|small|source|span|strike|strong|style|sub|summary|sup|svg|table|tbody|td|"
    "textarea|tfoot|th|thead|time|title|tr|tt|u|ul|var|video|wbr"
)
# what a writer puts in that is no word of the text: (expression, group that is left out)
_SIGNS = (
    (re.compile(r"!\[[^\]\n]*\](?:\([^)\n]*\)|\[[^\]\n]*\])"), 0),  # pictures: rule TT-184 names them
    (re.compile(r"\]\([ \t]*(<[^>\n]*>|[^\s()]*(?:\([^\s()]*\)[^\s()]*)*)"), 1),
    (re.compile(r"\][ \n]?\[([^\]\n]*)\]"), 1),
    (re.compile(rf"</?(?:{_TAGS})(?=[\s/>])[^<>]*>", re.IGNORECASE), 0),
    (re.compile(r"^[ \t>]*(?:[-*+][ \t]+)*(\d{1,9})\.(?=[ \t])", re.MULTILINE), 1),
    (re.compile(r"^[ \t]*(?:`{3,}|~{3,})[ \t]*([^`\n]*)$", re.MULTILINE), 1),
)
_DEFINITION = re.compile(r"^ {0,3}\[([^\]\n]+)\]:[ \t]*\n?[ \t]*\S+", re.MULTILINE)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,30});", re.IGNORECASE)
_SCRIPT = re.compile(r"<(script|style)\b[^<>]*>.*?</\1>", re.DOTALL | re.IGNORECASE)
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)


def check(entry: Entry, world: World) -> Iterator[Finding]:
    """Words of the source that the page does not have."""
    body = body_of(entry)
    if body is None:
        return
    body = body._replace(text=unicodedata.normalize("NFC", body.text))  # lines stay what they are
    told: set[int] = set()
    scripts = list(_SCRIPT.finditer(body.text)) if entry.kind.name in NAMED_BY_MARKUP else []  # TT-083 names these
    for start, end in lost(body):
        if any(script.start() <= start < script.end() for script in scripts):
            continue
        line = body.line_at(start)
        if line in told or len(told) >= MOST:
            continue
        told.add(line)
        words = " ".join(body.text[start:end].split())
        shown = words if len(words) <= 60 else f"{words[:57]}…"
        if any(found.start() <= start < found.end() for found in _COMMENT.finditer(body.text)):
            yield Finding(
                ("noi_dung",),
                f"ghi chú “{shown}” không lên trang",
                "Để yên nếu chỉ là lời nhắc cho người biên tập; là lời cho người dân thì bỏ dấu <!-- và -->.",
                severity=WARNING,
                at=(line, 1),
            )
        else:
            yield Finding(
                ("noi_dung",),
                f"“{shown}” không lên được trang",
                "Bỏ dấu < > quanh chữ, bỏ mã HTML, ô thừa của bảng hay chú thích của liên kết; viết thành chữ thường.",
                at=(line, 1),
            )


def lost(body: Body) -> list[tuple[int, int]]:
    """(start, end) in the source of what the page lacks; both texts are compared letter by letter, without signs and blanks."""
    source, places = _letters(body.text)
    page = "".join(char for text, _ in body.shown for char in unicodedata.normalize("NFC", text) if char.isalnum())
    if source == page:
        return []
    found: list[tuple[int, int]] = []
    at = there = 0
    for _ in range(200):
        while at < len(source) and there < len(page) and source[at] == page[there]:
            at, there = at + 1, there + 1
        if at == len(source):
            break
        sample = page[there : there + SAMPLE]
        gone = source.find(sample, at) if sample else len(source)
        more = page.find(source[at : at + SAMPLE], there)
        if gone >= 0 and (more < 0 or gone - at <= more - there):
            found += _by_line(body.text, places[at], places[gone - 1] + 1)
            at = gone
        elif more >= 0:
            there = more
        else:
            found.append((places[at], places[at] + 1))
            at, there = at + 1, there + 1
    return [(_word(body.text, start, -1), _word(body.text, end, 1)) for start, end in found]


def _by_line(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A lost stretch, line by line."""
    while start < end:
        stop = text.find("\n", start, end)
        stop = end if stop < 0 else stop
        if any(char.isalnum() for char in text[start:stop]):
            yield start, stop
        start = stop + 1


def _word(text: str, at: int, step: int) -> int:
    """The edge of the word at an offset, in one direction."""
    while 0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum():
        at += step
    return at


def _letters(text: str) -> tuple[str, list[int]]:
    """The letters and digits of the source that a page should have, and where each stands."""
    left_out = bytearray(len(text))
    for pattern, group in _SIGNS:
        for match in pattern.finditer(text):
            _mark(left_out, *match.span(group))
    labels = {label.lower() for label in re.findall(r"\[([^\]\n]+)\](?!:)", text)}
    for match in _DEFINITION.finditer(text):
        if match[1].lower() in labels:
            _mark(left_out, *match.span())
    entities: dict[int, str] = {}
    for match in _ENTITY.finditer(text):
        if not left_out[match.start()]:
            entities[match.start()] = html.unescape(match[0])
            _mark(left_out, *match.span())
    letters: list[str] = []
    places: list[int] = []
    for at, char in enumerate(text):
        for one in entities.get(at, "") if left_out[at] else char:
            if one.isalnum():
                letters.append(one)
                places.append(at)
    return "".join(letters), places


def _mark(left_out: bytearray, start: int, end: int) -> None:
    left_out[start:end] = b"\x01" * (end - start)
