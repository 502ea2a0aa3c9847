"""Mỗi trang có ngôn ngữ, tiêu đề, đúng một tiêu đề lớn, phần nội dung chính, và không trùng id."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from generator.audit.finding import Finding
from generator.audit.site import BuiltSite

ID = "KT-002"
TITLE = "Trang thiếu phần cơ bản"


def check(site: BuiltSite) -> Iterator[Finding]:
    """lang, title, one h1, main, description, unique ids (TT 26/2020, WCAG)."""
    for name, page in site.pages.items():
        count = Counter(tag.name for tag in page.tags)
        html = next((tag for tag in page.tags if tag.name == "html"), None)
        if html is None or not html.attributes.get("lang"):
            yield Finding(name, (1, 1), "trang không nói ngôn ngữ (lang)", 'Thêm lang="vi".', "theo TT 26/2020")
        for tag, wanted in (("title", "tiêu đề"), ("h1", "tiêu đề lớn (h1)"), ("main", "phần nội dung chính (main)")):
            if count[tag] != 1:
                yield Finding(name, (1, 1), f"trang có {count[tag]} {wanted}, cần đúng một")
        seen: set[str] = set()
        for tag_with_id, value in page.with_attribute("id"):
            if value in seen:
                yield Finding(name, tag_with_id.place, f"id “{value}” lặp lại trong trang")
            seen.add(value)
