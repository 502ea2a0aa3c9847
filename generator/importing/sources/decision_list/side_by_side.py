"""Lists that stand side by side in one table: each becomes a table of its own; their rows would be glued."""

from __future__ import annotations

from dataclasses import replace

from generator.importing import text_cleaning
from generator.importing.sources.decision_list.header import find_header, meaning
from generator.importing.sources.decision_list.rows import SourceRow, Table


def split(table: Table) -> list[Table]:
    """The lists of the table, from left to right; the table itself if it is one list. The same titles in the same
    order, a name among them, are another list; so is a number or code with a name behind it, under the same titles."""
    header = find_header(table)
    starts = _starts([text_cleaning.line(text).lower() for text in table.rows[header.start].texts()]) if header else []
    if len(starts) < 2:
        return [table]
    parts: list[Table] = []
    for number, (start, end) in enumerate(zip(starts, [*starts[1:], None], strict=True), start=1):
        first = number == 1
        rows = [
            SourceRow(
                f"{row.location}, danh mục {number} từ trái",
                row.cells[0 if first else start : end],
                row.hidden,
                row.notes if first else [],
            )
            for row in table.rows
        ]
        kept = [row for row in rows if row.notes or any(cell.text or cell.struck for cell in row.cells)]
        made = replace(table, rows=kept)
        parts.append(made if first else replace(made, heading="", warnings=[], unread=[]))
    return parts


def _starts(titles: list[str]) -> list[int]:
    """The columns in which the lists begin."""
    first = next((at for at, title in enumerate(titles) if title), len(titles))
    for second in range(first + 3, len(titles)):
        width = len(_trimmed(titles[first:second]))
        kinds = {meaning(title) for title in titles[first : first + width]} - {""}
        if "name" not in kinds or len(kinds) < 3:
            continue
        same = [at for at in range(first, len(titles)) if titles[at : at + width] == titles[first : first + width]]
        if second in same and not any(
            title for at, title in enumerate(titles) if not any(start <= at < start + width for start in same)
        ):
            return same
    return _numbered(titles[first:], first)


def _numbered(titles: list[str], first: int) -> list[int]:
    """The columns in which lists of any titles begin: each begins with the title of a number or code that the first
    one begins with, and has the same title of a name."""
    name = next((title for title in titles if meaning(title) == "name"), "")
    starts = [at for at, title in enumerate(titles) if title == titles[0]]
    if not name or meaning(titles[0]) not in ("number", "code"):
        return []
    parts = [titles[start:end] for start, end in zip(starts, [*starts[1:], None], strict=True)]
    whole = all(name in part and {"number", "code"} & {meaning(title) for title in part} for part in parts)
    return [first + start for start in starts] if whole else []


def _trimmed(titles: list[str]) -> list[str]:
    while titles and not titles[-1]:
        titles = titles[:-1]
    return titles
