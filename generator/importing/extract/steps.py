"""Extracts the steps of a procedure from running text, with the actor of each (NĐ 63/2010 Đ3)."""

from __future__ import annotations

import re
from typing import Any

from generator.importing.text_cleaning import text
from generator.text.number_words import SPELT

_ACTORS = ("người nộp", "cơ quan")  # as the model says them
_WORDS = {word: number for number, word in enumerate(SPELT) if number} | {"nhất": 1, "tư": 4}
_STEP = re.compile(
    r"^[^\w\n(]{0,6}(?:[a-z]\)\s*|\d{1,2}\.\s*)?bước\s+(?:thứ\s+)?"
    rf"(\d{{1,2}}|{'|'.join(_WORDS)})(?![\d.]*\d)\s*[:.)\-–]*\s*",
    re.IGNORECASE | re.MULTILINE,
)
_INLINE = re.compile(r"(?<=[.;:])[ ](?=Bước \d{1,2}\s?[:.)])")
_LETTER = re.compile(r"^([a-zđ])[).]\s+", re.MULTILINE)
_NUMBER = re.compile(r"^(\d{1,2})[.)]\s+(?!\d)", re.MULTILINE)
_LETTERS = "abcdđeghiklmn"
_APPLICANT = re.compile(
    r"(?:(?:các )?(?:cá nhân|tổ chức|công dân|hộ gia đình|doanh nghiệp|thương nhân|hợp tác xã|chủ đầu tư"
    r"|chủ phương tiện|nhà đầu tư|chủ hộ|đương sự|cơ quan, tổ chức, cá nhân|cơ sở đề nghị"
    r"|người (?:yêu cầu|nộp|có yêu cầu|đề nghị|dân|sử dụng đất|nộp thuế|khai hải quan|có nhu cầu|đi đăng ký|xin"
    r"|khiếu nại|tố cáo|lao động|làm đơn|khuyết tật|bị thương|có công|học|bệnh)|quân nhân|thân nhân|công ty|nhà trường"
    r"|thí sinh|học sinh|sinh viên|phụ huynh|chủ (?:cơ sở|tàu|sở hữu|rừng|xe|nhà|nguồn thải)|bên (?:mua"
    r"|bán|chuyển|nhận)"
    r"|người [^,.;:\n]{1,40}? (?:nộp|gửi|lập|làm đơn|chuẩn bị|kê khai|đến))"
    r"|(?:nộp|chuẩn bị|lập|gửi|điền|kê khai|khai) (?:hồ sơ|đơn|tờ khai|đầy đủ|giấy tờ)"
    r"|nhận kết quả|nếu lựa chọn hình thức nộp)\b",
    re.IGNORECASE,
)
_OFFICE = re.compile(
    r"(?:(?:các )?(?:cơ quan (?!,? ?tổ chức)|cán bộ(?!,? (?:chiến sĩ|công chức,))|công chức(?!, viên chức)"
    r"|ủy ban|uỷ ban|ubnd|sở |bộ |cục |chi cục|phòng |văn phòng|trung tâm|chi nhánh|bộ phận|công an|ngân hàng"
    r"|hội đồng|thủ trưởng|chủ tịch|giám đốc|trưởng phòng|hải quan|cảng vụ|thanh tra|đơn vị hải quan|ban |ubcknn"
    r"|tổng cục|kho bạc|bảo hiểm xã hội)"
    r"|(?:tiếp nhận|thẩm định|kiểm tra|thụ lý|xem xét|giải quyết|trả kết quả|phê duyệt|xác minh|thẩm tra|cấp giấy"
    r"|ban hành|trình)\b)",
    re.IGNORECASE,
)

_LEAD_IN = re.compile(
    r"(?:trong (?:thời hạn|thời gian|vòng)|sau khi|khi |căn cứ|trên cơ sở|kể từ|chậm nhất)", re.IGNORECASE
)


def split(value: object) -> tuple[list[dict[str, str]], float]:
    """Return (steps, certainty 0–1): split at “Bước 1, 2 …”, “a) b)”, “1. 2.” or dashes, else a single step."""
    full_text = text(value)
    if not full_text:
        return [], 1.0
    if parts := _cut(_INLINE.sub("\n", full_text), _STEP, _step_rank):  # “… nộp hồ sơ. Bước 2: …” on one line, too
        return [{"nguoi_thuc_hien": actor(part), "noi_dung": part} for part in parts], 1.0
    for pattern, rank in ((_LETTER, lambda mark: _LETTERS.find(mark) + 1), (_NUMBER, int)):
        parts = _cut(full_text, pattern, rank)
        if parts:
            return [{"nguoi_thuc_hien": actor(part), "noi_dung": part} for part in parts], 1.0
    dashes = _dashes(full_text)
    if dashes:
        return [{"nguoi_thuc_hien": actor(part), "noi_dung": part} for part in dashes], 0.6
    return [
        {"nguoi_thuc_hien": actor(full_text) if "\n" not in full_text else "chưa rõ", "noi_dung": full_text}
    ], 1.0 if "\n" not in full_text else 0.0


def from_named(name: str, description: str, stated: str = "") -> tuple[list[dict[str, str]], float]:
    """Return (steps, certainty) for a step given as name and description; a name that is only “Bước 2:” or a number is
    dropped. stated: who does it, if the source has a column for that."""
    if text(stated) in _ACTORS and (text(name).isdigit() or not text(name)):
        return [{"nguoi_thuc_hien": text(stated), "noi_dung": text(description)}], 1.0
    title = text(name)
    body = text(description)
    bare = _STEP.match(title)
    title = title[bare.end() :].strip() if bare else title
    if not title:
        return split(body)
    joined = (
        f"{title.rstrip(':')}:\n{body}" if body and "\n" in body else f"{title.rstrip(':')}: {body}" if body else title
    )
    return [{"nguoi_thuc_hien": actor(joined), "noi_dung": joined}], 1.0


def actor(value: str) -> str:
    """The actor, recognised by the first words of the step; “chưa rõ” when unknown."""
    start = value.lstrip("-–+*•( ")
    if _LEAD_IN.match(start):  # “Trong thời hạn 3 ngày kể từ …, Sở Xây dựng …”: the actor opens a later clause
        clauses = re.split(r",\s+", start.split("\n")[0][:400])[1:4]
        return next((found for clause in clauses if (found := _named(clause))), "chưa rõ")
    return _named(start) or "chưa rõ"


def _named(start: str) -> str:
    if _APPLICANT.match(start):
        return "người nộp"
    return "cơ quan" if _OFFICE.match(start) else ""


def _dashes(full_text: str) -> list[str]:
    """The items of a text that is only a dash list of 2–12 items: probably steps, though it may list cases."""
    if not re.match(r"[-–]\s*\S", full_text):
        return []
    # A line with a star starts another list (“* Lưu ý:”), whose dashes are not steps.
    star = re.search(r"^\*", full_text, re.MULTILINE)
    list_text, after = (full_text[: star.start()], full_text[star.start() :].strip()) if star else (full_text, "")
    parts = [part.strip() for part in re.split(r"^[-–]\s*(?=\S)", list_text, flags=re.MULTILINE) if part.strip()]
    if not 2 <= len(parts) <= 12:
        return []
    return [*parts[:-1], f"{parts[-1]}\n{after}".strip()]


def _step_rank(mark: str) -> int:
    return int(mark) if mark.isdigit() else _WORDS[mark.lower()]


def _cut(full_text: str, pattern: re.Pattern[str], rank: Any) -> list[str]:
    """The parts between marks when the marks are numbered 1, 2, 3 … from the start of the text; else []."""
    marks = list(pattern.finditer(full_text))
    if len(marks) < 2 or [rank(mark[1]) for mark in marks] != list(range(1, len(marks) + 1)):
        return []
    lead = full_text[: marks[0].start()].strip()
    if len(lead) > 300:
        return []
    ends = [mark.start() for mark in marks[1:]] + [len(full_text)]
    parts = [full_text[mark.end() : end].strip() for mark, end in zip(marks, ends, strict=True)]
    if not all(parts):
        return []
    return [f"{lead}\n{parts[0]}" if lead else parts[0], *parts[1:]]
