"""Import source: any table (CSV, XLSX, DOCX, HTML, JSON) by a mapping of its columns to parts of a procedure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from generator.importing import column_mapping, text_cleaning
from generator.importing.draft_record import DraftRecord, ImportRefused, Options, SourceFile
from generator.importing.input_file import HEAD, kind_of, open_regular
from generator.importing.name_match import NameIndex
from generator.importing.read_json import read_objects
from generator.importing.sources.decision_list.rows import SourceRow, Table
from generator.importing.sources.decision_list.source import tables_of
from generator.importing.sources.national_flat import source as national_flat
from generator.importing.word_account import leaves

KIND = "table"
HELP = "bảng bất kỳ (CSV, XLSX, JSON) theo bảng ánh xạ cột: --map TỆP, chưa có thì công cụ đề nghị"
KEEPS_NAMELESS = True
EXAMPLES = 3
_CODE = re.compile(r"\d\.\d{6}(?:\.\S+)?|\d\.\d{5}")
Row = tuple[str, dict[str, str]]  # place, heading -> text


def recognises(first: object) -> bool:
    """Always False: any table may be one, so the kind is always named."""
    return False


def read(file: SourceFile, options: Options) -> Iterator[DraftRecord]:
    """Yield one record per row. Raises ImportRefused without a mapping, or when it does not fit the file."""
    if not options.mapping:
        raise ImportRefused(f"{file.path}: bảng cần --map TỆP nói cột nào là phần nào.")
    rows = _rows_of(file)
    headings = list(dict.fromkeys(heading for _, cells in rows for heading in cells))
    new = [heading for heading in headings if heading not in options.mapping]
    if new:
        raise ImportRefused(
            f"{file.path}: cột {', '.join(f'“{heading}”' for heading in new[:5])} chưa có trong bảng ánh xạ. "
            f"Thêm vào, hoặc ghi “{column_mapping.SKIP}”."
        )
    names = NameIndex(options.known)
    for place, cells in rows:
        yield _record(file, place, cells, options, names)


def _record(file: SourceFile, place: str, cells: dict[str, str], options: Options, names: NameIndex) -> DraftRecord:
    assert options.mapping is not None
    values: dict[str, str] = {}
    for heading, text in cells.items():
        key = options.mapping[heading]
        if key == column_mapping.SKIP:
            file.words.aside(place, text, f"cột “{heading}” bỏ qua theo bảng ánh xạ")
            continue
        title = heading if key == column_mapping.NOTE else column_mapping.LABELS[key]
        if key == "ma_thu_tuc" and not _CODE.fullmatch(text.strip()):
            title = f"Số nội bộ ở nguồn ({heading})"
        values[title] = f"{values[title]}\n{text}" if title in values else text
    return national_flat.record_of(place, values, options, names)


def _rows_of(file: SourceFile) -> list[Row]:
    """The rows of the file, with the text of each non-empty cell by heading. Raises ImportRefused."""
    with open_regular(file.path) as stream:
        what, _ = kind_of(stream.read(HEAD))
    if what == "tệp JSON":
        found = [(place, _of_object(file, place, item)) for place, item in read_objects(file.path)]
    else:
        tables, _ = tables_of(file)
        found = [row for table in tables for row in _of_table(file, table)]
    if not found:
        raise ImportRefused(f"{file.path}: không có bảng nào có dòng tiêu đề và dòng nội dung.")
    return found


def _of_object(file: SourceFile, place: str, item: object) -> dict[str, str]:
    if not isinstance(item, dict):
        raise ImportRefused(f"{file.path}: {place} không phải một dòng của bảng (cần “cột: nội dung”).")
    cells = {}
    for key, value in item.items():
        text = text_cleaning.text(value)
        for code in text_cleaning.programs(value) if isinstance(value, str) else ():
            file.words.aside(place, code, f"cột “{key}” có mã chương trình của trang web")
        if text:
            cells[str(key)] = text
        elif isinstance(value, (dict, list)):
            inner = " ".join(leaf.text for leaf in leaves(value))
            file.words.aside(place, inner, f"cột “{key}” không phải chữ mà là bảng con")
    return cells


def _of_table(file: SourceFile, table: Table) -> Iterator[Row]:
    for line in filter(None, table.heading.split("\n")):
        file.words.aside("ngoài bảng", line, "đứng ngoài bảng")
    start = _header(table)
    if start is None:
        for row in table.rows:
            file.words.aside(row.location, row.words(), "không có dòng tiêu đề")
        return
    titles = [text_cleaning.line(text) or f"cột {at + 1}" for at, text in enumerate(table.rows[start].texts())]
    for at, row in enumerate(table.rows[: start + 1]):
        file.words.aside(row.location, row.words(), "" if at == start else "đứng trên dòng tiêu đề")
    for row in table.rows[start + 1 :]:
        cells: dict[str, str] = {}
        for title, cell in zip(titles, row.cells, strict=False):
            if cell.struck and not cell.repeated:
                file.words.aside(row.location, cell.struck, "chữ bị gạch ngang")
            if cell.text and cell.text not in cells.get(title, "").split("\n"):
                cells[title] = "\n".join(filter(None, (cells.get(title), cell.code or cell.text)))
        for note in row.notes:
            file.words.aside(row.location, note, "đứng ngoài ô")
        if len(cells) < 2 or row.hidden:
            file.words.aside(
                row.location, row.words(), "dòng ẩn" if row.hidden else "chỉ có một ô, hiểu là tiêu đề phần"
            )
        else:
            yield row.location, cells


def _header(table: Table) -> int | None:
    """The index of the header: the first row with most cells known as parts, else the first with most cells."""

    def score(row: SourceRow) -> tuple[int, int]:
        texts = [text for text in dict.fromkeys(row.texts()) if text]
        return sum(column_mapping.propose_one(text) != column_mapping.NOTE for text in texts), len(texts)

    rows = table.rows[:30]
    best = max(range(len(rows)), key=lambda at: (*score(rows[at]), -at), default=None)
    return best if best is not None and score(rows[best])[1] >= 2 else None


def propose(path: Path) -> tuple[dict[str, str], list[Row]]:
    """(proposed mapping, the first rows as examples). Raises ImportRefused."""
    rows = _rows_of(SourceFile(path))
    headings = dict.fromkeys(heading for _, cells in rows for heading in cells)
    return column_mapping.propose(list(headings)), rows[:EXAMPLES]
