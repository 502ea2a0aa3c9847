"""What an Office file or a saved page says beside its text (links, choices, help, pictures, properties, parts that
nobody knows) is reported with its place and reason."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from generator.importing.draft_record import Options, SourceFile
from generator.importing.sources.decision_list import source
from tests.importing.office import docx, edited, record, run, table, xlsx
from tests.importing.words import WORD, fate, named, page


def xml(text: str) -> Callable[[bytes], bytes]:
    return lambda _: text.encode()


def _choices(sheet: Any) -> None:
    from openpyxl.worksheet.datavalidation import DataValidation

    rule = DataValidation(type="list", formula1=f'"Có,{WORD}"')
    rule.add("D2:D4")
    sheet.add_data_validation(rule)


def _help(sheet: Any) -> None:
    from openpyxl.worksheet.datavalidation import DataValidation

    rule = DataValidation(type="whole", formula1="1", promptTitle="Nhập", prompt=WORD)
    rule.add("E2")
    sheet.add_data_validation(rule)


def _chart_sheet(sheet: Any) -> None:
    from openpyxl.chart import BarChart, Reference

    chart = BarChart()
    chart.title = WORD
    chart.add_data(Reference(sheet, min_col=1, min_row=1, max_row=3))
    sheet.parent.create_chartsheet("Biểu đồ").add_chart(chart)


def _name(sheet: Any) -> None:
    from openpyxl.workbook.defined_name import DefinedName

    sheet.parent.defined_names["ghi_chu"] = DefinedName("ghi_chu", attr_text=f'"{WORD}"')


def _link(sheet: Any) -> None:
    sheet["C3"].hyperlink = f"https://dichvucong.gov.vn/{WORD}"


def _title(sheet: Any) -> None:
    sheet.parent.properties.title = WORD


@pytest.mark.parametrize(
    ("change", "why"),
    [
        (_choices, "lựa chọn, lời nhắc của ô"),
        (_help, "lựa chọn, lời nhắc của ô"),
        (_chart_sheet, "biểu đồ"),
        (_name, "tên đặt cho ô"),
        (_link, "địa chỉ của liên kết"),
        (_title, "thuộc tính của tệp"),
    ],
)
def test_word_beside_the_cells(tmp_path: Path, change: Callable[[Any], None], why: str) -> None:
    what, reason = fate(xlsx(tmp_path, change))
    assert (what, why in reason) == ("report", True), reason


def test_a_sheet_that_is_a_chart_leaves_the_others_to_be_read(tmp_path: Path) -> None:
    file = SourceFile(xlsx(tmp_path, _chart_sheet))
    assert len(list(source.read(file, Options()))) == 3
    assert any(item.place == "trang “Biểu đồ”" for item in file.words.unread)


def test_a_link_that_says_what_is_shown_is_no_word_more(tmp_path: Path) -> None:
    def same(sheet: Any) -> None:
        sheet["C3"] = "Cấp giấy, xem www.dichvucong.gov.vn"
        sheet["C3"].hyperlink = "https://dichvucong.gov.vn/"

    file = SourceFile(xlsx(tmp_path, same))
    list(source.read(file, Options()))
    assert file.words.unread == []


A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
PARTS = {
    "xl/drawings/drawing1.xml": (f'<d {A}><cNvPr id="1" name="Picture 1" descr="Ảnh {WORD}"/></d>', "chữ thay hình"),
    "xl/diagrams/data1.xml": (f"<d {A}><a:p><a:r><a:t>{WORD}</a:t></a:r></a:p></d>", "sơ đồ"),
    "xl/charts/chart1.xml": (f"<c><strCache><pt><v>{WORD}</v></pt></strCache></c>", "biểu đồ"),
    "xl/pivotCache/pivotCacheDefinition1.xml": (f'<p><sharedItems><s v="{WORD}"/></sharedItems></p>', "bảng tổng hợp"),
    "xl/externalLinks/externalLink1.xml": (f"<e><cell><v>{WORD}</v></cell></e>", "tệp khác"),
    "xl/drawings/vmlDrawing1.vml": (f"<xml><v:textbox style='x'><div>{WORD}</div></v:textbox><br></xml>", "khung chữ"),
    "customXml/item1.xml": (f"<data><any>{WORD}</any></data>", "customXml"),
    "xl/moi/phan-la.xml": (f"<x><t>{WORD}</t></x>", "phần phan-la.xml"),
}


@pytest.mark.parametrize("part", PARTS)
def test_word_of_any_part_of_a_package(tmp_path: Path, part: str) -> None:
    text, why = PARTS[part]
    what, reason = fate(edited(xlsx(tmp_path), part, xml(text), "o.xlsx"))
    assert (what, why in reason) == ("report", True), reason


def test_an_embedded_file_is_said(tmp_path: Path) -> None:
    file = SourceFile(edited(xlsx(tmp_path), "xl/embeddings/oleObject1.bin", lambda _: b"\0", "o.xlsx"))
    list(source.read(file, Options()))
    assert any("tệp nhúng" in warning for warning in file.warnings)


def choice(chosen: str, invites: bool = False) -> str:
    items = f'<w:listItem w:displayText="Cấp xã" w:value="1"/><w:listItem w:displayText="{WORD}" w:value="2"/>'
    mark = "<w:showingPlcHdr/>" if invites else ""
    return (
        f"<w:sdt><w:sdtPr>{mark}<w:dropDownList>{items}</w:dropDownList></w:sdtPr>"
        f"<w:sdtContent>{run(chosen)}</w:sdtContent></w:sdt>"
    )


DRAWN = f'<w:r><w:drawing><docPr id="1" name="Picture 1" descr="{WORD}"/></w:drawing></w:r>'
BESIDE = {
    "choices": (named(choice("Cấp xã")), "lựa chọn"),
    "invitation": (named(choice(f"Chọn {WORD}", invites=True).replace(f'"{WORD}"', '"x"')), "chưa ai điền"),
    "link in a field": (
        named(f'<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>HYPERLINK "https://{WORD}.vn"</w:instrText>'
              '</w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>xem</w:t></w:r>'
              '<w:r><w:fldChar w:fldCharType="end"/></w:r>'),
        "địa chỉ của liên kết",
    ),
    "picture": (named(DRAWN), "chữ thay hình"),
    "help of a field": (named(f'<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:helpText w:val="{WORD}"/></w:ffData>'
                              '</w:fldChar></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'), "lời nhắc"),
}  # fmt: skip


@pytest.mark.parametrize("name", BESIDE)
def test_word_beside_the_text_of_a_document(tmp_path: Path, name: str) -> None:
    body, why = BESIDE[name]
    what, reason = fate(docx(tmp_path, body))
    assert (what, why in reason) == ("report", True), reason


def test_the_choice_is_read_and_an_invitation_is_no_value(tmp_path: Path) -> None:
    body = table(record(1, choice("tự chọn")), record(2, run("Cấp giấy hai") + choice("Bấm để chọn", invites=True)))
    first, second = source.read(SourceFile(docx(tmp_path, body)), Options())
    assert (first.name, second.name) == ("Tự chọn", "Cấp giấy hai")


def test_the_address_of_a_link_in_a_document(tmp_path: Path) -> None:
    link = f'<w:hyperlink xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="x9">{run("xem")}</w:hyperlink>'  # noqa: E501
    target = f'<Relationship Id="x9" Type="http://x/hyperlink" TargetMode="External" Target="https://{WORD}.vn/a"/>'
    file = edited(
        docx(tmp_path, named(link)),
        "word/_rels/document.xml.rels",
        lambda data: data.replace(b"</Relationships>", f"{target}</Relationships>".encode()),
        "lien-ket.docx",
    )
    what, reason = fate(file)
    assert (what, reason) == ("report", "địa chỉ của liên kết")


@pytest.mark.parametrize(
    ("name", "what"),
    [
        (f"Cấp giấy<!-- {WORD} -->", "chú thích ẩn"),
        (f'<a href="https://{WORD}.vn">Cấp giấy</a>', "địa chỉ của liên kết"),
        (f'<span title="{WORD}">Cấp giấy</span>', "lời nhắc"),
        (f"Cấp <select><option>giấy<option>{WORD}</select>", "lựa chọn"),
        (f"Cấp <select><option>x<option selected>{WORD}</select>", "record"),
    ],
)
def test_word_beside_the_text_of_a_page(tmp_path: Path, name: str, what: str) -> None:
    found, why = fate(page(tmp_path, name))
    assert (found, why) == ("record", "") if what == "record" else (found == "report" and what in why), (found, why)
