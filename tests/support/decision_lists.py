"""A decision's list as XLSX and as DOCX: merged cells, section rows, a hidden row, a code typed as a number,
.VnTime."""

from __future__ import annotations

from pathlib import Path

DECISION = "(Ban hành kèm theo Quyết định số 1234/QĐ-UBND ngày 05 tháng 4 năm 2023 của Chủ tịch UBND tỉnh Hải Dương)"
LAWS = "Luật Hộ tịch số 60/2014/QH13; Nghị định số 123/2015/NĐ-CP ngày 15/11/2015"
# another order and wording than usual
TITLES = ("Số TT", "Phí, lệ phí (nếu có)", "Mã số TTHC", "Tên TTHC", "Thời gian giải quyết", "Cơ sở pháp lý")
OLD = "CÊp giÊy x¸c nhËn t×nh tr¹ng h«n nh©n"


def list_xlsx(folder: Path) -> Path:
    """The sheet."""
    from openpyxl import Workbook
    from openpyxl.styles import Font

    book = Workbook()
    sheet = book.active
    for row in (["DANH MỤC"], [DECISION], list(TITLES), ["A. THỦ TỤC HÀNH CHÍNH CẤP XÃ"], ["I", "LĨNH VỰC HỘ TỊCH"]):
        sheet.append(row)
    sheet.append(
        [1, "Lệ phí: 8.000 đồng/bản", 1.00011, "Thủ tục đăng ký khai sinh ở biên giới", "03 ngày làm việc", LAWS]
    )
    sheet.append([2, "Không", None, OLD, "Trong ngày", None])
    sheet.append([3, "Không", "2.000884", "Thủ tục đã rút", "1 ngày", None])
    sheet.append([4, "HĐND tỉnh quy định", None, "Đăng ký lại kết hôn", "5 ngày", "Luật Hộ tịch"])
    sheet["C6"].number_format = "0.000000"
    sheet["D7"].font = Font(name=".VnTime")
    sheet.row_dimensions[8].hidden = True
    for area in ("A1:F1", "A2:F2", "A4:F4", "B5:F5", "F6:F7"):
        sheet.merge_cells(area)
    book.save(folder / "danh-muc.xlsx")
    return folder / "danh-muc.xlsx"


def list_docx(folder: Path) -> Path:
    """The document; its hidden row carries Word's hidden mark."""
    from docx import Document
    from docx.oxml import OxmlElement

    document = Document()
    document.add_paragraph(DECISION)
    table = document.add_table(0, 6)
    rows = [
        TITLES, ("A. THỦ TỤC HÀNH CHÍNH CẤP XÃ",) * 6, ("II. Lĩnh vực Hộ tịch",) * 6,
        ("1", "Lệ phí: 8.000 đồng/bản", "1.000110", "Thủ tục đăng ký khai sinh ở biên giới", "03 ngày làm việc", LAWS),
        ("2", "Không", "", "", "Trong ngày", ""), ("3", "Không", "2.000884", "Thủ tục đã rút", "1 ngày", ""),
        ("4", "HĐND tỉnh quy định", "", "Đăng ký lại kết hôn", "5 ngày", "Luật Hộ tịch"),
    ]  # fmt: skip
    for texts in rows:
        cells = table.add_row().cells
        if len(set(texts)) == 1:
            cells[0].merge(cells[5]).text = texts[0]
        else:
            for cell, text in zip(cells, texts, strict=True):
                cell.text = text
    run = table.cell(4, 3).paragraphs[0].add_run(OLD)
    run.font.name = ".VnTime"
    table.cell(3, 5).merge(table.cell(4, 5))
    table.rows[5]._tr.get_or_add_trPr().append(OxmlElement("w:hidden"))
    document.save(str(folder / "danh-muc.docx"))
    return folder / "danh-muc.docx"
