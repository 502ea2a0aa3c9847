"""Chữ trong bài không lên được trang.

Có những chữ viết trong tệp mà trang bỏ mất: ghi chú `<!-- … -->`, ô thừa của một dòng bảng, chú thích của liên kết.
Trang dựng thử từng bài, so từng chữ; chữ nào mất thì báo ở dòng của nó. Viết lại thành chữ thường, hoặc xóa nếu đó chỉ
là lời nhắc cho mình. (Mã HTML như `<b>` thì hiện ra đúng như đã gõ; TT-083 nhắc bỏ đi.)

Sai: `[mẫu đơn](../../thu-tuc/1-001193/ "in hai bản")`
Đúng: `[mẫu đơn](../../thu-tuc/1-001193/), in hai bản`
"""

import html
import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator

from generator.checks._engine.context import ValidationContext
from generator.checks._engine.markdown_text import MARKDOWN_KINDS, Body, body_of
from generator.checks._engine.rule import Finding
from generator.loading.entry import Entry
from generator.problem import ERROR, WARNING
from generator.text.excerpts import excerpt

ID = "TT-185"
SEVERITY = ERROR
CHECKS = ("W05",)
KINDS = MARKDOWN_KINDS
LIMIT = 20  # findings reported per text
SAMPLE = 24  # letters that must match for the two texts to be aligned again after a difference

_FENCE = re.compile(r"^[ \t]*(?:`{3,}|~{3,})[ \t]*([^`\n]*)$", re.MULTILINE)
# markup that is not part of the visible text: (expression, group to remove)
_SIGNS = (
    (re.compile(r"!\[[^\]\n]{0,500}\](?:\([^)\n]{0,500}\)|\[[^\]\n]{0,500}\])"), 0),  # images: reported by TT-184
    (re.compile(r"\]\([ \t]*(<[^>\n]{0,500}>|[^\s()]{0,2000}(?:\([^\s()]{0,200}\)[^\s()]{0,200}){0,9})"), 1),
    (re.compile(r"\][ \n]?\[([^\]\n]{0,500})\]"), 1),
    (re.compile(r"^[ \t>]*(?:[-*+][ \t]+)*(\d{1,9})\.(?=[ \t])", re.MULTILINE), 1),
    (_FENCE, 1),
)
_DEFINITION = re.compile(r"^ {0,3}\[([^\]\n]+)\]:[ \t]*+(?:\n[ \t]*+)?\S+", re.MULTILINE)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#x[0-9a-f]{1,6}|[a-z][a-z0-9]{1,30});", re.IGNORECASE)
_TICKS = re.compile(r"`+")


def check(entry: Entry, context: ValidationContext) -> Iterator[Finding]:
    """Words of the source that are missing on the page."""
    body = body_of(entry)
    if body is None:
        return
    body = body._replace(text=unicodedata.normalize("NFC", body.text))  # does not change line numbers
    reported: set[int] = set()
    comments = _between(body.text, "<!--", "-->")
    for start, end in _missing_from_page(body):
        line = body.line_at(start)
        if line in reported or len(reported) >= LIMIT:
            continue
        reported.add(line)
        shown = excerpt(" ".join(body.text[start:end].split()))
        if any(first <= start < last for first, last in comments):
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
                "Bỏ ô thừa của bảng hay chú thích của liên kết; viết thành chữ thường.",
                at=(line, 1),
            )


def _between(text: str, first: str, last: str) -> list[tuple[int, int]]:
    """(start, end) of each span from `first` to the next `last`."""
    found, at = [], text.find(first)
    while at >= 0 and (end := text.find(last, at)) >= 0:
        found.append((at, end + len(last)))
        at = text.find(first, end)
    return found


def _code(text: str) -> bytearray:
    """Marks characters in code spans (between backtick runs of equal length), where nothing is markup."""
    inside, runs, at = bytearray(len(text)), list(_TICKS.finditer(text)), 0
    after: dict[int, list[int]] = {}
    for number, run in enumerate(runs):
        after.setdefault(len(run[0]), []).append(number)
    while at < len(runs):
        same = after[len(runs[at][0])]
        follows = bisect_right(same, at)
        if follows == len(same):
            at += 1
            continue
        end = same[follows]
        _mark(inside, runs[at].end(), runs[end].start())
        at = end + 1
    return inside


def _missing_from_page(body: Body) -> list[tuple[int, int]]:
    """(start, end) in the source of text missing on the page; compares letters and digits only."""
    source, places = _letters(body.text)
    page = "".join(char for text, _ in body.pieces for char in unicodedata.normalize("NFC", text) if char.isalnum())
    if source == page:
        return []
    found: list[tuple[int, int]] = []
    at = there = 0
    for _ in range(200):
        while at < len(source) and there < len(page) and source[at] == page[there]:
            at, there = at + 1, there + 1
        if at == len(source):
            break
        gone, more = _realign(source, page, at, there)
        if gone >= 0 and (more < 0 or gone - at <= more - there):
            found += _by_line(body.text, places[at], places[gone - 1] + 1)
            at = gone
        elif more >= 0:
            there = more
        else:
            found.append((places[at], places[at] + 1))
            at, there = at + 1, there + 1
    return [(_word(body.text, start, -1), _word(body.text, end, 1)) for start, end in found]


def _realign(source: str, page: str, at: int, there: int) -> tuple[int, int]:
    """(offset in the source that matches the page at `there`, offset in the page that matches the source at `at`); -1
    if there is none."""
    if there == len(page):
        return len(source), -1
    for size in (SAMPLE, SAMPLE // 3):
        gone = source.find(page[there : there + size], at)
        more = page.find(source[at : at + size], there)
        if gone >= 0 or more >= 0:
            return gone, more
    return -1, -1


def _by_line(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A missing span, line by line."""
    while start < end:
        stop = text.find("\n", start, end)
        stop = end if stop < 0 else stop
        if any(char.isalnum() for char in text[start:stop]):
            yield start, stop
        start = stop + 1


def _word(text: str, at: int, step: int) -> int:
    """The boundary of the word at an offset, in direction `step` (-1 or 1)."""
    while 0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum():
        at += step
    return at


def _letters(text: str) -> tuple[str, list[int]]:
    """The letters and digits of the source that the page should show, and the offset of each."""
    left_out, code = bytearray(len(text)), _code(text)
    for pattern, group in _SIGNS:
        for match in pattern.finditer(text):
            if pattern is not _FENCE and match.start(group) < len(code) and code[match.start(group)]:
                continue
            _mark(left_out, *match.span(group))
    labels = {label.lower() for label in re.findall(r"\[([^\[\]\n]{1,200})\](?!:)", text)}
    for match in _DEFINITION.finditer(text):
        if match[1].lower() in labels:
            _mark(left_out, *match.span())
    entities: dict[int, str] = {}
    for match in _ENTITY.finditer(text):
        if not left_out[match.start()] and not code[match.start()]:
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
