"""Trang thủ tục có đủ các phần theo luật, theo thứ tự câu hỏi của người dân, phần nào cũng có chữ."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.audit.finding import REBUILD, AuditFinding
from generator.audit.site import BuiltSite, ParsedPage, Tag

ID = "KT-004"
TITLE = "Trang thủ tục thiếu phần"
PARTS = (  # in the order of a visitor's questions
    "doi-tuong",
    "yeu-cau",
    "ho-so",
    "bieu-mau",
    "noi-nop",
    "cach-thuc",
    "thoi-han",
    "phi",
    "trinh-tu",
    "ket-qua",
    "co-quan",
    "can-cu",
)
PAGE = re.compile(r"thu-tuc/[^/]+/index\.html")
VERSION = re.compile(r"thu-tuc/[^/]+/tu-\d{4}-\d\d-\d\d/index\.html")
LAW = "NĐ 63/2010 Đ8, Đ15"


def check_page(page: ParsedPage, site: BuiltSite) -> Iterator[AuditFinding]:
    """The sections required by NĐ 63/2010 Đ8 k2 and Đ15, in the agreed order; notices of ended procedures and pages of
    withheld ones are skipped."""
    name = page.file
    article = next((tag for tag in page.tags if tag.name == "article" and tag.attributes.get("data-code")), None)
    if article is None and page.has_site_frame and PAGE.fullmatch(site.within(name)):
        yield AuditFinding(name, (1, 1), "trang thủ tục không có phần nội dung nào", REBUILD)
    if article is None or article.attributes.get("data-state") in ("ended", "withheld"):
        return
    if VERSION.fullmatch(site.within(name)):
        return  # a version is shown in short, and leads to the whole page
    for tag in page.tags:
        if tag.name == "section" and tag.attributes.get("id") in PARTS and len(tag.text) - _heading(page, tag) < 2:
            yield AuditFinding(
                name, tag.place, f"phần {tag.attributes['id']} trống", "Ghi nội dung, hoặc nói rõ là không có."
            )
    sections = [
        tag.attributes.get("id", "") for tag in page.tags if tag.name == "section" and tag.attributes.get("id") in PARTS
    ]
    missing = [part for part in PARTS if part not in sections]
    if missing:
        yield AuditFinding(name, article.place, f"thiếu phần: {', '.join(missing)}", "Xem mẫu trang thủ tục.")
    elif tuple(sections) != PARTS:
        message = f"các phần sai thứ tự: {', '.join(sections)}"
        yield AuditFinding(name, article.place, message, "Theo thứ tự của mẫu trang thủ tục.")


def _heading(page: ParsedPage, section: Tag) -> int:
    """Length of the section's first heading."""
    after = page.tags[page.tags.index(section) + 1 :]
    return next((len(tag.text) for tag in after if tag.name in ("h2", "h3")), 0)
