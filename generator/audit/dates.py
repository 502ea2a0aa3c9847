"""Ngày tháng trong trang là ngày có thật, máy đọc được."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from generator.audit.finding import Finding
from generator.audit.site import BuiltSite

ID = "KT-009"
TITLE = "Ngày không có thật"
FORM = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?|\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?(Z|[+-]\d{2}:\d{2})?")


def check(site: BuiltSite) -> Iterator[Finding]:
    """Every <time datetime>: a year, a month, a day or a time that exists."""
    for name, page in site.pages.items():
        for tag in page.tags:
            if tag.name == "time" and "datetime" in tag.attributes and not _exists(tag.attributes["datetime"]):
                yield Finding(name, tag.place, f"“{tag.attributes['datetime']}” không phải ngày có thật", "Sửa ngày trong nội dung.")


def _exists(text: str) -> bool:
    if not FORM.fullmatch(text):
        return False
    whole = text + "-01-01"[len(text) - 4 :] if len(text) < 10 else text  # 2023 and 2023-05 stand for their first day
    try:
        dt.datetime.fromisoformat(whole)
    except ValueError:
        return False
    return True
