"""Parses section rows of a list (“A. CẤP HUYỆN”, “II. LĨNH VỰC HỘ TỊCH”) and the decision cited above it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from generator.importing import text_cleaning
from generator.importing.code_lists import ENDING
from generator.importing.extract import dates
from generator.importing.extract.legal_bases import find_numbers
from generator.importing.sources.decision_list.rows import SourceRow
from generator.plain_data import Fields
from generator.text.folding import fold

_MARK = re.compile(
    r"^\s*(?:[IVXLC]{1,6}|[A-HĐ]|\d{1,2}(?:\.\d{1,2})*|phần\s+\w+|mục\s+\w+)\s*[.):\-–/]\s*", re.IGNORECASE
)
_LEVELS = (("cấp trung ương", "cấp bộ"), ("cấp tỉnh", "cấp tỉnh"), ("cấp huyện", "cấp huyện"), ("cấp xã", "cấp xã"))


_REFERS = re.compile(r"(?:căn cứ|theo|xét|điều \d)", re.IGNORECASE)


@dataclass(slots=True)
class Section:
    """The current section of the list."""

    field_name: str = ""
    levels: list[str] = field(default_factory=list)
    abolished: bool = False
    part: str = ""  # “được sửa đổi, bổ sung”: what the list does to its procedures
    titles: list[str] = field(default_factory=list)


def section_text(row: SourceRow, number_columns: tuple[int, ...]) -> str:
    """The text of a section row (a single text, its numbering possibly in the number column), or ""."""
    own = [(index, cell.text) for index, cell in enumerate(row.cells) if cell.text and not cell.repeated]
    distinct = list(dict.fromkeys(text for _, text in own))
    if len(distinct) == 1 and not re.fullmatch(r"[\d.,\s]+", distinct[0]):
        return text_cleaning.line(distinct[0])
    if (
        len(distinct) == 2
        and own[0][0] in number_columns
        and re.fullmatch(r"[IVXLC]{1,6}\.?|[A-HĐ]\.?", own[0][1].strip())
    ):
        return text_cleaning.line(f"{own[0][1].strip(' .')}. {distinct[1]}")
    return ""


def enter(section: Section, text: str) -> bool:
    """Update `section` with a section row; False when it names neither a level nor a field (kept in `titles`)."""
    section.titles.append(text)
    body = _MARK.sub("", text).strip()
    low = body.lower()
    levels = [word for part, word in _LEVELS if part in low]
    if _part_of(section, low) and fold(body).startswith("danh muc"):
        section.field_name = ""
    if levels:
        section.levels = levels
        section.field_name = ""
    named = re.search(r"lĩnh vực\s*+(?::\s*+)?(.+)$", body, re.IGNORECASE)
    if named:
        name = re.split(r"(?<!\s)\s*+(?:\((?:\d|gồm|có)|:\s*+\d)", named[1])[0].strip(" .:;")
        section.field_name = text_cleaning.sentence_case(name)
        return True
    if (
        not levels
        and not fold(body).startswith(("danh muc", "thu tuc hanh chinh", "phu luc", "tong"))
        and len(body) < 120
    ):
        section.field_name = text_cleaning.sentence_case(body.rstrip(" .:;"))
        return True
    return bool(levels)


def is_title(text: str) -> bool:
    """True if a line above a table is read as a title: numbered, or “Danh mục …”, “Lĩnh vực …”, “Cấp …”."""
    body = _MARK.sub("", text_cleaning.line(text)).strip()
    titled = bool(_MARK.match(text)) or fold(body).startswith(
        ("danh muc", "thu tuc", "tthc", "linh vuc", "cap ", "bai bo", "het hieu luc", "khong con hieu luc")
    )
    return titled and len(body) <= 200 and not _REFERS.match(body)


def enter_heading(section: Section, heading: str) -> None:
    """Update `section` with the text above a table or a sheet's name; only level, field and “bãi bỏ” are used."""
    for text in heading.split("\n"):
        body = _MARK.sub("", text_cleaning.line(text)).strip()
        low = body.lower()
        if not is_title(text):
            continue
        _part_of(section, low)
        levels = [word for part, word in _LEVELS if part in low]
        section.levels = levels or section.levels
        named = re.match(r"lĩnh vực\s*+(?::\s*+)?(.+)$", body, re.IGNORECASE)
        if named:
            section.field_name = text_cleaning.sentence_case(
                re.split(r"(?<!\s)\s*+\((?:\d|gồm|có)", named[1])[0].strip(" .:;")
            )


def _part_of(section: Section, low: str) -> bool:
    """Set `section.abolished` if a title starts or ends the part of abolished procedures, else return False."""
    other = re.search("mới ban hành|sửa đổi|bổ sung|thay thế|chuẩn hóa|giữ nguyên", low)
    if other or ENDING.search(low) or "danh mục" in low:
        named = re.search(r"(?:được |bị )?(?:mới ban hành|sửa đổi, bổ sung|sửa đổi|bổ sung|thay thế)", low)
        section.part = named[0] if named and not ENDING.search(low) else ""
    if ENDING.search(low):
        section.abolished = not other  # a title that names all parts starts none of them
    elif other or "danh mục" in low:
        section.abolished = False
    else:
        return False
    return True


def decision(heading: str) -> Fields:
    """The decision of the list: “Ban hành kèm theo Quyết định số 12/QĐ-UBND ngày … của …”; {} when not cited."""
    lines = [
        line
        for part in heading.split("\n")
        if (line := text_cleaning.line(part)) and not re.match("căn cứ", line, re.IGNORECASE)
    ]
    own = next((line for line in lines if re.match(r"số\s*+(?::\s*+)?\d++\s*+/", line, re.IGNORECASE)), "")
    signed = next((line for line in lines if re.search(r",\s*ngày", line) and len(line) < 80), "")
    return (_decision_in(f"quyết định {own} {signed}") if own else {}) or _decision_in("\n".join(lines))


def _decision_in(text: str) -> Fields:
    for found in find_numbers(text):
        before = text[max(0, found.start - 40) : found.start].lower()
        if "qđ-" not in found.number.lower() or "quyết định" not in before:
            continue
        made: Fields = {"so": found.number}
        after = text[found.end : found.end + 160].replace("\n", ", ", 1).split("\n")[0]  # this line and the next one
        day = dates.find_date(after)
        if day:
            made["ngay"] = day[0][0]
        body = re.search(
            r"\bcủa (?:Chủ tịch )?((?:UBND|Ủy ban nhân dân|Uỷ ban nhân dân|Bộ|HĐND) [^,.;()\n]{2,60})", after
        )
        if body:
            made["co_quan"] = body[1].strip()
        return made
    return {}
