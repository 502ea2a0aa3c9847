"""Mã thủ tục nhắc trong câu mà không có.

Mã như 2.002501 trong bài, trong câu thành liên kết để người dân bấm; mã không có trên trang thì chỉ là con số không
dẫn tới đâu. Sửa mã theo gợi ý, hoặc thêm thủ tục. Mã nơi khác giải quyết thì nói tên việc, tên cơ quan thay cho mã.

Sai: `noi_dung: Muốn sửa thì xem 1.00119.`
Đúng: `noi_dung: Muốn sửa thì xem 1.001193.`
"""

import re
from collections.abc import Iterator

from generator.checks._engine.context import ValidationContext
from generator.checks._engine.markdown_text import MARKDOWN_KINDS, body_of
from generator.checks._engine.own_fields import own_texts
from generator.checks._engine.rule import Finding
from generator.loading.entry import Entry
from generator.loading.versions import VERSIONED
from generator.problem import WARNING, KeyPath
from generator.schema.kinds import REGISTERS
from generator.text.suggestions import suggest

ID = "TT-188"
SEVERITY = WARNING
SCOPE = "content"
KINDS = (
    "procedure",
    "unit",
    "site",
    "field",
    "task",
    "plan",
    "guide",
    "notice",
    *VERSIONED.values(),
    *REGISTERS,
)
# what must not precede is looked at last: a search that begins with a digit is three times as fast
CODE = re.compile(r"\d\.\d{6}(?<![\d.,/][\s\S]{8})(?![\d.,]*\d)")
# keys that reference procedures: checked by other rules
NAMED = {"ma_thu_tuc", "thu_tuc", "lam_cung_luc", "thay_the_boi", "thu_tuc_khac", "gop_voi", "ten_thu_tuc"}
# quoted verbatim, or the source of a record
SOURCES = {
    "nguon",
    "nguyen_van",
    "ghi_chu_nguon",
    "ma_nguon",
    "tep",
    "lien_ket",
    "doan",
    "con",
    "bo_qua_kiem_tra",
    "doi_chieu",
}
NOT_HERE = NAMED | SOURCES
LIMIT = 20

Mention = tuple[KeyPath, str, tuple[int, int] | None]  # path, code, (line, column) if the text is Markdown


def facts(entry: Entry) -> list[Mention]:
    """Every code inside a sentence."""
    found: list[Mention] = []
    for path, _, text in own_texts(entry):
        if "." in text and CODE.search(text) and not NOT_HERE.intersection(path) and not text.startswith("http"):
            found += _of_text(entry, path, text)
    return found


def _of_text(entry: Entry, path: KeyPath, text: str) -> Iterator[Mention]:
    body = body_of(entry) if path == ("noi_dung",) and entry.kind.name in MARKDOWN_KINDS else None
    for match in CODE.finditer(text):
        if not (body and _in_code(body.pieces, match[0])):
            yield path, match[0], (body.line_at(match.start()), 1) if body else None


def check(entry: Entry, context: ValidationContext) -> Iterator[Finding]:
    """Codes inside sentences."""
    reported: set[str] = set()
    for path, code, at in entry.facts.get(ID, ()):
        if code in reported or context.has_procedure(code) or len(reported) >= LIMIT:
            continue
        reported.add(code)
        yield Finding(
            tuple(path),
            f"không có thủ tục {code} trên trang",
            suggest(code, list(context.procedures), 0.8) or "Xem lại mã, hoặc nói tên việc thay cho mã.",
            at=at,
        )


def _in_code(pieces: list[tuple[str, bool]], code: str) -> bool:
    """True if the code appears only in code spans: a sample, not a link."""
    return all(is_code for text, is_code in pieces if code in text)
