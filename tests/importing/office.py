"""Small lists in DOCX and XLSX for one fault each: rows as raw Word XML, cells as openpyxl writes them, packages
edited."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from generator.importing.draft_record import DraftRecord, Options, SourceFile
from generator.importing.sources.decision_list import source as decision_list

TITLES = ("STT", "Mã TTHC", "Tên thủ tục hành chính", "Lĩnh vực", "Thời hạn giải quyết", "Phí, lệ phí")
LIMIT = "05 ngày làm việc"
HEADER_NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml" '  # noqa: E501
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
)
_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def run(text: str, properties: str = "") -> str:
    """A w:r."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def cell(inside: str, properties: str = "") -> str:
    """A w:tc; `inside` is plain text or the runs of one paragraph."""
    runs = inside if inside.startswith("<") else run(inside)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr><w:p>{runs}</w:p></w:tc>"


def row(*cells: str, properties: str = "") -> str:
    """A w:tr of cells, given as XML or as text."""
    made = "".join(one if one.startswith("<w:tc") else cell(one) for one in cells)
    return f"<w:tr><w:trPr>{properties}</w:trPr>{made}</w:tr>"


def record(number: int, name: str = "", **other: str) -> str:
    """A row of the usual columns; `name` may be XML of runs."""
    return row(
        str(number), other.get("code", f"9.10000{number}"), name or f"Cấp giấy mẫu {number}", "Hộ tịch", LIMIT, "Không"
    )


def table(*rows: str, grid: Iterable[int] = (), titles: tuple[str, ...] | None = TITLES) -> str:
    """A w:tbl, with the usual header unless `titles` is None."""
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in grid)
    header = row(*titles) if titles else ""
    return f"<w:tbl><w:tblPr/><w:tblGrid>{columns}</w:tblGrid>{header}{''.join(rows)}</w:tbl>"


def docx(folder: Path, body: str, parts: dict[str, str] | None = None, name: str = "danh-muc.docx") -> Path:
    """A document; parts: further parts by the ending of their relation (“styles”, “footnotes”), as inner XML."""
    parts = parts or {}
    relations = "".join(
        f'<Relationship Id="r{at}" Type="{_OFFICE}/{kind}" Target="{kind}.xml"/>' for at, kind in enumerate(parts)
    )
    start = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    with zipfile.ZipFile(folder / name, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("[Content_Types].xml", _TYPES)
        made.writestr(
            "_rels/.rels",
            f'{start}<Relationship Id="r" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>',
        )
        made.writestr("word/_rels/document.xml.rels", f"{start}{relations}</Relationships>")
        made.writestr("word/document.xml", f"<w:document {HEADER_NAMESPACES}><w:body>{body}</w:body></w:document>")
        for kind, inside in parts.items():
            made.writestr(f"word/{kind}.xml", f"<w:{kind} {HEADER_NAMESPACES}>{inside}</w:{kind}>")
    return folder / name


def xlsx(folder: Path, change: Callable[[Any], None] = lambda sheet: None, titles: tuple[str, ...] = TITLES) -> Path:
    """A workbook with three records in rows 2 to 4, changed by `change`."""
    from openpyxl import Workbook

    book = Workbook()
    sheet = book.active
    sheet.append(titles)
    for number in (1, 2, 3):
        sheet.append([number, f"9.10000{number}", f"Cấp giấy mẫu {number}", "Hộ tịch", LIMIT, "Không"])
    change(sheet)
    book.save(folder / "danh-muc.xlsx")
    return folder / "danh-muc.xlsx"


def workbook(folder: Path, *rows: tuple[object, ...], merged: tuple[str, ...] = ()) -> Path:
    """A workbook of these rows; merged: ranges of cells."""
    from openpyxl import Workbook

    book = Workbook()
    for row in rows:
        book.active.append(row)
    for cells in merged:
        book.active.merge_cells(cells)
    book.save(folder / "danh-muc.xlsx")
    return folder / "danh-muc.xlsx"


def edited(file: Path, part: str, edit: Callable[[bytes], bytes], name: str) -> Path:
    """`file` with one part edited, or added."""
    to = file.with_name(name)
    with zipfile.ZipFile(file) as old, zipfile.ZipFile(to, "w", zipfile.ZIP_DEFLATED) as new:
        for one in old.namelist():
            new.writestr(one, edit(old.read(one)) if one == part else old.read(one))
        if part not in old.namelist():
            new.writestr(part, edit(b""))
    return to


def imported(file: Path, **options: Any) -> tuple[list[DraftRecord], str]:
    """(records, all warnings in one text)."""
    source = SourceFile(file)
    records = list(decision_list.read(source, Options(**options)))
    return records, "\n".join(source.warnings)
