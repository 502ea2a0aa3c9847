"""Còn hỏi chứng minh nhân dân.

Chứng minh nhân dân hết giá trị từ 01/01/2025 (Luật Căn cước 26/2023/QH15 Điều 46 khoản 2). Người dân nay có thẻ căn
cước, căn cước công dân hoặc VNeID.

Sai: `ten_giay_to: Chứng minh nhân dân`
Đúng: `ten_giay_to: Thẻ căn cước hoặc căn cước công dân`
"""

import datetime as dt
import re
from collections.abc import Iterator

from generator.checks._engine.context import ValidationContext
from generator.checks._engine.rule import Finding
from generator.checks._engine.traversal import other_texts, papers
from generator.checks.papers.paper_abolished import ASKED, denied
from generator.loading.entry import Entry
from generator.problem import WARNING

ID = "TT-255"
SEVERITY = WARNING
LAW = "Luật Căn cước 2023 Đ46"
CONFIDENCE = "S"
CHECKS = ("L04",)
KINDS = ("procedure",)

SINCE = dt.date(2025, 1, 1)
OLD = re.compile(
    r"chứng minh (?:thư )?nhân dân|\bCM(?:T(?:ND)?|ND)\b|chứng minh thư"
    r"|(?:giấy|thẻ) chứng minh(?= (?:của|còn|bản|cũ)\b|\W*\Z)",
    re.IGNORECASE,
)
ALSO = re.compile(
    r"(?:ảnh|kiểu|cỡ)[^;,.]{0,40}chứng minh|chứng minh thư (?:ngoại giao|công vụ)|căn cước|CCCD|định danh"
    r"|quân đội|công an nhân dân|\bcũ\b|thu lại|thu hồi|nộp lại|trả lại|cắt góc",
    re.IGNORECASE,
)


def check(entry: Entry, context: ValidationContext) -> Iterator[Finding]:
    """An identity card as the only identity paper named."""
    if context.as_of < SINCE or not _may_name(entry.joined_texts):
        return
    for path, paper in papers(entry.record):
        name = paper.name or ""
        if _may_name(name) and OLD.search(name) and not ALSO.search(name):
            yield Finding(
                (*path, "ten_giay_to"),
                "chứng minh nhân dân hết giá trị từ 01/01/2025",
                "Ghi thẻ căn cước, căn cước công dân.",
            )
    for path, text in other_texts(entry.record):
        match = OLD.search(text) if _may_name(text) else None
        if match and ASKED.search(text[: match.start()]) and not denied(text, match):
            if not ALSO.search(text):
                yield Finding(
                    path,
                    "câu này hỏi chứng minh nhân dân, hết giá trị từ 01/01/2025",
                    "Ghi thẻ căn cước, căn cước công dân.",
                )


def _may_name(text: str) -> bool:
    """A quick look: most texts do not have these letters."""
    lowered = text.lower()
    return "chứng minh" in lowered or "cm" in lowered
