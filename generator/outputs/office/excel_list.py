"""The list as XLSX: the same head, a frozen and repeated heading row, codes as text."""

from __future__ import annotations

from generator.outputs.office.unit_list import HEADINGS, UnitList
from generator.outputs.workbooks import new_workbook
from generator.pages.doubt_words import NOTE

WIDTHS = (6, 12, 60, 22, 22, 30, 14)
FIRST_ROW = 7


def excel_list(content: UnitList, footer: str) -> bytes:
    """The workbook's bytes. footer: stands on every printed page."""
    form = content.form
    book, out = new_workbook(content.title)
    bold = book.add_format({"bold": True, "align": "center"})
    middle = book.add_format({"align": "center"})
    italic = book.add_format({"italic": True, "align": "center"})
    head = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "border": 1})
    body = book.add_format({"text_wrap": True, "valign": "top", "border": 1, "num_format": "@"})
    sheet = book.add_worksheet("Danh mục")
    sheet.hide_gridlines()
    for column, width in enumerate(WIDTHS):
        sheet.set_column(column, column, width)
    for line, (left, right, style) in enumerate(
        (
            (form.authority[0], form.country, bold),
            (form.authority[1], form.motto, bold),
            (form.number, form.place_and_day, middle),
        )
    ):
        sheet.merge_range(line, 0, line, 2, left, style)
        sheet.merge_range(line, 3, line, 6, right, style)
    sheet.merge_range(4, 0, 4, 6, content.title, bold)
    sheet.merge_range(5, 0, 5, 6, content.subtitle, italic)
    for column, heading in enumerate(HEADINGS):
        sheet.write_string(FIRST_ROW, column, heading, head)
    for line, row in enumerate(content.rows, FIRST_ROW + 1):
        for column, text in enumerate(row):
            sheet.write_string(line, column, text, body)
    last = FIRST_ROW + len(content.rows)
    if content.uncertain:
        sheet.write_string(last + 1, 0, NOTE)
    for line, text in enumerate((*form.signature, form.signer or form.signed), last + 3):
        sheet.merge_range(line, 3, line, 6, text, bold if line < last + 5 else middle)
    sheet.freeze_panes(FIRST_ROW + 1, 0)
    sheet.autofilter(FIRST_ROW, 0, last, len(HEADINGS) - 1)
    sheet.repeat_rows(FIRST_ROW)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.set_footer(f"&C{footer.replace('&', '&&')}, trang &P/&N")
    book.close()
    return out.getvalue()
