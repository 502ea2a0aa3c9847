"""A word that stands anywhere in a file is in a record, or in the report with its place and reason: never lost."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from generator.importing.draft_record import ImportRefused, Options, SourceFile
from generator.importing.sources.decision_list import source
from tests.importing.office import LIMIT, TITLES, cell, docx, edited, record, row, run, table, xlsx
from tests.importing.words import WORD, fate, named, page


def field(inside: str, end: bool = True) -> str:
    def char(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    return char("begin") + (char("separate") if end else "") + inside + (char("end") if end else "")


def alternatives(choice: str, fallback: str, requires: str = "wps") -> str:
    return (
        f'<mc:AlternateContent><mc:Choice Requires="{requires}">{choice}</mc:Choice>'
        f"<mc:Fallback>{fallback}</mc:Fallback></mc:AlternateContent>"
    )


BOX = f"<w:txbxContent><w:p>{run(WORD)}</w:p></w:txbxContent>"
MINE = row("2", "9.100002", f"Cấp giấy {WORD}", "Hộ tịch", LIMIT, "Không")
READ = {
    **{
        tag: named(f"<w:{tag}>{run(WORD)}</w:{tag.split()[0]}>")
        for tag in ('ins w:id="1"', 'moveTo w:id="1"', 'smartTag w:element="x"', "hyperlink",
                    'fldSimple w:instr="REF x"', 'customXml w:element="x"', 'bdo w:val="ltr"', 'dir w:val="ltr"')
    },
    "sdt in a paragraph": named(f"<w:sdt><w:sdtPr/><w:sdtContent>{run(WORD)}</w:sdtContent></w:sdt>"),
    "sdt around a row": table(record(1), f"<w:sdt><w:sdtContent>{MINE}</w:sdtContent></w:sdt>"),
    "customXml around a row": table(record(1), f"<w:customXml>{MINE}</w:customXml>"),
    "sdt around a cell": table(
        MINE.replace("<w:tc>", "<w:sdt><w:sdtContent><w:tc>", 1).replace("</w:tc>", "</w:tc></w:sdtContent></w:sdt>", 1)
    ),
    "sdt around the table": f"<w:sdt><w:sdtContent>{table(MINE)}</w:sdtContent></w:sdt>",
    "inserted row": table(MINE.replace("<w:trPr>", '<w:trPr><w:ins w:id="3"/>')),
    "alternative in a run": named(f"<w:r>{alternatives(f'<w:t>{WORD}</w:t>', '<w:t>khác</w:t>')}</w:r>"),
    "alternative not known": named(f"<w:r>{alternatives('<w:t>khác</w:t>', f'<w:t>{WORD}</w:t>', 'cx9')}</w:r>"),
    "alternative around a run": named(alternatives(run(WORD), run(WORD))),
    "alternative around a table": alternatives(table(MINE), table(MINE), "w15"),
    "field": named(field(run(WORD))),
    "tab": named(f"<w:r><w:tab/><w:t>{WORD}</w:t></w:r>"),
    "symbol before it": named(f'<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>{run(WORD)}'),
    "equation": named(f"<m:oMathPara><m:oMath><m:r><m:t>{WORD}</m:t></m:r></m:oMath></m:oMathPara>"),
    "text box in a cell": named(f"<w:r>{alternatives(f'<w:drawing>{BOX}</w:drawing>', BOX)}</w:r>"),
    "table in a text box": f"<w:p><w:r><w:pict><w:txbxContent>{table(MINE)}</w:txbxContent></w:pict></w:r></w:p>",
    "nested table": table(
        record(1),
        row("2", "9.100002", f"<w:tc><w:p>{run('Cấp giấy')}</w:p><w:tbl><w:tr>{cell(WORD)}</w:tr></w:tbl></w:tc>",
            "Hộ tịch", LIMIT, "Không"),
    ),
    "cell merged down": table(
        row("1", "9.100001", "A giấy", cell(WORD, '<w:vMerge w:val="restart"/>'), LIMIT, "Không"),
        row("2", "9.100002", "B giấy", cell("", "<w:vMerge/>"), LIMIT, "Không"),
    ),
    "short row": table(row("1", "9.100001", f"Cấp {WORD}", "Hộ tịch", properties='<w:gridAfter w:val="2"/>')),
}  # fmt: skip


@pytest.mark.parametrize("name", READ)
def test_word_is_read_through_every_wrapper(tmp_path: Path, name: str) -> None:
    assert fate(docx(tmp_path, READ[name])) == ("record", "")


NOTE = f'<w:{{0}} w:id="4"><w:p>{run(WORD)}</w:p></w:{{0}}>'
REPORTED: dict[str, tuple[str, dict[str, str], str]] = {
    "deleted": (named(f'<w:del w:id="1"><w:r><w:delText>{WORD}</w:delText></w:r></w:del>'), {}, "đã xóa"),
    "moved away": (named(f'<w:moveFrom w:id="1">{run(WORD)}</w:moveFrom>'), {}, "đã xóa"),
    "deleted row": (table(record(1), MINE.replace("<w:trPr>", '<w:trPr><w:del w:id="3"/>')), {}, "dòng đã xóa"),
    "hidden": (named(run(WORD, "<w:vanish/>")), {}, "ẩn"),
    "struck through": (named(run(WORD, "<w:strike/>")), {}, "không tìm thấy chỗ đặt"),
    "struck outside": (f"<w:p>{run(WORD, '<w:strike/>')}</w:p>{named('')}", {}, "gạch ngang"),
    "field without an end": (named(field(run(WORD), end=False)), {}, "mã trường"),
    "below a merged cell": (
        table(row("1", "9.100001", "A giấy", cell("HT", '<w:vMerge w:val="restart"/>'), LIMIT, "Không"),
              row("2", "9.100002", "B giấy", cell(WORD, "<w:vMerge/>"), LIMIT, "Không")),
        {}, "ô đã gộp",
    ),
    "beside a merged cell": (
        table(row("1", "9.100001", cell("A giấy", '<w:hMerge w:val="restart"/>'), cell(WORD, "<w:hMerge/>"), LIMIT),
              record(2)), {}, "ô đã gộp",
    ),
    "in a row, outside its cells": (
        table(record(1).replace("</w:tr>", f"<w:p>{run(WORD)}</w:p></w:tr>")), {}, "ngoài ô",
    ),
    "in a table, outside its rows": (table(record(1), f"<w:p>{run(WORD)}</w:p>", record(2)), {}, "ngoài ô"),
    "comment": (named(""), {"comments": NOTE.format("comment")}, "ghi chú (comment)"),
    "header": (named(""), {"header": f"<w:p>{run(WORD)}</w:p>"}, "đầu trang"),
    "footer": (named(""), {"footer": f"<w:p>{run(WORD)}</w:p>"}, "chân trang"),
    "footnote without a reference": (named(""), {"footnotes": NOTE.format("footnote")}, "chú thích"),
    "before the list": (f"<w:p>{run(WORD)}</w:p>{named('')}", {}, "trước danh mục"),
    "after the list": (f"{named('')}<w:p>{run(WORD)}</w:p>", {}, "sau danh mục"),
    "between two lists": (f"{named('')}<w:p>{run(WORD)}</w:p>{table(record(4))}", {}, "trước danh mục"),
    "text box outside": (f"<w:p><w:r><w:pict>{BOX}</w:pict></w:r></w:p>{named('')}", {}, "trước danh mục"),
}  # fmt: skip


@pytest.mark.parametrize("name", REPORTED)
def test_word_that_is_not_read_is_reported_with_its_reason(tmp_path: Path, name: str) -> None:
    body, parts, why = REPORTED[name]
    what, reason = fate(docx(tmp_path, body, parts))
    assert (what, why in reason) == ("report", True), reason


def test_field_without_an_end_does_not_swallow_the_rows_after_it(tmp_path: Path) -> None:
    read = SourceFile(docx(tmp_path, named(field(run(WORD), end=False))))
    assert [item.code for item in source.read(read, Options())] == ["9.100001", "9.100002", "9.100003"]


def _covered(data: bytes) -> bytes:
    return data.replace(b'<c r="E3"', f'<c r="D3" t="inlineStr"><is><t>{WORD}</t></is></c><c r="E3"'.encode())


def _sheet(state: str) -> Callable[[Any], None]:
    def change(sheet: Any) -> None:
        other = sheet.parent.create_sheet("Phụ lục")
        other.append(["x", WORD])
        other.sheet_state = state

    return change


def _comment(sheet: Any) -> None:
    from openpyxl.comments import Comment

    sheet["C3"].comment = Comment(WORD, "ai")


def _set(place: str, value: Any = WORD) -> Callable[[Any], None]:
    return lambda sheet: sheet.__setitem__(place, value)


@pytest.mark.parametrize(
    ("change", "why"),
    [
        (_sheet("hidden"), "trang tính ẩn"),
        (_sheet("veryHidden"), "trang tính ẩn"),
        (_sheet("visible"), "không phải danh mục"),
        (_comment, "ghi chú gắn vào ô"),
        (_set("CV3"), "80 cột"),
        (lambda sheet: setattr(sheet.oddHeader.center, "text", WORD), "in"),
        (lambda sheet: (sheet.insert_rows(1, 2), sheet.__setitem__("A1", WORD)), "trước danh mục"),
    ],
)
def test_word_of_a_workbook_is_reported(tmp_path: Path, change: Callable[[Any], None], why: str) -> None:
    what, reason = fate(xlsx(tmp_path, change))
    assert (what, why in reason) == ("report", True), reason


def test_word_under_a_merged_cell_and_in_a_drawing(tmp_path: Path) -> None:
    merged = xlsx(tmp_path, lambda sheet: sheet.merge_cells("D2:D4"))
    assert fate(edited(merged, "xl/worksheets/sheet1.xml", _covered, "o.xlsx")) == ("report", "ô bị ô gộp che")
    drawn = f'<d xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:p><a:t>{WORD}</a:t></a:p></d>'
    made = edited(merged, "xl/drawings/drawing1.xml", lambda _: drawn.encode(), "hinh.xlsx")
    assert fate(made) == ("report", "hình vẽ, khung chữ")


@pytest.mark.parametrize(
    ("name", "around", "inside", "what"),
    [
        (f"Cấp <b><span>{WORD}</b> giấy", "", "", "record"),
        (f"Cấp giấy <table><tr><td>{WORD}<td>1</table>", "", "", "record"),
        (f'<input value="Cấp giấy {WORD}">', "", "", "record"),
        (f"Cấp <s>{WORD}</s> giấy", "", "", "không tìm thấy chỗ đặt"),
        (f'Cấp <span style="text-decoration: line-through">{WORD}</span> giấy', "", "", "không tìm thấy chỗ đặt"),
        (f'Cấp <span style="display: none">{WORD}</span> giấy', "", "", "chữ ẩn"),
        (f'Cấp giấy<img alt="{WORD}">', "", "", "chữ thay hình"),
        ("Cấp giấy", f"<p>{WORD}</p>", "", "trước danh mục"),
        ("Cấp giấy", f"<noscript>{WORD}</noscript>", "", "chữ ẩn"),
        ("Cấp giấy", "", f"<caption>{WORD}</caption>", "ngoài ô"),
        ("Cấp giấy", "", f'<tr style="display:none"><td>a<td>{WORD}<td>b</tr>', "chữ ẩn"),
    ],
)
def test_word_of_a_saved_page(tmp_path: Path, name: str, around: str, inside: str, what: str) -> None:
    found, why = fate(page(tmp_path, name, around, inside))
    assert (found, why) == ("record", "") if what == "record" else (found == "report" and what in why), (found, why)


def in_1258(text: str) -> bytes:
    """`text` as Windows-1258: a letter, then its tone."""
    made = []
    for char in unicodedata.normalize("NFC", text):
        parts = unicodedata.normalize("NFD", char)
        tones = "".join(part for part in parts if part in "\u0300\u0301\u0303\u0309\u0323")
        base = unicodedata.normalize("NFC", "".join(part for part in parts if part not in tones))
        made.append(base + tones)
    return "".join(made).encode("cp1258")


@pytest.mark.parametrize("start", ["", "sep=;\n", "UBND TỈNH\nDanh mục thủ tục\n\n"])
@pytest.mark.parametrize("encode", [str.encode, in_1258], ids=["utf-8", "windows-1258"])
def test_csv_as_excel_in_vietnam_saves_it(tmp_path: Path, start: str, encode: Callable[[str], bytes]) -> None:
    file = tmp_path / "a.csv"
    file.write_bytes(encode(f"{start}{';'.join(TITLES)}\n1;9.100001;Cấp giấy {WORD} thường trú;Hộ tịch;5 ngày;Không\n"))
    [item] = source.read(SourceFile(file), Options())
    assert (item.code, item.name) == ("9.100001", f"Cấp giấy {WORD} thường trú")


def test_csv_with_a_quote_that_is_never_closed_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    file.write_text(f'{";".join(TITLES)}\n1;9.100001;"Cấp giấy;A;5 ngày;0\n2;9.100002;Giấy hai;B;5 ngày;0\n', "utf-8")
    with pytest.raises(ImportRefused, match="ngoặc kép mở mà không đóng"):
        list(source.read(SourceFile(file), Options()))
