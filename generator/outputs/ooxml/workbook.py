"""A workbook of sheets."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.outputs.ooxml.archive import Piece, archive, piece
from generator.outputs.ooxml.package import DECLARATION, RELATION, content_types, properties, relations
from generator.outputs.ooxml.sheet import Worksheet
from generator.outputs.ooxml.xml_text import text_of

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
NAME = 31  # the longest name of a sheet


def workbook(title: str, sheets: Sequence[Worksheet]) -> bytes:
    """The file. title: in its properties."""
    return archive(_parts(title, sheets))


def _parts(title: str, sheets: Sequence[Worksheet]) -> Iterator[tuple[str, list[Piece]]]:
    names = [f"worksheets/sheet{number}.xml" for number in range(1, len(sheets) + 1)]
    types = {"xl/workbook.xml": f"{TYPE}.sheet.main+xml", "xl/styles.xml": f"{TYPE}.styles+xml"}
    types |= {f"xl/{name}": f"{TYPE}.worksheet+xml" for name in names}
    for name, text in (*content_types(types), *properties(title, "xl/workbook.xml")):
        yield name, [piece(text.encode())]
    targets = [("worksheet", name) for name in names] + [("styles", "styles.xml")]
    yield "xl/_rels/workbook.xml.rels", [piece(relations(targets).encode())]
    yield "xl/workbook.xml", [piece(_book(sheets).encode())]
    yield "xl/styles.xml", [STYLES]
    for name, sheet in zip(names, sheets, strict=True):
        begin = f'{DECLARATION}<worksheet xmlns="{MAIN}">{sheet.begin()}'
        yield f"xl/{name}", [piece(begin.encode()), *sheet.rows, piece(f"{sheet.end()}</worksheet>".encode())]


def _book(sheets: Sequence[Worksheet]) -> str:
    rows, names = "", ""
    for number, sheet in enumerate(sheets):
        title = text_of(sheet.title[:NAME]).replace('"', "&quot;")
        rows += f'<sheet name="{title}" sheetId="{number + 1}" r:id="rId{number + 1}"/>'
        quoted = "'" + title.replace("'", "''") + "'"
        names += f'<definedName name="_xlnm._FilterDatabase" localSheetId="{number}" hidden="1">'
        names += f"{quoted}!{sheet.filtered}</definedName>"
        names += f'<definedName name="_xlnm.Print_Titles" localSheetId="{number}">'
        names += f"{quoted}!${sheet.head}:${sheet.head}</definedName>"
    return (
        f'{DECLARATION}<workbook xmlns="{MAIN}" xmlns:r="{RELATION}"><bookViews><workbookView/></bookViews>'
        f"<sheets>{rows}</sheets><definedNames>{names}</definedNames></workbook>"
    )


def _styles() -> str:
    """The formats in the order of `Style`."""
    font = '<font>{}<sz val="11"/><name val="Calibri"/><family val="2"/></font>'
    line = "".join(f'<{side} style="thin"><color auto="1"/></{side}>' for side in ("left", "right", "top", "bottom"))
    centre, wrap = '<alignment horizontal="center"/>', '<alignment vertical="top" wrapText="1"/>'
    formats = (
        ("", ""),
        ('numFmtId="49" applyNumberFormat="1"', wrap),
        ('fontId="1" borderId="2"', wrap),
        ('numFmtId="49" applyNumberFormat="1" borderId="1"', wrap),
        ('fontId="1" borderId="1"', wrap),
        ('fontId="1"', centre),
        ("", centre),
        ('fontId="2"', centre),
    )
    rows = "".join(f'<xf xfId="0" applyFont="1" applyBorder="1" {facts}>{how}</xf>' for facts, how in formats)
    return (
        f'{DECLARATION}<styleSheet xmlns="{MAIN}"><fonts count="3">{font.format("")}{font.format("<b/>")}'
        f'{font.format("<i/>")}</fonts><fills count="2"><fill><patternFill patternType="none"/></fill>'
        '<fill><patternFill patternType="gray125"/></fill></fills><borders count="3">'
        "<border><left/><right/><top/><bottom/><diagonal/></border>"
        f"<border>{line}<diagonal/></border>"
        '<border><left/><right/><top/><bottom style="thin"><color auto="1"/></bottom><diagonal/></border></borders>'
        f'<cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="{len(formats)}">{rows}</cellXfs>'
        '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
    )


STYLES = piece(_styles().encode())
