"""Ngày tháng trong trang là ngày có thật, máy đọc được."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from generator.audit.finding import AuditFinding
from generator.audit.site import BuiltSite, ParsedPage

ID = "KT-009"
TITLE = "Ngày không có thật"
FORM = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?|\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?(Z|[+-]\d{2}:\d{2})?")
DATE = re.compile(r"(?<![\d/.])(\d{1,2})/(\d{1,2})/((?:19|20)\d{2})(?![\d/])")  # 31/12/2023, not 12/31/2023/NĐ-CP


def check_page(page: ParsedPage, site: BuiltSite) -> Iterator[AuditFinding]:
    """Every <time datetime>: a year, month, day or time that exists; every date in the page's text."""
    name = page.file
    for tag in page.tags:
        if tag.name == "time" and "datetime" in tag.attributes and not _exists(tag.attributes["datetime"]):
            yield AuditFinding(
                name,
                tag.place,
                f"“{tag.attributes['datetime']}” không phải ngày có thật",
                "Sửa ngày trong nội dung.",
            )
    for tag in page.tags:
        if tag.name in ("main", "footer"):
            for found in DATE.finditer(tag.text):
                if not _exists(f"{found[3]}-{found[2]:0>2}-{found[1]:0>2}"):
                    yield AuditFinding(
                        name, tag.place, f"“{found[0]}” không phải ngày có thật", "Sửa ngày trong nội dung."
                    )


def _exists(text: str) -> bool:
    if not FORM.fullmatch(text):
        return False
    whole = text + "-01-01"[len(text) - 4 :] if len(text) < 10 else text  # 2023 and 2023-05: use their first day
    try:
        dt.datetime.fromisoformat(whole)
    except ValueError:
        return False
    return True
