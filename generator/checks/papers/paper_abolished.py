"""Đòi giấy tờ đã bị bỏ.

Từ 01/01/2023 sổ hộ khẩu, sổ tạm trú giấy hết giá trị (Luật Cư trú 68/2020/QH14 Điều 38 khoản 3; NĐ 104/2022/NĐ-CP bỏ
yêu cầu nộp, xuất trình). Đòi giấy đã bỏ là bắt người dân tìm thứ không còn. Xóa giấy ấy; cơ quan tự tra Cơ sở dữ liệu
quốc gia về dân cư. Sổ cũ kể trong một loạt giấy tờ làm chứng cứ, hay câu bảo mang sổ cũ ở các bước, cách nộp, điều
kiện, ghi chú thì chỉ nhắc.

Sai: `ten_giay_to: Bản sao sổ hộ khẩu`
Đúng: (xóa giấy tờ này)
"""

import datetime as dt
import re
from collections.abc import Iterator

from generator.checks._engine.context import ValidationContext
from generator.checks._engine.rule import Finding
from generator.checks._engine.traversal import other_texts, papers
from generator.loading.entry import Entry
from generator.problem import ERROR, WARNING

ID = "TT-079"
SEVERITY = ERROR
LAW = "Luật Cư trú 2020 Đ38 k3; NĐ 104/2022/NĐ-CP"
CONFIDENCE = "S"
CHECKS = ("M06",)
KINDS = ("procedure",)
ABOLISHED = (  # abolished since, words of which every match has one (quick pre-check), pattern
    (
        dt.date(2023, 1, 1),
        ("hộ khẩu", "sổ tạm trú", "kt3", "shk"),
        re.compile(
            r"sổ hộ khẩu|sổ đăng ký hộ khẩu|sổ tạm trú|hộ khẩu (?:gia đình|tập thể|gốc)"
            r"|(?:bản sao|bản chụp|phô ?tô|photo) hộ khẩu|\bSHK\b|\bKT3\b|\A\W*(?:giấy tờ )?hộ khẩu\b",
            re.IGNORECASE,
        ),
    ),
)
DENIED = re.compile(
    r"(?:không|thay cho|thay thế|trước đây|đã bỏ|bãi bỏ|thay vì|liên quan đến việc)[^.;]*$", re.IGNORECASE
)
GONE = re.compile(
    r"[^.;,]{0,25}?\b(?:hết giá trị|hết hiệu lực|không còn|không phải|không cần|khỏi|đã bỏ|bị bãi bỏ)\b", re.IGNORECASE
)
ONE_OF_MANY = re.compile(
    r"\bnhư\s*:|một trong (?:các|những)|giấy tờ khác", re.IGNORECASE
)  # an old book may still be evidence
# in a sentence it has to be asked for: a book may also be spoken of
ASKED = re.compile(
    r"\b(?:mang|đem|cầm|chuẩn bị|nộp|gửi|xuất trình|kèm|cung cấp|chụp|phô tô|photo|bổ sung)\b"
    r"(?:(?!\bnếu\b|\bkhi\b)[^.;])*$",
    re.IGNORECASE,
)


def check(entry: Entry, context: ValidationContext) -> Iterator[Finding]:
    """A paper whose name asks for an abolished document after its last day."""
    written = entry.joined_texts.lower()
    if not any(word in written for _, words, _ in ABOLISHED for word in words):
        return
    for path, paper in papers(entry.record):
        name = paper.name or ""
        lowered = name.lower()
        for since, words, pattern in ABOLISHED:
            if not any(word in lowered for word in words):
                continue
            first_match = next((match for match in pattern.finditer(name) if not denied(name, match)), None)
            if first_match and context.as_of >= since:
                yield Finding(
                    (*path, "ten_giay_to"),
                    f"“{first_match[0].lower()}” không còn giá trị từ {since:%d/%m/%Y}",
                    "Xóa giấy tờ này; cơ quan tra Cơ sở dữ liệu quốc gia về dân cư.",
                    severity=WARNING if ONE_OF_MANY.search(name) else None,
                )
    for path, text in other_texts(entry.record) if context.as_of >= ABOLISHED[0][0] else ():
        lowered = text.lower()
        for since, words, pattern in ABOLISHED:
            if context.as_of < since or not any(word in lowered for word in words):
                continue
            for match in pattern.finditer(text):
                if ASKED.search(text[: match.start()]) and not denied(text, match):
                    yield Finding(
                        path,
                        f"câu này đòi “{match[0].lower()}”, không còn giá trị từ {since:%d/%m/%Y}",
                        "Bỏ khỏi câu; cơ quan tra Cơ sở dữ liệu quốc gia về dân cư.",
                        severity=WARNING,
                    )
                    break


def denied(text: str, match: re.Match[str]) -> bool:
    """True if the words around the match say that this paper is not asked for."""
    return bool(DENIED.search(text[: match.start()]) or GONE.match(text, match.end()))
