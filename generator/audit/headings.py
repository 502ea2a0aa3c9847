"""Các cấp tiêu đề nối nhau, không nhảy cóc, để người dùng trình đọc màn hình theo được."""

from __future__ import annotations

from collections.abc import Iterator

from generator.audit.finding import Finding
from generator.audit.site import BuiltSite
from generator.problem import WARNING

ID = "KT-007"
TITLE = "Tiêu đề nhảy cấp"


def check(site: BuiltSite) -> Iterator[Finding]:
    """No heading is more than one level below the one before it within the main part."""
    for name, page in site.pages.items():
        names = [tag.name for tag in page.tags]
        begin = names.index("main") if "main" in names else 0
        end = names.index("footer") if "footer" in names else len(names)
        last = 1
        for tag in page.tags[begin:end]:
            if len(tag.name) == 2 and tag.name[0] == "h" and tag.name[1] in "123456":
                level = int(tag.name[1])
                if level > last + 1:
                    yield Finding(name, tag.place, f"tiêu đề {tag.name} đứng ngay dưới h{last}", f"Dùng h{last + 1}.", "theo TT 26/2020", WARNING)
                last = level
