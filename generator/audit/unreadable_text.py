"""Chữ trên trang đọc được: không có byte hỏng, chữ đọc nhầm bảng mã, ký tự điều khiển, ký tự đảo chiều chữ,
chỗ trống của mẫu trang; nội dung chính không bị giấu."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.audit.finding import REBUILD, AuditFinding
from generator.audit.site import BuiltSite, ParsedPage, place_in
from generator.text.misread import MISREAD

ID = "KT-016"
TITLE = "Chữ không đọc được"
LAW = "theo TT 26/2020 (WCAG 1.3.2)"
MEND = "Xem lại nội dung gốc, rồi dựng lại trang."
# control characters, and those that turn the direction of what follows
BAD = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
REPLACED = "\ufffd"  # stands for bytes that are no UTF-8; the handbook also writes it
BLANK = re.compile(r"\{\{[^{}\n]*\}\}|\{%[^%\n]*%\}")  # of a template
CODE = re.compile(r"(?s)<(code|pre|script)\b.*?(?:</\1>|\Z)")  # what is not closed goes to the end: each is read once


def check_page(page: ParsedPage, site: BuiltSite) -> Iterator[AuditFinding]:
    """Bytes that are no UTF-8, the first character that cannot be read, misread letters, blanks of a template outside
    code, a main part that nobody is shown."""
    found = BAD.search(page.source)
    if REPLACED in page.source and not found and not _is_utf8((site.folder / page.file).read_bytes()):
        found = re.search(REPLACED, page.source)
    if found:
        message = f"trang có ký tự không đọc được (U+{ord(found[0]):04X})"
        yield AuditFinding(page.file, place_in(page.source, found.start()), message, MEND)
    for form, what in ((MISREAD, "chữ đọc nhầm bảng mã"), (BLANK, "chỗ trống của mẫu trang")):
        if form.search(page.source) and (seen := form.search(CODE.sub(_same_length, page.source))):
            yield AuditFinding(page.file, place_in(page.source, seen.start()), f"trang có {what}: “{seen[0]}”", MEND)
    main = page.first("main")
    if main and ("hidden" in main.attributes or main.attributes.get("aria-hidden") == "true"):
        yield AuditFinding(page.file, main.place, "phần nội dung chính bị giấu", REBUILD)


def _same_length(found: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", found[0])


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
