"""Trang thủ tục có đủ các phần theo luật, đúng thứ tự."""

from __future__ import annotations

from collections.abc import Iterator

from generator.audit.finding import Finding
from generator.audit.site import BuiltSite

ID = "KT-004"
TITLE = "Trang thủ tục thiếu phần"
PARTS = ("trinh-tu", "cach-thuc", "ho-so", "thoi-han", "phi", "doi-tuong", "co-quan", "noi-nop", "ket-qua", "bieu-mau", "yeu-cau", "can-cu")
LAW = "NĐ 63/2010 Đ8, Đ15"


def check(site: BuiltSite) -> Iterator[Finding]:
    """The sections of NĐ 63/2010 Đ8 k2 and Đ15 in the agreed order; tombstones of ended procedures are left out."""
    for name, page in site.pages.items():
        article = next((tag for tag in page.tags if tag.name == "article" and tag.attributes.get("data-code")), None)
        if article is None or article.attributes.get("data-state") == "ended":
            continue
        found = [tag.attributes.get("id", "") for tag in page.tags if tag.name == "section" and tag.attributes.get("id") in PARTS]
        missing = [part for part in PARTS if part not in found]
        if missing:
            yield Finding(name, article.place, f"thiếu phần: {', '.join(missing)}", "Xem mẫu trang thủ tục.", LAW)
        elif tuple(found) != PARTS:
            yield Finding(name, article.place, f"các phần sai thứ tự: {', '.join(found)}", "Theo thứ tự của luật.", LAW)
