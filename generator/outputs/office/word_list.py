"""The list as DOCX in the form of administrative documents (NĐ 30/2020/NĐ-CP, appendix I): motto, issuing body, number,
place and date, signature block; blanks are left for what the office fills in."""

from __future__ import annotations

from collections.abc import Iterable

from generator.outputs.office.unit_list import HEADINGS, UnitList
from generator.outputs.office.word_rows import CELL, CENTRED, HEADING, WIDTHS, heading_row
from generator.outputs.ooxml.archive import archive, piece
from generator.outputs.ooxml.package import DECLARATION, RELATION, content_types, properties, relations
from generator.outputs.ooxml.xml_text import text_of
from generator.pages.doubt_words import NOTE

FONT = "Times New Roman"
TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
SPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
TYPES = {
    "word/document.xml": f"{TYPE}.document.main+xml",
    "word/styles.xml": f"{TYPE}.styles+xml",
    "word/footer1.xml": f"{TYPE}.footer+xml",
}
PAGE = '<w:fldSimple w:instr="PAGE"><w:r><w:t>1</w:t></w:r></w:fldSimple>'


def word_list(content: UnitList, footer: str) -> bytes:
    """The document's bytes. footer: stands on every page, before the page number."""
    parts = [(name, [piece(text.encode())]) for name, text in content_types(TYPES)]
    parts += [(name, [piece(text.encode())]) for name, text in properties(content.title, "word/document.xml")]
    targets = relations([("styles", "styles.xml"), ("footer", "footer1.xml")])
    foot = f'{DECLARATION}<w:ftr xmlns:w="{SPACE}">{_paragraph(footer + ", trang ", "center", tail=PAGE)}</w:ftr>'
    begin = f'{DECLARATION}<w:document xmlns:w="{SPACE}" xmlns:r="{RELATION}"><w:body>{_above(content)}'
    end = f"{_below(content)}</w:body></w:document>"
    parts += [
        ("word/_rels/document.xml.rels", [piece(targets.encode())]),
        ("word/styles.xml", [STYLES]),
        ("word/footer1.xml", [piece(foot.encode())]),
        ("word/document.xml", [piece(begin.encode()), content.table.word, piece(end.encode())]),
    ]
    return archive(parts)


def _above(content: UnitList) -> str:
    """From the head of the document to the heading row of the table."""
    form = content.form
    left = [
        _paragraph(form.authority[0], "center"),
        _paragraph(form.authority[1], "center", bold=True),
        _paragraph(form.number, "center"),
    ]
    right = [
        _paragraph(form.country, "center", bold=True),
        _paragraph(form.motto, "center", bold=True),
        _paragraph(form.place_and_day, "center", italic=True),
    ]
    borders = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in WIDTHS)
    parts = [
        _columns(left, right),
        _paragraph("", "left"),
        _paragraph(content.title, "center", bold=True, size=28),
        _paragraph(content.subtitle, "center", italic=True),
        _paragraph("", "left"),
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(WIDTHS)}" w:type="dxa"/><w:tblBorders>{borders}</w:tblBorders>'
        f'<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{heading_row(HEADINGS)}',
    ]
    return "".join(parts)


def _below(content: UnitList) -> str:
    """From the end of the table to that of the document."""
    form = content.form
    receivers = [_paragraph("Nơi nhận:", "left", bold=True, italic=True), _paragraph("- ……………………;", "left")]
    receivers.append(_paragraph("- Lưu: VT.", "left"))
    signature = [_paragraph(line, "center", bold=True) for line in form.signature]
    signature += [] if form.signer else [_paragraph(form.signed, "center", italic=True)]
    signature += [*[_paragraph("", "left")] * 4, _paragraph(form.signer, "center", bold=True)]
    parts = [
        "</w:tbl>",
        _paragraph(NOTE, "left", italic=True) if content.table.uncertain else "",
        _paragraph("", "left"),
        _columns(receivers, signature),
        '<w:sectPr><w:footerReference w:type="default" r:id="rId2"/>'
        '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>'
        '<w:pgMar w:top="1134" w:right="851" w:bottom="1134" w:left="1134" w:header="567" w:footer="567" w:gutter="0"/>'
        "</w:sectPr>",
    ]
    return "".join(parts)


def _paragraph(
    text: str, align: str, *, bold: bool = False, italic: bool = False, size: int = 24, tail: str = ""
) -> str:
    style = ("<w:b/>" if bold else "") + ("<w:i/>" if italic else "") + f'<w:sz w:val="{size}"/>'
    run = f'<w:r><w:rPr>{style}</w:rPr><w:t xml:space="preserve">{text_of(text)}</w:t></w:r>' if text else ""
    return f'<w:p><w:pPr><w:spacing w:after="0"/><w:jc w:val="{align}"/></w:pPr>{run}{tail}</w:p>'


def _columns(left: Iterable[str], right: Iterable[str]) -> str:
    """Two columns without borders, for the head and the foot of a document."""
    cells = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="7400" w:type="dxa"/></w:tcPr>{"".join(side)}</w:tc>' for side in (left, right)
    )
    grid = '<w:tblGrid><w:gridCol w:w="7400"/><w:gridCol w:w="7400"/></w:tblGrid>'
    return f'<w:tbl><w:tblPr><w:tblW w:w="14800" w:type="dxa"/></w:tblPr>{grid}<w:tr>{cells}</w:tr></w:tbl>'


def _style(name: str, align: str, more: str = "") -> str:
    """A style of the table's cells."""
    return (
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{name}"><w:name w:val="{name}"/>'
        f'<w:pPr><w:spacing w:after="0"/><w:jc w:val="{align}"/></w:pPr><w:rPr>{more}<w:sz w:val="22"/></w:rPr>'
        "</w:style>"
    )


STYLES = piece(
    (
        f'{DECLARATION}<w:styles xmlns:w="{SPACE}"><w:docDefaults><w:rPrDefault><w:rPr>'
        f'<w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:cs="{FONT}"/><w:sz w:val="24"/><w:lang w:val="vi-VN"/>'
        "</w:rPr></w:rPrDefault></w:docDefaults>"
        f"{_style(CELL, 'left')}{_style(CENTRED, 'center')}{_style(HEADING, 'center', '<w:b/>')}</w:styles>"
    ).encode()
)
