"""Trang không tải gì từ máy khác, không có mã lệnh hay kiểu dáng viết thẳng trong trang."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.audit.finding import Finding
from generator.audit.site import BuiltSite

ID = "KT-003"
TITLE = "Tải từ máy khác hoặc mã trong trang"
LOADS = {"script": "src", "img": "src", "iframe": "src", "source": "src", "video": "src", "audio": "src", "embed": "src", "object": "data"}
LOADING_LINKS = {"stylesheet", "icon", "preload", "modulepreload", "prefetch", "manifest"}


def check(site: BuiltSite) -> Iterator[Finding]:
    """Loads from other hosts, inline scripts, styles and event attributes."""
    for name, page in site.pages.items():
        for tag in page.tags:
            given = tag.attributes
            address = given.get(LOADS.get(tag.name, ""), "")
            if tag.name == "link" and LOADING_LINKS & set(given.get("rel", "").split()):
                address = given.get("href", "")
            if re.match(r"(?i)(https?:)?//", address):
                yield Finding(name, tag.place, f"trang tải “{address}” từ máy khác", "Để tệp vào trang của mình.")
            if tag.name == "script" and "src" not in given and not given.get("type", "").startswith("application/"):
                yield Finding(name, tag.place, "mã lệnh viết thẳng trong trang", "Chuyển vào tệp .js.")
            if tag.name == "style" or "style" in given:
                yield Finding(name, tag.place, "kiểu dáng viết thẳng trong trang", "Chuyển vào tệp .css.")
            for attribute in given:
                if attribute.startswith("on"):
                    yield Finding(name, tag.place, f"mã lệnh trong thuộc tính {attribute}", "Chuyển vào tệp .js.")
            link = given.get("href", "").strip().lower()
            if link.startswith(("javascript:", "data:", "vbscript:")):
                yield Finding(name, tag.place, "liên kết chạy mã lệnh", "Xóa liên kết.")
