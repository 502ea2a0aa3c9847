"""Chữ trên trang đọc được: không có byte hỏng, ký tự điều khiển, ký tự đảo chiều chữ; nội dung chính không bị giấu."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.audit.finding import AuditFinding
from generator.audit.site import BuiltSite, ParsedPage

ID = "KT-016"
TITLE = "Chữ không đọc được"
LAW = "theo TT 26/2020 (WCAG 1.3.2)"
# control characters, and those that turn the direction of what follows
BAD = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
REPLACED = "\ufffd"  # stands for bytes that are no UTF-8; the handbook also writes it


def check_page(page: ParsedPage, site: BuiltSite) -> Iterator[AuditFinding]:
    """Bytes that are no UTF-8, the first character that cannot be read, a main part that nobody is shown."""
    found = BAD.search(page.source)
    if REPLACED in page.source and not found and not _is_utf8((site.folder / page.file).read_bytes()):
        found = re.search(REPLACED, page.source)
    if found:
        before = page.source[: found.start()]
        place = before.count("\n") + 1, len(before) - before.rfind("\n")
        message = f"trang có ký tự không đọc được (U+{ord(found[0]):04X})"
        yield AuditFinding(page.file, place, message, "Xem lại nội dung gốc, rồi dựng lại trang.", LAW)
    main = page.first("main")
    if main and ("hidden" in main.attributes or main.attributes.get("aria-hidden") == "true"):
        yield AuditFinding(page.file, main.place, "phần nội dung chính bị giấu", "Dựng lại trang.", LAW)


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
