"""The list as DOCX in the form of administrative documents (NĐ 30/2020/NĐ-CP, appendix I): motto, issuing body, number,
place and date, signature block; blanks are left for what the office fills in.

Written directly: a library takes longer for one such table than the whole list of pages takes, and the parts are few.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable
from xml.sax.saxutils import escape

from generator.outputs.office.unit_list import HEADINGS, UnitList
from generator.pages.doubt_words import NOTE

WIDTHS = (650, 1250, 5200, 2100, 1900, 2700, 1300)  # twentieths of a point; A4 landscape
FONT = "Times New Roman"
EPOCH = (1980, 1, 1, 0, 0, 0)  # the same bytes on any day
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml"
SPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def word_list(content: UnitList, footer: str) -> bytes:
    """The document's bytes. footer: stands on every page, before the page number."""
    parts = {
        "[Content_Types].xml": f'{HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{MAIN}.document.main+xml"/>'
        f'<Override PartName="/word/styles.xml" ContentType="{MAIN}.styles+xml"/>'
        f'<Override PartName="/word/footer1.xml" ContentType="{MAIN}.footer+xml"/></Types>',
        "_rels/.rels": _relations(("rId1", f"{RELATION}/officeDocument", "word/document.xml")),
        "word/_rels/document.xml.rels": _relations(
            ("rId1", f"{RELATION}/styles", "styles.xml"), ("rId2", f"{RELATION}/footer", "footer1.xml")
        ),
        "word/styles.xml": f'{HEAD}<w:styles xmlns:w="{SPACE}"><w:docDefaults><w:rPrDefault><w:rPr>'
        f'<w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:cs="{FONT}"/><w:sz w:val="24"/><w:lang w:val="vi-VN"/>'
        "</w:rPr></w:rPrDefault></w:docDefaults></w:styles>",
        "word/footer1.xml": f'{HEAD}<w:ftr xmlns:w="{SPACE}">{_paragraph(footer + ", trang ", "center", tail=PAGE)}'
        "</w:ftr>",
        "word/document.xml": f'{HEAD}<w:document xmlns:w="{SPACE}" xmlns:r="{RELATION}"><w:body>'
        f"{_body(content)}</w:body></w:document>",
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(zipfile.ZipInfo(name, EPOCH), text.encode(), zipfile.ZIP_DEFLATED)
    return out.getvalue()


PAGE = '<w:fldSimple w:instr="PAGE"><w:r><w:t>1</w:t></w:r></w:fldSimple>'


def _relations(*items: tuple[str, str, str]) -> str:
    rows = "".join(f'<Relationship Id="{id}" Type="{kind}" Target="{target}"/>' for id, kind, target in items)
    return (
        f'{HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f"{rows}</Relationships>"
    )


def _body(content: UnitList) -> str:
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
    receivers = [_paragraph("Nơi nhận:", "left", bold=True, italic=True), _paragraph("- ……………………;", "left")]
    receivers.append(_paragraph("- Lưu: VT.", "left"))
    signature = [_paragraph(line, "center", bold=True) for line in form.signature]
    signature += [] if form.signer else [_paragraph(form.signed, "center", italic=True)]
    signature += [*[_paragraph("", "left")] * 4, _paragraph(form.signer, "center", bold=True)]
    parts = [
        _columns(left, right),
        _paragraph("", "left"),
        _paragraph(content.title, "center", bold=True, size=28),
        _paragraph(content.subtitle, "center", italic=True),
        _paragraph("", "left"),
        _table(content.rows),
        _paragraph(NOTE, "left", italic=True) if content.uncertain else "",
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
    run = f'<w:r><w:rPr>{style}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>' if text else ""
    return f'<w:p><w:pPr><w:spacing w:after="0"/><w:jc w:val="{align}"/></w:pPr>{run}{tail}</w:p>'


def _columns(left: Iterable[str], right: Iterable[str]) -> str:
    """Two columns without borders, for the head and the foot of a document."""
    cells = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="7400" w:type="dxa"/></w:tcPr>{"".join(side)}</w:tc>' for side in (left, right)
    )
    return f'<w:tbl><w:tblPr><w:tblW w:w="14800" w:type="dxa"/></w:tblPr><w:tr>{cells}</w:tr></w:tbl>'


def _table(rows: list[tuple[str, ...]]) -> str:
    borders = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in WIDTHS)
    head = f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{_cells(HEADINGS, bold=True)}</w:tr>"
    body = "".join(f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{_cells(row)}</w:tr>" for row in rows)
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(WIDTHS)}" w:type="dxa"/><w:tblBorders>{borders}</w:tblBorders>'
        f'<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{head}{body}</w:tbl>'
    )


def _cells(texts: Iterable[str], bold: bool = False) -> str:
    return "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>'
        f"{_paragraph(text, 'center' if bold or at == 0 else 'left', bold=bold, size=22)}</w:tc>"
        for at, (width, text) in enumerate(zip(WIDTHS, texts, strict=True))
    )
