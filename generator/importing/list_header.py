"""Which column means what: the header row found by its words, whatever their order, wording and rows."""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.importing.list_rows import Row, Table
from generator.problem import fold

# The first pattern that fits decides; more special ones stand before more general ones.
_MEANINGS: tuple[tuple[str, str], ...] = (
    ("number", r"(?:so )?(?:stt|tt|so thu tu)"),
    (
        "code",
        r"ma(?: so)?(?: (?:ho so|thu tuc|tthc|dinh danh|csdl|cua).*)?|(?:so )?ma (?:so )?(?:tthc|thu tuc).*|so ho so(?: tthc)?.*|ma tren .*",
    ),
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
        r"(?:ten|danh muc|noi dung)?(?: cac| ten){0,3} ?(?:thu tuc hanh chinh|tthc|thu tuc)(?: hanh chinh)?.*|ten|noi dung",
    ),
    ("note", r"ghi chu.*"),
)
_PATTERNS = [(meaning, re.compile(pattern)) for meaning, pattern in _MEANINGS]


@dataclass(frozen=True, slots=True)
class Header:
    """columns: meaning to column numbers, in order; end: index of the first row after the header."""

    columns: dict[str, tuple[int, ...]]
    end: int
    titles: tuple[str, ...]


def meaning(title: str) -> str:
    """What a column's title means, or ""."""
    words = re.sub(r"[^a-z0-9 ]+", " ", fold(title))
    words = re.sub(r"\s+", " ", words).strip()
    return (
        next((found for found, pattern in _PATTERNS if pattern.fullmatch(words)), "")
        if words and len(words) < 120
        else ""
    )


def find(table: Table, start: int = 0, depth: int = 60) -> Header | None:
    """The header row of `table`: the one where a name column stands beside at least two other known ones."""
    best: tuple[int, Header] | None = None
    for index in range(start, min(len(table.rows), start + depth)):
        made = _at(table.rows, index)
        if made and (best is None or made[0] > best[0]):
            best = made
    return best[1] if best else None


def is_repeat(row: Row, header: Header) -> bool:
    """The header printed again on a new page, or the row (1) (2) (3) under it."""
    texts = [text.strip("()[] .") for text in row.texts() if text.strip()]
    if len(texts) >= 3 and all(re.fullmatch(r"\d{1,2}|[a-hA-H]", text) for text in texts):
        return True
    known = [meaning(text) for text in row.texts() if text.strip()]
    return (
        "name" in known
        and len([item for item in known if item]) >= 3
        and len([item for item in known if item]) >= len(known) - 1
    )


def _at(rows: list[Row], index: int) -> tuple[int, Header] | None:
    titles = [cell.text for cell in rows[index].cells]
    end = index + 1
    # A header of two rows: the second one names the parts of a merged title, or the first is merged down over it.
    if end < len(rows) and _is_second(rows[index], rows[end]):
        below = [cell.text for cell in rows[end].cells]
        titles = [
            low if low and low != high and not (meaning(high) and not meaning(low)) else high
            for high, low in zip(titles, below + [""] * len(titles), strict=False)
        ]
        end += 1
    columns: dict[str, list[int]] = {}
    for column, title in enumerate(titles):
        found = meaning(title)
        if found:
            columns.setdefault(found, []).append(column)
    kinds = set(columns)
    if "name" not in kinds or len(kinds) < 3:
        return None
    return len(kinds), Header({key: tuple(places) for key, places in columns.items()}, end, tuple(titles))


def _is_second(first: Row, second: Row) -> bool:
    merged_down = any(cell.repeated for cell in second.cells)
    spans = any(cell.merged > 1 for cell in first.cells)
    own = [cell.text for cell in second.cells if cell.text and not cell.repeated]
    return (
        (merged_down or spans)
        and bool(own)
        and all(len(text) < 80 and not re.fullmatch(r"[\d.]+", text) for text in own)
        and any(meaning(text) for text in own)
    )
