"""Finds the header row of a list and the meaning of each column, in any order, wording and number of rows."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from generator.importing.sources.decision_list.column_units import UNDER
from generator.importing.sources.decision_list.rows import SourceRow, Table
from generator.text.folding import fold

# The first match wins, so specific patterns come before general ones.
_MEANINGS: tuple[tuple[str, str], ...] = (
    ("number", r"(?:so )?(?:stt|tt|so thu tu)"),
    (
        "code",
        r"ma(?: so)?(?: (?:ho so|thu tuc|tthc|dinh danh|csdl|cua).*)?|(?:so )?ma (?:so )?(?:tthc|thu tuc).*"
        r"|so ho so(?: tthc)?.*|ma tren .*",
    ),
    (
        "abolishing",
        r"(?:ten |so )?(?:cac )?(?:van ban|vbqppl|vb|quyet dinh|can cu)(?: .*)? (?:bai bo|huy bo|het hieu luc)(?: .*)?",
    ),
    ("amending", r"(?:ten |so )?(?:cac )?(?:van ban|vbqppl|vb)(?: .*)? (?:sua doi|bo sung|thay the)(?: .*)?"),
    ("state", r"trang thai.*|tinh trang.*"),
    ("audience", r"doi tuong.*"),
    ("result", r"ket qua.*|san pham.*"),
    ("decision", r"(?:so )?quyet dinh(?: cong bo.*)?"),
    ("decided", r"ngay (?:(?:ky|ban hanh|cong bo|quyet dinh) ?){0,2}(?:quyet dinh|qd|cong bo)"),
    ("name", r"(?:ten )?linh vuc (?:va )?ten (?:tthc|thu tuc).*"),
    ("level", r"cap (?:thuc hien|giai quyet|hanh chinh).*|cap"),
    ("field", r"(?:ten )?linh vuc.*"),
    ("limit", r"(?:tong )?(?:thoi han|thoi gian).*"),
    ("fee", r"(?:muc )?(?:phi|le phi|phi va le phi|thu phi).*"),
    ("place", r"(?:dia diem|noi|dia chi|dia diem va cach thuc|cach thuc va dia diem).*"),
    ("law", r"(?:can cu|co so|van ban) (?:phap ly|quy dinh|phap luat).*|can cu"),
    ("deciding", r"(?:co quan|tham quyen).{0,80}(?:tham quyen|quyet dinh|giai quyet).*"),
    ("agency", r"(?:co quan|don vi|noi)(?: (?:thuc hien|chu tri|tiep nhan|truc tiep).*)?"),
    ("online", r"(?:muc do|dich vu cong|dvc).*"),
    ("channel", r"cach thuc.*|hinh thuc.*|truc tiep.*|buu chinh.*|bcci.*|truc tuyen.*|qua .*"),
    (
        "name",
        r"(?:ten|danh muc|noi dung)?(?: cac| ten){0,3} ?(?:thu tuc hanh chinh|tthc|thu tuc)(?: hanh chinh)?.*"
        r"|ten|noi dung",
    ),
    ("note", r"ghi chu.*"),
)
_CODE = re.compile(r"\s*\d\s?[.,]\s?\d{3,6}(?!\d)")
_COUNT = re.compile(r"\s*+\d{1,4}\s*+(?:[.)]\s*+)?")
_PATTERNS = [(meaning, re.compile(pattern)) for meaning, pattern in _MEANINGS]


HEADER_WITHIN = 60  # rows of a table
LONGEST_TITLE = 400  # characters, white space and marks included


@dataclass(frozen=True, slots=True)
class Header:
    """columns: meaning to column indexes, in order; start, end: index of its first row and of the row after it."""

    columns: dict[str, tuple[int, ...]]
    end: int
    titles: tuple[str, ...]
    start: int = 0
    printed: frozenset[str] = frozenset()  # the texts of its rows, unchanged


@lru_cache(maxsize=4096)  # the same words come in row after row
def meaning(title: str) -> str:
    """The meaning of a column title, or ""."""
    if len(title) > LONGEST_TITLE:
        return ""
    words = re.sub(r"[^a-z0-9 ]+", " ", fold(title))
    words = re.sub(r"\s+", " ", words).strip()
    return (
        next((found for found, pattern in _PATTERNS if pattern.fullmatch(words)), "")
        if words and len(words) < 120
        else ""
    )


def find_all(table: Table) -> list[tuple[int, Header]]:
    """(index of first row, header) of each part of `table`: a list may contain another header in the middle."""
    first = find_header(table)
    if first is None:
        return []
    index = first.end
    found = [(first.start, first)]
    while index < len(table.rows):
        row = table.rows[index]  # the fast test comes first: nearly every row is a record
        made = _at(table.rows, index) if _is_clear(row) and not _printed(row, found[-1][1]) else None
        if made and made[1].columns != found[-1][1].columns:
            found.append((index, made[1]))
            index = made[1].end
        else:
            index += 1
    return found


def _printed(row: SourceRow, header: Header) -> bool:
    """True if a row contains only texts of the header's rows, at least two."""
    texts = {text for text in row.texts() if text}
    return len(texts) >= 2 and texts <= header.printed


def _is_clear(row: SourceRow) -> bool:
    """True if every text of a row is a column title; a record with such words also has a code or a number."""
    texts = dict.fromkeys(text for text in row.texts() if text.strip())
    return len(texts) >= 3 and all(meaning(text) for text in texts)


def goes_on(table: Table, header: Header) -> Header | None:
    """The header for a table that continues a list without repeating `header`; shifted when columns are missing.

    None when the rows do not fit it: codes under “Mã”, numbers under “STT”, words under “Tên”.
    """
    rows = [row for row in table.rows if len({text for text in row.texts() if text}) >= 2 and not _counts(row)]
    width = max((len(row.cells) for row in rows), default=0)
    for shift in sorted(range(1 - len(header.titles), width), key=abs) if rows else ():
        moved = _moved(header, shift, width)
        fitting = sum(_fits(row, moved) for row in rows) if "name" in moved.columns else 0
        if fitting and fitting * 4 >= len(rows) * 3:
            return moved
    plain = not header.columns.keys() & {"code", "number"}
    return (
        Header(header.columns, 0, header.titles, 0, header.printed)
        if rows and plain and width == len(header.titles)
        else None
    )


def _moved(header: Header, shift: int, width: int) -> Header:
    columns = {
        key: kept
        for key, places in header.columns.items()
        if (kept := tuple(at + shift for at in places if 0 <= at + shift < width))
    }
    titles = tuple(header.titles[at - shift] if 0 <= at - shift < len(header.titles) else "" for at in range(width))
    return Header(columns, 0, titles, 0, header.printed)


def _fits(row: SourceRow, header: Header) -> bool:
    """True if a row is a record under `header`, judged by its code, number and name columns."""
    texts = {key: [row.cells[at].text for at in places if row.cells[at].text] for key, places in header.columns.items()}
    names, codes, numbers = (texts.get(key, []) for key in ("name", "code", "number"))
    sure = [*(bool(_CODE.match(code)) for code in codes), *(bool(_COUNT.fullmatch(number)) for number in numbers)]
    words = bool(names) and all(len(name.split()) > 1 and not _CODE.match(name) for name in names)
    return words and bool(sure) and all(sure)


def find_header(table: Table) -> Header | None:
    """The header row of `table`, one of the first HEADER_WITHIN: it has a name column and at least two other known
    columns; None if there is none."""
    best: tuple[int, Header] | None = None
    for index in range(min(len(table.rows), HEADER_WITHIN)):
        made = _at(table.rows, index)
        if made and (best is None or made[0] > best[0]):
            best = made
    return best[1] if best else None


def is_repeat(row: SourceRow, header: Header) -> bool:
    """True for a header repeated on a new page, and for the row (1) (2) (3) below it."""
    if _counts(row) or _printed(row, header):
        return True
    known: list[str] = []
    unknown = 0
    for text in dict.fromkeys(row.texts()):
        found = meaning(text) if text.strip() else ""
        known += [found] if found else []
        unknown += bool(text.strip()) and not found
        if unknown > 1:
            return False
    return "name" in known and len(known) >= 3


def _counts(row: SourceRow) -> bool:
    """True for “(1) (2) (3)” under a header, which counts its columns; a record has words in it."""
    texts = [text.strip("()[] .") for text in row.texts() if text.strip()]
    return len(texts) >= 3 and all(re.fullmatch(r"\d{1,2}|[a-hA-H]", text) for text in texts)


def _at(rows: list[SourceRow], index: int) -> tuple[int, Header] | None:
    titles = [cell.text for cell in rows[index].cells]
    if len({title for title in titles if title}) < 2:
        return None  # a single text across the row is a section title
    end = index + 1
    # A second row names the parts of a title of several columns, or the first is merged down into it; so may a third.
    if end < len(rows) and (_is_second(rows[index], rows[end]) or _is_unmerged_second(titles, rows[end])):
        titles = _with_row(titles, rows[end])
        end += 1
        if end < len(rows) and _is_merged_down(rows[end], rows[index]) and _is_second(rows[end - 1], rows[end]):
            titles = _with_row(titles, rows[end])
            end += 1
    printed = frozenset(text for row in rows[index:end] for text in row.texts() if text)
    columns: dict[str, list[int]] = {}
    for column, title in enumerate(titles):
        found = meaning(title)
        if found:
            columns.setdefault(found, []).append(column)
    kinds = set(columns)
    if "name" not in kinds or len(kinds) < 3:
        return None
    return len(kinds), Header(
        {key: tuple(places) for key, places in columns.items()}, end, tuple(titles), index, printed
    )


def _with_row(titles: list[str], row: SourceRow) -> list[str]:
    """The titles with those of the row below; a title without columns of its own goes on to the right."""
    below = ["" if cell.repeated else cell.text for cell in row.cells]
    joined: list[str] = []
    upper = ""
    for high, low in zip(titles, below + [""] * len(titles), strict=False):
        upper = high or (upper if low else "")
        joined.append(_joined(upper, low))
    return joined


def _joined(high: str, low: str) -> str:
    """The title of a column under a title of several: the lower one, behind the upper one if only that is known."""
    if not low or low == high:
        return high
    if meaning(low) == "channel" and meaning(high) in ("fee", "limit"):
        return f"{high}{UNDER}{low}"  # what is paid there, or how long it takes there
    if not meaning(high) or meaning(low):
        return low
    both = f"{high}{UNDER}{low}"
    return both if meaning(both) == meaning(high) else high


def _is_second(first: SourceRow, second: SourceRow) -> bool:
    merged_down = any(cell.repeated for cell in second.cells)
    spans = any(cell.merged > 1 for cell in first.cells)
    own = [cell.text for cell in second.cells if cell.text and not cell.repeated]
    return (
        (merged_down or spans)
        and bool(own)
        and all(len(text) < 80 and not re.fullmatch(r"[\d.]+", text) for text in own)
        and (merged_down or any(meaning(text) for text in own))
    )


def _is_unmerged_second(titles: list[str], second: SourceRow) -> bool:
    """True if a row names parts of titles whose merged cells were lost (CSV): short words, some under no title, none
    under the name, code or number."""
    own = [(at, cell.text) for at, cell in enumerate(second.cells) if cell.text]
    upper = [titles[at] if at < len(titles) else "" for at, _ in own]
    return (
        len(own) >= 2
        and not all(upper)
        and all(len(text) < 40 and not re.search(r"\d", text) for _, text in own)
        and any(meaning(text) for _, text in own)
        and not {meaning(title) for title in upper} & {"name", "code", "number"}
    )


def _is_merged_down(row: SourceRow, first: SourceRow) -> bool:
    """True if titles of the row `first` are merged down into `row`."""
    return any(cell.repeated and cell.text and cell.text in first.texts() for cell in row.cells)
