"""DOCX to rows: tables with their merged cells, fonts by run, deleted and hidden text left out, the words before a table."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from generator.importing import archives, clean
from generator.importing.imported import ImportRefused
from generator.importing.list_rows import Cell, Row, Table
from generator.importing.old_encodings import looks_old, to_unicode

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MAX_ROWS = 50_000


def read_tables(file: Path) -> list[Table]:
    """Every table of the document. Raises ImportRefused when it must not or cannot be read."""
    archives.guard(file)
    try:
        from docx import Document
    except ImportError:
        raise ImportRefused("thiếu thư viện python-docx để đọc .docx. Cài thêm: pip install '.[import]'.") from None
    try:
        document = Document(str(file))
        fonts = _Fonts(document)
        return _tables(document.element.body, fonts)
    except ImportRefused:
        raise
    except Exception as error:  # python-docx and lxml raise many kinds for damaged parts
        raise ImportRefused(
            f"{file}: không đọc được văn bản ({type(error).__name__}). Mở bằng Word rồi lưu lại thành .docx."
        ) from None


def _tables(body: Any, fonts: _Fonts) -> list[Table]:
    tables: list[Table] = []
    words: list[str] = []
    for child in body.iterchildren():
        if child.tag == f"{_W}p":
            words.append(clean.line(_paragraph(child, fonts)))
        elif child.tag == f"{_W}tbl":
            table = _table(child, fonts, f"bảng {len(tables) + 1}")
            table.heading = "\n".join(word for word in words[-40:] if word)
            tables.append(table)
            words = []
    return tables


def _table(element: Any, fonts: _Fonts, name: str) -> Table:
    table = Table(name)
    above: dict[int, Cell] = {}
    changed = False
    for number, line in enumerate(element.iterchildren(f"{_W}tr"), start=1):
        if number > MAX_ROWS:
            break
        row = Row(f"dòng {number} ({name})", [], hidden=line.find(f"{_W}trPr/{_W}hidden") is not None)
        changed = changed or line.find(f".//{_W}del") is not None or line.find(f".//{_W}ins") is not None
        for box in _cells(line):
            span = box.find(f"{_W}tcPr/{_W}gridSpan")
            down = box.find(f"{_W}tcPr/{_W}vMerge")
            width = min(int(span.get(f"{_W}val", "1")) if span is not None else 1, 80)
            column = len(row.cells)
            if down is not None and down.get(f"{_W}val", "continue") != "restart":
                cell = Cell(above[column].text if column in above else "", width, repeated=True)
            else:
                cell = Cell(
                    clean.text("\n".join(_paragraph(part, fonts) for part in box.iterchildren(f"{_W}p"))), width
                )
            above[column] = cell
            row.cells.append(cell)
            row.cells += [Cell(cell.text, 1, cell.repeated) for _ in range(width - 1)]
        table.rows.append(row)
    if changed:
        table.warnings.append(f"{name}: có chỗ đang theo dõi sửa đổi (Track Changes); lấy bản đã sửa")
    if sum(looks_old(cell.text) for row in table.rows for cell in row.cells):
        table.warnings.append(f"{name}: có ô trông như TCVN3 nhưng phông không phải .Vn nên giữ nguyên")
    return table


def _cells(line: Any) -> list[Any]:
    found = []
    for child in line.iterchildren():
        if child.tag == f"{_W}tc":
            found.append(child)
        elif child.tag == f"{_W}sdt":  # a content control around a cell
            found += list(child.iter(f"{_W}tc"))
    return found


def _paragraph(element: Any, fonts: _Fonts) -> str:
    style = element.find(f"{_W}pPr/{_W}pStyle")
    base = fonts.of_style(style.get(f"{_W}val") if style is not None else None)
    pieces = []
    for run in element.iter(f"{_W}r"):
        if any(parent.tag in (f"{_W}del", f"{_W}moveFrom") for parent in run.iterancestors()):
            continue
        properties = run.find(f"{_W}rPr")
        if properties is not None and properties.find(f"{_W}vanish") is not None:
            continue
        text = "".join(_piece(part) for part in run.iterchildren())
        pieces.append(to_unicode(text, _own_font(properties, fonts) or base))
    return "".join(pieces)


def _piece(part: Any) -> str:
    if part.tag == f"{_W}t":
        return part.text or ""
    return {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-", f"{_W}softHyphen": ""}.get(
        part.tag, ""
    )


def _own_font(properties: Any, fonts: _Fonts) -> str | None:
    if properties is None:
        return None
    style = properties.find(f"{_W}rStyle")
    return _font(properties.find(f"{_W}rFonts")) or (
        fonts.of_style(style.get(f"{_W}val"), default=False) if style is not None else None
    )


def _font(element: Any) -> str | None:
    # Accented letters of the old encodings lie in Latin-1, which Word draws with the hAnsi font.
    return None if element is None else element.get(f"{_W}hAnsi") or element.get(f"{_W}ascii")


class _Fonts:
    """Fonts of styles, following “based on” up to the document's default."""

    def __init__(self, document: Any) -> None:
        self._styles: dict[str, tuple[str | None, str | None]] = {}
        self._normal: str | None = None
        element = document.styles.element
        self._default = _font(element.find(f"{_W}docDefaults/{_W}rPrDefault/{_W}rPr/{_W}rFonts"))
        for style in element.iterchildren(f"{_W}style"):
            based = style.find(f"{_W}basedOn")
            name = style.get(f"{_W}styleId")
            self._styles[name] = (
                _font(style.find(f"{_W}rPr/{_W}rFonts")),
                based.get(f"{_W}val") if based is not None else None,
            )
            if style.get(f"{_W}type") == "paragraph" and style.get(f"{_W}default") in ("1", "true"):
                self._normal = name

    def of_style(self, name: str | None, default: bool = True) -> str | None:
        """The font of a style; the document's default when the style names none."""
        name = name or (self._normal if default else None)
        for _ in range(12):  # a cycle of “based on” must not hang
            if name not in self._styles:
                break
            font, name = self._styles[name]
            if font:
                return font
        return self._default if default else None
