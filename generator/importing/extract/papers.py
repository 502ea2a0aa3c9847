"""Builds the papers and forms of a dossier from the fields of the sources."""

from __future__ import annotations

import re

from generator.importing.text_cleaning import FILE_ENDING, line, paper_name
from generator.plain_data import Fields
from generator.text.folding import fold

_NOTE = re.compile(
    r"(?:[-–+*•(]\s*)*(?:trường hợp|lưu ý|ghi chú|đối với|khi |nếu |các giấy tờ"
    r"|giấy tờ bằng tiếng|người (?:yêu cầu|có yêu cầu|nộp))",
    re.IGNORECASE,
)


def manner(name: str, heading: str) -> str:
    """“nộp” or “xuất trình”, from the group's heading or the paper's first word; "" when ambiguous."""
    group = fold(heading)
    both = "nop" in group.split() and "xuat trinh" in group
    if "xuat trinh" in group and not both:
        return "xuất trình"
    if "phai nop" in group and not both:
        return "nộp"
    words = fold(name)
    if re.match(r"\W*xuat trinh\b", words) and not re.search(r"\bnop\b", words):
        return "xuất trình"
    return "" if "xuat trinh" in words else "nộp"


def paper(name: str, originals: int | None, copies: int | None, heading: str = "", form: str = "") -> Fields:
    """One paper in model keys. Counts missing in the source are omitted, so that the check reports them."""
    fields: Fields = {
        "ten_giay_to": paper_name(name) or name,
        "nop_hay_xuat_trinh": manner(name, heading),
        "ban_chinh": originals,
        "ban_sao": copies,
        "bieu_mau": form,
    }
    return {key: value for key, value in fields.items() if value not in ("", None)}


def is_note(name: str, originals: int, copies: int) -> bool:
    """True for a sentence in the list of papers that is a note (no originals or copies; long or starts like a note)."""
    return not originals and not copies and (len(name) > 160 or bool(_NOTE.match(name)))


def is_notes_heading(heading: str) -> bool:
    """True for “Lưu ý” and the like: everything under it is advice."""
    return bool(re.match(r"\W*(?:lưu ý|ghi chú)\b", heading, re.IGNORECASE))


def is_plain_heading(heading: str) -> bool:
    """True for a heading that names no case: empty, “--”, “Thành phần hồ sơ”, “Giấy tờ phải xuất trình” …"""
    words = re.sub(r"[^a-z ]", "", fold(heading)).strip()
    words = re.sub(r"^[a-z] ", "", words)
    return words in {
        "",
        "thanh phan ho so",
        "thanh phan ho so gom",
        "ho so gom",
        "ho so",
        "giay to phai nop",
        "giay to phai xuat trinh",
        "giay to can nop",
        "giay to nop",
    }


class FormCollector:
    """Collects the forms of one procedure under unique names, so that a paper can reference its form."""

    def __init__(self) -> None:
        self.lines: list[Fields] = []
        self._names: dict[tuple[str, str], str] = {}

    def add(self, file_name: str, code: str = "") -> str:
        """Add the form with this file name and source code; returns the name by which papers reference it."""
        clean = line(file_name)
        stem = FILE_ENDING.sub("", clean).strip(" .") or clean
        code = line(code)
        key = (fold(stem), code)
        if key not in self._names:
            taken = {item["ten"] for item in self.lines}
            unique, number = stem, 2
            while unique in taken:
                unique, number = f"{stem} ({number})", number + 1
            self._names[key] = unique
            self.lines.append({"ten": unique, "ma_nguon": code} if code else {"ten": unique})
        return self._names[key]
