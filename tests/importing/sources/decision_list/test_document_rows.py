"""DOCX lists: the grid, wrappers, on/off marks by value, signs, what is struck, hidden or beside the text."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.importing.office import LIMIT, TITLES, cell, docx, imported, record, row, run, table

GRID = (900,) * 6
BOX = "<w:txbxContent><w:p>" + run("Ghi chú khung") + "</w:p></w:txbxContent>"


def names(tmp_path: Path, *rows: str, **parts: str) -> list[str]:
    records, _ = imported(docx(tmp_path, table(*rows, grid=GRID), dict(parts)))
    return [one.name for one in records]


def wrapped(text: str, before: str, after: str) -> str:
    return f"{before}{run(text)}{after}"


def test_cells_stand_by_the_grid_not_by_their_count(tmp_path: Path) -> None:
    gap = row("9.100002", "Cấp giấy mẫu 2", "Hộ tịch", LIMIT, "Không", properties='<w:gridBefore w:val="1"/>')
    short = row("3", "9.100003", "Cấp giấy mẫu 3", "Hộ tịch", properties='<w:gridAfter w:val="2"/>')
    wide = row("4", "9.100004", cell("Cấp giấy mẫu 4", '<w:gridSpan w:val="2"/>'), LIMIT, "Không")
    records, _ = imported(docx(tmp_path, table(record(1), gap, short, wide, grid=GRID)))
    assert [(one.code, one.name) for one in records] == [(f"9.10000{n}", f"Cấp giấy mẫu {n}") for n in (1, 2, 3, 4)]
    assert [one.data.get("thoi_han_giai_quyet", {}).get("so") for one in records] == [5, 5, None, 5]


def test_cells_merged_down_are_filled_by_the_grid_also_behind_a_gap(tmp_path: Path) -> None:
    first = row("1", "9.100001", "Cấp giấy mẫu 1", cell("Hộ tịch", '<w:vMerge w:val="restart"/>'), LIMIT, "Không")
    second = row(
        "9.100002", "Cấp giấy mẫu 2", cell("", "<w:vMerge/>"), LIMIT, "Không", properties='<w:gridBefore w:val="1"/>'
    )
    records, _ = imported(docx(tmp_path, table(first, second, grid=GRID)))
    assert [one.data["linh_vuc"] for one in records] == ["Hộ tịch", "Hộ tịch"]


def test_borders_a_hair_apart_are_one_border(tmp_path: Path) -> None:
    grid = (900, 900, 900, 12, 888, 900, 900)
    header = row(*TITLES[:2], cell(TITLES[2], '<w:gridSpan w:val="2"/>'), *TITLES[3:])
    drawn = row("1", "9.100001", "Cấp giấy mẫu 1", cell("Hộ tịch", '<w:gridSpan w:val="2"/>'), LIMIT, "Không")
    records, _ = imported(docx(tmp_path, table(header, drawn, grid=grid, titles=None)))
    assert [(one.name, one.data["linh_vuc"]) for one in records] == [("Cấp giấy mẫu 1", "Hộ tịch")]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("<w:ins>", "</w:ins>"), ("<w:moveTo>", "</w:moveTo>"), ("<w:smartTag><w:smartTagPr/>", "</w:smartTag>"),
        ("<w:customXml>", "</w:customXml>"), ("<w:hyperlink>", "</w:hyperlink>"), ('<w:fldSimple w:instr="REF x">', "</w:fldSimple>"),  # noqa: E501
        ("<w:sdt><w:sdtPr/><w:sdtContent>", "</w:sdtContent></w:sdt>"), ("<w:dir>", "</w:dir>"), ("<w:bdo>", "</w:bdo>"),  # noqa: E501
        ('<mc:AlternateContent><mc:Choice Requires="wps">', "</mc:Choice><mc:Fallback>" + run("lần hai") + "</mc:Fallback></mc:AlternateContent>"),  # noqa: E501
        ('<mc:AlternateContent><mc:Choice Requires="la">' + run("lạ") + "</mc:Choice><mc:Fallback>", "</mc:Fallback></mc:AlternateContent>"),  # noqa: E501
        ('<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>REF a</w:instrText></w:r><w:r><w:t>REF b</w:t></w:r>'  # noqa: E501
         '<w:r><w:fldChar w:fldCharType="separate"/></w:r>', '<w:r><w:fldChar w:fldCharType="end"/></w:r>'),
    ],
)  # fmt: skip
def test_words_are_read_once_through_every_wrapper(tmp_path: Path, before: str, after: str) -> None:
    assert names(tmp_path, record(1, wrapped("Cấp giấy mẫu hai", before, after))) == ["Cấp giấy mẫu hai"]


@pytest.mark.parametrize("gone", ["del", "moveFrom"])
def test_words_taken_out_by_a_tracked_change_are_not_read(tmp_path: Path, gone: str) -> None:
    inside = run("Cấp giấy ") + f"<w:{gone}>{run('cũ ')}</w:{gone}>" + run("mới")
    assert names(tmp_path, record(1, inside)) == ["Cấp giấy mới"]


def test_rows_and_cells_are_found_in_content_controls_and_a_deleted_row_is_reported(tmp_path: Path) -> None:
    in_control = f"<w:sdt><w:sdtPr/><w:sdtContent>{record(1)}</w:sdtContent></w:sdt>"
    deleted = record(2).replace("<w:trPr>", "<w:trPr><w:del/>")
    of_cells = (
        record(3)
        .replace("<w:tc>", "<w:sdt><w:sdtContent><w:tc>", 1)
        .replace("</w:tc>", "</w:tc></w:sdtContent></w:sdt>", 1)
    )
    records, warnings = imported(docx(tmp_path, table(in_control, deleted, of_cells, grid=GRID)))
    assert [one.code for one in records] == ["9.100001", "9.100003"]
    assert "dòng 3" in warnings and "đã xóa" in warnings


def test_a_table_in_a_content_control_or_a_text_box_is_read(tmp_path: Path) -> None:
    in_box = f"<w:p><w:r><w:pict><v:textbox><w:txbxContent>{table(record(2), grid=GRID)}</w:txbxContent></v:textbox></w:pict></w:r></w:p>"  # noqa: E501
    body = f"<w:sdt><w:sdtContent>{table(record(1), grid=GRID)}</w:sdtContent></w:sdt>{in_box}"
    records, _ = imported(docx(tmp_path, body))
    assert [one.code for one in records] == ["9.100001", "9.100002"]


def test_a_list_inside_a_cell_is_a_list_and_another_table_there_is_text(tmp_path: Path) -> None:
    outer = f"<w:tbl><w:tr><w:tc><w:p/>{table(record(1), grid=GRID)}<w:p/></w:tc></w:tr></w:tbl>"
    assert [one.code for one in imported(docx(tmp_path, outer))[0]] == ["9.100001"]
    small = "<w:tbl><w:tr>" + cell("Cấp giấy") + cell("mẫu 1") + "</w:tr></w:tbl><w:p/>"
    inside = row("1", "9.100001", f"<w:tc>{small}</w:tc>", "Hộ tịch", LIMIT, "Không")
    assert names(tmp_path, inside) == ["Cấp giấy | mẫu 1"]


@pytest.mark.parametrize("value", ["0", "false", "off", "none"])
def test_on_and_off_is_read_by_value(tmp_path: Path, value: str) -> None:
    shown = run("Cấp giấy mẫu hai", "".join(f'<w:{name} w:val="{value}"/>' for name in ("vanish", "strike", "dstrike")))
    assert names(tmp_path, record(1, shown).replace("<w:trPr>", f'<w:trPr><w:hidden w:val="{value}"/>')) == [
        "Cấp giấy mẫu hai"
    ]


@pytest.mark.parametrize("mark", ["<w:hidden/>", '<w:hidden w:val="1"/>', '<w:hidden w:val="true"/>'])
def test_a_hidden_row_is_reported_and_comes_in_when_asked_for(tmp_path: Path, mark: str) -> None:
    file = docx(tmp_path, table(record(1), record(2).replace("<w:trPr>", f"<w:trPr>{mark}"), grid=GRID))
    records, warnings = imported(file)
    assert [one.code for one in records] == ["9.100001"]
    assert "1 dòng ẩn" in warnings and "dòng 3" in warnings
    assert len(imported(file, hidden=True)[0]) == 2


def test_a_row_of_hidden_words_is_a_hidden_row_and_hidden_words_in_a_cell_are_reported(tmp_path: Path) -> None:
    hide = "<w:vanish/>"
    all_hidden = row(
        *(cell(run(text, hide)) for text in ("2", "9.100002", "Cấp giấy mẫu 2", "Hộ tịch", LIMIT, "Không"))
    )
    partly = record(1, run("Cấp giấy mẫu 1") + run(" (bản nháp)", hide))
    file = docx(tmp_path, table(partly, all_hidden, grid=GRID))
    records, warnings = imported(file)
    assert [one.name for one in records] == ["Cấp giấy mẫu 1"]
    assert "(bản nháp)" in warnings and "1 dòng ẩn" in warnings
    assert [one.name for one in imported(file, hidden=True)[0]] == ["Cấp giấy mẫu 1", "Cấp giấy mẫu 2"]


STYLES = (
    '<w:style w:type="paragraph" w:styleId="An"><w:rPr><w:vanish/><w:strike/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="ConAn"><w:basedOn w:val="An"/></w:style>'
    '<w:style w:type="character" w:styleId="Ky"><w:rPr><w:strike/><w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/></w:rPr></w:style>'  # noqa: E501
    '<w:style w:type="character" w:styleId="Vong"><w:basedOn w:val="Vong"/></w:style>'
)  # fmt: skip


def test_marks_of_styles_count_and_two_of_them_cancel_each_other_out(tmp_path: Path) -> None:
    hidden = record(1).replace("<w:p>", '<w:p><w:pPr><w:pStyle w:val="ConAn"/></w:pPr>')
    shown = hidden.replace("9.100001", "9.100002").replace(
        "<w:rPr>", '<w:rPr><w:vanish w:val="0"/><w:rStyle w:val="Ky"/>'
    )
    shown = shown.replace('<w:rStyle w:val="Ky"/>', '<w:rFonts w:hAnsi="Arial"/><w:rStyle w:val="Ky"/>')
    struck = record(3).replace("<w:rPr>", '<w:rPr><w:rFonts w:hAnsi="Arial"/><w:rStyle w:val="Ky"/>')
    circle = record(4).replace("<w:rPr>", '<w:rPr><w:rStyle w:val="Vong"/>')
    records, warnings = imported(docx(tmp_path, table(hidden, shown, struck, circle, grid=GRID), {"styles": STYLES}))
    assert [one.code for one in records] == ["9.100002", "9.100004"]
    assert "1 dòng ẩn" in warnings and "dòng 4 (bảng 1): dòng bị gạch ngang" in warnings


CHANNELS = (*TITLES[:5], "Trực tiếp", "BCCI", "Trực tuyến")


@pytest.mark.parametrize(
    ("sign", "says"),
    [
        ('<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>', "yes"), ('<w:r><w:sym w:font="Wingdings" w:char="FC"/></w:r>', "yes"),  # noqa: E501
        ('<w:r><w:sym w:font="Wingdings 2" w:char="F050"/></w:r>', "yes"), ('<w:r><w:sym w:font="Webdings" w:char="F061"/></w:r>', "yes"),  # noqa: E501
        (run("ü", '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>'), "yes"), (run("\uf0fe", '<w:rFonts w:hAnsi="Wingdings"/>'), "yes"),  # noqa: E501
        (run("x"), "yes"), (run("X"), "yes"), (run("✓"), "yes"), (run("☒"), "yes"), (run("✔\ufe0f"), "yes"),
        ('<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:default w:val="0"/><w:checked/></w:checkBox></w:ffData></w:fldChar></w:r>'  # noqa: E501
         '<w:r><w:fldChar w:fldCharType="end"/></w:r>', "yes"),
        (run("☐"), "no"), (run("-"), "no"), ('<w:r><w:sym w:font="Wingdings" w:char="F0A8"/></w:r>', "no"),
        (run("ü"), "doubt"), ('<w:r><w:sym w:font="Wingdings" w:char="F0FB"/></w:r>', "doubt"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F04A"/></w:r>', "doubt"), ('<w:r><w:sym w:font="Lạ" w:char="zz"/></w:r>', "doubt"),  # noqa: E501
    ],
)  # fmt: skip
def test_signs_are_text_too(tmp_path: Path, sign: str, says: str) -> None:
    line = row("2", "9.100002", "Cấp giấy mẫu hai", "Hộ tịch", LIMIT, cell(sign), "", cell(sign))
    [one], _ = imported(docx(tmp_path, table(line, titles=CHANNELS)))
    kinds = [channel["hinh_thuc_nop"] for channel in one.data.get("cach_thuc_thuc_hien", [])]
    assert kinds == (["trực tiếp", "trực tuyến"] if says == "yes" else [])
    assert any(key == "cach_thuc_thuc_hien" for key, _ in one.doubts) == (says == "doubt")


@pytest.mark.parametrize("strike", ["<w:strike/>", "<w:dstrike/>", '<w:strike w:val="1"/>'])
def test_a_row_struck_through_is_reported_and_struck_words_are_left_out_with_a_notice(
    tmp_path: Path, strike: str
) -> None:
    gone = record(2).replace("<w:rPr>", f"<w:rPr>{strike}")
    only_name = record(3, run("Cấp giấy mẫu 3", strike))
    partly = record(1, run("Cấp giấy mẫu 1") + run(" (cũ)", strike))
    records, warnings = imported(docx(tmp_path, table(partly, gone, only_name, grid=GRID)))
    assert [one.name for one in records] == ["Cấp giấy mẫu 1"]
    for where in ("dòng 3 (bảng 1)", "dòng 4 (bảng 1)"):
        assert f"{where}: dòng bị gạch ngang" in warnings
    assert "Cấp giấy mẫu 2" in warnings and "Cấp giấy mẫu 3" in warnings
    assert "dòng 2 (bảng 1): chữ bị gạch ngang trong ô, không nhập: (cũ)" in warnings


def alternative(inner: str) -> str:
    return (f'<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:wsp><wps:txbx>{inner}</wps:txbx></wps:wsp></w:drawing>'  # noqa: E501
            f"</mc:Choice><mc:Fallback><w:pict><v:textbox>{inner}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>")  # fmt: skip  # noqa: E501


def test_a_text_box_is_read_once_beside_the_cell(tmp_path: Path) -> None:
    records, warnings = imported(
        docx(tmp_path, table(record(2, run("Cấp giấy mẫu hai") + alternative(BOX)), grid=GRID))
    )
    assert [one.name for one in records] == ["Cấp giấy mẫu hai"]
    assert records[0].data["ghi_chu_nguon"] == ["Khung chữ: Ghi chú khung"]
    assert warnings.count("Ghi chú khung") == 1


def test_a_decision_in_a_text_box_above_the_list_is_found(tmp_path: Path) -> None:
    inner = "<w:txbxContent><w:p>" + run("Kèm theo Quyết định số 77/QĐ-UBND ngày 06/3/2023") + "</w:p></w:txbxContent>"
    [one], _ = imported(docx(tmp_path, f"<w:p>{alternative(inner)}</w:p>{table(record(1), grid=GRID)}"))
    assert one.data["quyet_dinh_cong_bo"]["so"] == "77/QĐ-UBND"


def test_footnotes_and_pictures_are_reported(tmp_path: Path) -> None:
    note = (
        run("Cấp giấy mẫu 1") + '<w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:drawing><a:blip/></w:drawing></w:r>'
    )
    parts = {"footnotes": '<w:footnote w:id="2"><w:p>' + run("Từ ngày 01/7/2023") + "</w:p></w:footnote>"}
    [one], warnings = imported(docx(tmp_path, table(record(1, note), grid=GRID), parts))
    assert one.name == "Cấp giấy mẫu 1"
    assert one.data["ghi_chu_nguon"] == ["Chú thích: Từ ngày 01/7/2023"]
    assert "dòng 2" in warnings and "có hình" in warnings


def test_tabs_breaks_hyphens_and_equations_keep_their_place(tmp_path: Path) -> None:
    inside = ("<w:r><w:t>Cấp</w:t><w:tab/><w:t>giấy</w:t><w:br/><w:t>mẫu</w:t><w:noBreakHyphen/><w:t>mộ</w:t><w:softHyphen/><w:t>t </w:t></w:r>"  # noqa: E501
              "<m:oMath><m:r><m:t>x+1</m:t></m:r></m:oMath>")  # fmt: skip
    assert names(tmp_path, record(1, inside)) == ["Cấp giấy mẫu-một x+1"]


def test_a_strict_document_is_read_like_any_other(tmp_path: Path) -> None:
    from tests.importing.office import edited

    strict = (
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    file = edited(
        docx(tmp_path, table(record(1), grid=GRID)), "word/document.xml", lambda xml: xml.replace(*strict), "chat.docx"
    )
    assert [one.code for one in imported(file)[0]] == ["9.100001"]


@pytest.mark.parametrize(("dropped", "fee"), [("last", None), ("none", "không"), ("first", "không")])
def test_a_list_goes_on_in_a_table_without_a_header(tmp_path: Path, dropped: str, fee: str | None) -> None:
    texts = ["3", "9.100003", "Cấp giấy mẫu 3", "Hộ tịch", LIMIT, "Không"]
    left = {"last": texts[:-1], "none": texts, "first": texts[1:]}[dropped]
    body = table(record(1), grid=GRID) + "<w:p/>" + table(row(*left), titles=None, grid=(900,) * len(left))
    records, warnings = imported(docx(tmp_path, body))
    assert (records[1].code, records[1].name) == ("9.100003", "Cấp giấy mẫu 3")
    assert records[1].data.get("phi_le_phi") == fee
    assert ("khác bảng trước" in warnings) == (dropped != "none")


def test_a_table_that_is_no_list_is_reported(tmp_path: Path) -> None:
    signed = table(row("Nơi nhận:", "CHỦ TỊCH"), row("Như trên", "(đã ký)"), titles=None)
    records, warnings = imported(docx(tmp_path, table(record(1), grid=GRID) + signed))
    assert len(records) == 1
    assert "2 dòng không có dòng tiêu đề" in warnings and "CHỦ TỊCH" in warnings


def test_words_after_the_list_are_reported(tmp_path: Path) -> None:
    after = "<w:p>" + run("PHẦN II. NỘI DUNG CỤ THỂ") + "</w:p>"
    _, warnings = imported(docx(tmp_path, table(record(1), grid=GRID) + after))
    assert "1 đoạn sau danh mục không đọc: “PHẦN II. NỘI DUNG CỤ THỂ”" in warnings


def test_every_row_is_a_record_or_in_a_warning(tmp_path: Path) -> None:
    rows = [
        record(1), record(2).replace("<w:trPr>", "<w:trPr><w:hidden/>"), record(3).replace("<w:rPr>", "<w:rPr><w:strike/>"),  # noqa: E501
        row("4", "9.100004", "", "Hộ tịch", LIMIT, "Không"), record(5).replace("<w:trPr>", "<w:trPr><w:del/>"), record(6, "#NAME?"),  # noqa: E501
    ]  # fmt: skip
    records, warnings = imported(docx(tmp_path, table(*rows, grid=GRID)))
    assert [one.code for one in records] == ["9.100001"]
    for number in range(3, 8):
        assert f"dòng {number}" in warnings


def test_a_heading_between_tables_says_what_is_abolished(tmp_path: Path) -> None:
    def heading(text: str) -> str:
        return "<w:p>" + run(text) + "</w:p>"

    body = (
        heading("A. DANH MỤC THỦ TỤC HÀNH CHÍNH MỚI BAN HÀNH") + table(record(1), grid=GRID)
        + heading("B. DANH MỤC THỦ TỤC HÀNH CHÍNH BỊ BÃI BỎ") + table(record(2), grid=GRID)
        + heading("II. Lĩnh vực chứng thực") + table(record(3), grid=GRID)
        + heading("C. DANH MỤC THỦ TỤC HÀNH CHÍNH ĐƯỢC SỬA ĐỔI, BỔ SUNG") + table(record(4), grid=GRID)
    )  # fmt: skip
    records, _ = imported(docx(tmp_path, body))
    assert [one.state for one in records] == ["", "abolished", "abolished", ""]


def test_the_decision_is_the_documents_own_not_the_one_it_rests_on(tmp_path: Path) -> None:
    lines = (
        "Số: 567/QĐ-UBND",
        "Hải Dương, ngày 20 tháng 3 năm 2023",
        "Căn cứ Quyết định số 110/QĐ-BTP ngày 18 tháng 01 năm 2023;",
    )
    body = "".join("<w:p>" + run(line) + "</w:p>" for line in lines) + table(record(1), grid=GRID)
    [one], _ = imported(docx(tmp_path, body))
    assert one.data["quyet_dinh_cong_bo"]["so"] == "567/QĐ-UBND"
    assert str(one.data["quyet_dinh_cong_bo"]["ngay"]) == "2023-03-20"
