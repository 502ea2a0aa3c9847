"""Tables that hold whole procedures and are no list: two columns “label, content”, and the portal's workbook.

Both become labels with values, which the importer of the portal's texts understands.
"""

from __future__ import annotations

from generator.importing import text_cleaning
from generator.importing.sources.decision_list import header as list_header
from generator.importing.sources.decision_list.rows import Table
from generator.importing.sources.national_flat.shapes import label, words_of
from generator.plain_data import Fields
from generator.schema.codes import procedure_code

MIN_LABELS = 3
Item = tuple[list[str], Fields]  # places of the rows, labels with values
# A child sheet of the portal's workbook is known by a column that no list has.
_CHILDREN = (
    ("cach_thuc_thuc_hien", ("hinh thuc nop", "hinh thuc")),
    ("thanh_phan_ho_so", ("ten giay to",)),
    ("can_cu_phap_ly", ("so ky hieu", "so hieu", "so ky hieu van ban")),
    ("ket_qua_thuc_hien", ("ten ket qua",)),
    ("trinh_tu_thuc_hien", ("noi dung buoc",)),
)
_OWN = {"number", "code", "name"}


def two_columns(table: Table) -> list[Item]:
    """The procedures of a table whose first column holds labels; a repeated code or name starts another one."""
    if several := _by_column(table):
        return several
    items: list[Item] = []
    seen: set[str] = set()
    for row in table.rows:
        texts = list(dict.fromkeys(text for text in row.texts() if text))
        texts = texts[1:] if len(texts) > 2 and texts[0].strip(" .").isdigit() else texts
        meaning = label(_title(texts[0])) if texts else ""
        if not items or (meaning in {"code", "name"} and meaning in seen):
            items.append(([], {}))
            seen = set()
        seen.add(meaning)
        places, values = items[-1]
        places.append(row.location)
        if len(texts) >= 2:
            values[_title(texts[0])] = "\n".join(texts[1:])
        elif texts:
            values.setdefault("ghi chú khác", texts[0])
    named = [item for item in items if {"code", "name"} & {label(key) for key in item[1]}]
    labels = [label(key) for _, values in named for key in values]
    return named if len(list(filter(None, labels))) >= MIN_LABELS * max(1, len(named)) else []


def _by_column(table: Table) -> list[Item]:
    """The procedures of a table whose first column holds labels and every other one a procedure, known by its code;
    [] for any other table."""
    width = max(len(row.cells) for row in table.rows)
    rows = [[cell.text for cell in row.cells] + [""] * (width - len(row.cells)) for row in table.rows]
    labels = next(
        (at for at in range(width) if sum(bool(label(_title(row[at]))) for row in rows) >= MIN_LABELS), width - 1
    )
    codes = next((row[labels + 1 :] for row in rows if label(_title(row[labels])) == "code"), [])
    found = {at: code for at, code in enumerate(codes, start=labels + 1) if code}
    if len(found) < 2 or len(set(found.values())) < len(found) or not all(map(procedure_code, found.values())):
        return []
    places = [row.location for row in table.rows]
    return [
        ([f"cột {at + 1} ({table.name})", *places], {_title(row[labels]): row[at] for row in rows if row[at]})
        for at in found
    ]


def child_header(table: Table) -> list[tuple[int, list_header.Header]]:
    """The header of a sheet that names the procedures of its rows by code alone, as in the workbook of our own open
    data; [] for any other table."""
    titles = [cell.text for cell in table.rows[0].cells] if table.sheet and len(table.rows) > 1 else []
    code = next((at for at, title in enumerate(titles) if list_header.meaning(title) == "code"), -1)
    if code < 0 or not _part_of(titles):
        return []
    codes = [row.cells[code].code or row.cells[code].text for row in table.rows[1:] if code < len(row.cells)]
    if not all(map(procedure_code, codes)):
        return []
    return [(0, list_header.Header({"code": (code,)}, 1, tuple(titles), printed=frozenset(titles)))]


def workbook(tables: list[Table], lists: list[list[tuple[int, list_header.Header]]]) -> list[Item]:
    """The procedures of the portal's workbook, its sheets joined by code; [] for any other workbook."""
    children = [(_child_of(found), table, found) for table, found in zip(tables, lists, strict=True)]
    if not any(part for part, _, _ in children):
        return []
    items: dict[str, Item] = {}
    for part, table, found in sorted(children, key=lambda child: bool(child[0])):
        for start, header in found:
            end = next((other for other, _ in found if other > start), len(table.rows))
            for row in table.rows[header.end : end]:
                cells = {
                    header.titles[at] or f"cột {at + 1}": cell.text
                    for at, cell in enumerate(row.cells)
                    if cell.text and at < len(header.titles)
                }
                code = next(
                    (
                        row.cells[at].code or row.cells[at].text
                        for at in header.columns.get("code", ())
                        if at < len(row.cells)
                    ),
                    "",
                )
                if not code.strip():
                    continue
                places, values = items.setdefault(code.strip(), ([], {}))
                places.append(row.location)
                own = {title for key in _OWN for at in header.columns.get(key, ()) for title in [header.titles[at]]}
                if part:
                    said = {key: text for key, text in cells.items() if key not in own and not _says_nothing(key, text)}
                    values.setdefault(part, []).append(said)
                    for key in own - {"STT"}:
                        values.setdefault(key, cells.get(key, ""))
                else:
                    values.update({key: text for key, text in cells.items() if words_of(key) != "stt"})
    return list(items.values())


def _child_of(found: list[tuple[int, list_header.Header]]) -> str:
    return _part_of([title for _, header in found for title in header.titles])


def _part_of(titles: list[str]) -> str:
    words = set(map(words_of, titles))
    return next((part for part, marks in _CHILDREN if words & set(marks)), "")


def _says_nothing(title: str, text: str) -> bool:
    """True for the number of a step, and for papers of every case."""
    words = words_of(title)
    return (words == "buoc" and text.isdigit()) or (words, words_of(text)) == ("truong hop", "moi truong hop")


def _title(text: str) -> str:
    return text_cleaning.line(text).strip(" .:*-+()").lstrip("0123456789.) ").rstrip(": ")
