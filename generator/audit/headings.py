"""Các cấp tiêu đề nối nhau, không nhảy cóc, để người dùng trình đọc màn hình theo được."""

from __future__ import annotations

from collections.abc import Iterator

from generator.audit.finding import AuditFinding
from generator.audit.site import BuiltSite, ParsedPage

ID = "KT-007"
TITLE = "Tiêu đề nhảy cấp"
LAW = "theo TT 26/2020 (WCAG 1.3.1)"


def check_page(page: ParsedPage, site: BuiltSite) -> Iterator[AuditFinding]:
    """In the main part: no heading is empty or more than one level below the previous one; the first is the h1."""
    name = page.file
    names = [tag.name for tag in page.tags]
    begin = names.index("main") if "main" in names else 0
    end = names.index("footer") if "footer" in names else len(names)
    last = 0
    for tag in page.tags[begin:end]:
        if len(tag.name) == 2 and tag.name[0] == "h" and tag.name[1] in "123456":
            level = int(tag.name[1])
            if not tag.text:
                yield AuditFinding(name, tag.place, f"tiêu đề {tag.name} không có chữ", "Viết tiêu đề, hoặc bỏ thẻ.")
            if level > last + 1:
                yield AuditFinding(
                    name,
                    tag.place,
                    f"tiêu đề {tag.name} đứng ngay dưới h{last}" if last else f"tiêu đề {tag.name} đứng trước h1",
                    f"Dùng h{last + 1}.",
                )
            last = level
