"""Trang của mỗi đơn vị cho biết cách liên hệ, hoặc nói rõ là còn chờ đơn vị bổ sung."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.audit.finding import Finding
from generator.audit.site import BuiltSite
from generator.problem import WARNING

ID = "KT-008"
TITLE = "Đơn vị chưa có liên hệ"
LAW = "theo NĐ 42/2022"
UNIT = re.compile(r"don-vi/[a-z0-9-]+/index\.html")


def check(site: BuiltSite) -> Iterator[Finding]:
    """A telephone number or a mailbox in the main part of every unit's page; a feedback page behind it."""
    for name, page in site.pages.items():
        if not UNIT.fullmatch(name):
            continue
        names = [tag.name for tag in page.tags]
        begin = names.index("main") if "main" in names else 0
        end = names.index("footer") if "footer" in names else len(names)
        links = [tag.attributes.get("href", "") for tag in page.tags[begin:end]]
        if not any(link.startswith(("tel:", "mailto:")) for link in links):
            yield Finding(name, (1, 1), "trang đơn vị chưa có số điện thoại hay thư điện tử nào", "Xin số và hộp thư của đơn vị, ghi vào content/units.", LAW, WARNING)
