"""Mỗi trang có ngôn ngữ đúng với chữ trong trang, tiêu đề, đúng một tiêu đề lớn, phần nội dung chính,
không trùng id, không bị cắt ngang."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import cache

from generator.audit.finding import REBUILD, AuditFinding
from generator.audit.site import BuiltSite, ParsedPage, Tag
from generator.problem import WARNING

ID = "KT-002"
TITLE = "Trang thiếu phần cơ bản"
LAW = "theo TT 26/2020"
LANGUAGES = ("vi", "en")
ENOUGH = 200  # minimum number of letters to detect the language of a text
# shares of letters with Vietnamese diacritics: this site's texts have 0.25 to 0.35, English ones with Vietnamese names
# up to 0.1
VIETNAMESE, FOREIGN = 0.18, 0.03


def check_page(page: ParsedPage, site: BuiltSite) -> Iterator[AuditFinding]:
    """lang, title, one h1, main, unique ids, a complete page (TT 26/2020, WCAG); pages with a style sheet also need
    what phones require."""
    name = page.file
    yield from _language(name, page)
    for tag, wanted in (("title", "tiêu đề"), ("h1", "tiêu đề lớn (h1)"), ("main", "phần nội dung chính (main)")):
        if tag != "title" and page.redirects:
            continue  # nothing to read
        inside = _head(page) if tag == "title" else page.tags  # SVG drawings have titles too
        tags = [found for found in inside if found.name == tag]
        if len(tags) != 1:
            yield AuditFinding(name, (1, 1), f"trang có {len(tags)} {wanted}, cần đúng một", law="")
        elif not tags[0].text:
            yield AuditFinding(name, tags[0].place, f"{wanted} không có chữ")
    seen: set[str] = set()
    for tag_with_id, value in page.with_attribute("id"):
        if value in seen:
            yield AuditFinding(name, tag_with_id.place, f"id “{value}” lặp lại trong trang", law="")
        seen.add(value)
    if page.first("html") and "html" not in page.ended:
        yield AuditFinding(name, (1, 1), "trang bị cắt ngang (không có </html>)", REBUILD, law="")
    if page.has_stylesheet:
        yield from _for_phones(name, page)


def _head(page: ParsedPage) -> list[Tag]:
    names = [tag.name for tag in page.tags]
    return page.tags[: names.index("body")] if "body" in names else page.tags


def _language(name: str, page: ParsedPage) -> Iterator[AuditFinding]:
    html = page.first("html")
    lang = html.attributes.get("lang", "") if html else ""
    if html is None or not lang:
        yield AuditFinding(name, (1, 1), "trang không nói ngôn ngữ (lang)", 'Thêm lang="vi".')
        return
    if lang not in LANGUAGES:
        yield AuditFinding(
            name, html.place, f'lang="{lang}" không phải ngôn ngữ của trang này', 'Viết lang="vi" hoặc lang="en".'
        )
        return
    main = page.first("main")
    letters = [char for char in unicodedata.normalize("NFC", main.text[:4000] if main else "") if char.isalpha()]
    share = sum(map(_is_marked, letters)) / max(1, len(letters))
    if len(letters) >= ENOUGH and (share < FOREIGN if lang == "vi" else share > VIETNAMESE):
        yield AuditFinding(
            name,
            html.place,
            f'lang="{lang}" nhưng chữ trong trang là tiếng khác',
            "Sửa lang theo chữ trong trang.",
            "theo TT 26/2020 (WCAG 3.1.1)",
        )


@cache
def _is_marked(char: str) -> bool:
    return char in "đĐ" or len(unicodedata.normalize("NFD", char)) > 1


def _for_phones(name: str, page: ParsedPage) -> Iterator[AuditFinding]:
    if not any("charset" in tag.attributes for tag in page.tags if tag.name == "meta"):
        yield AuditFinding(name, (1, 1), "trang không nói bảng mã", 'Thêm <meta charset="utf-8">.', law="")
    viewport = page.first("meta", name="viewport")
    content = viewport.attributes.get("content", "").replace(" ", "") if viewport else ""
    if "width=device-width" not in content:
        yield AuditFinding(
            name,
            (1, 1),
            "trang không theo bề ngang điện thoại (viewport)",
            'Thêm <meta name="viewport" content="width=device-width, initial-scale=1">.',
        )
    if "user-scalable=no" in content or "maximum-scale=1" in content:
        yield AuditFinding(
            name,
            (1, 1),
            "trang không cho phóng to chữ",
            "Bỏ user-scalable, maximum-scale.",
            "theo TT 26/2020 (WCAG 1.4.4)",
        )
    description = page.first("meta", name="description")
    if page.has_site_frame and (description is None or not description.attributes.get("content", "").strip()):
        message = "trang không có lời mô tả (description)"
        yield AuditFinding(name, (1, 1), message, "Thêm mô tả ngắn cho trang.", law="", severity=WARNING)
