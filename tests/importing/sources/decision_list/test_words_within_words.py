"""Words inside footnotes, text boxes, nested tables, fields and equations of a DOCX: read once, or reported."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.importing.office import LIMIT, TITLES, cell, docx, imported, record, row, run, table
from tests.importing.words import WORD, fate, named

STRIKE, HIDE = "<w:strike/>", "<w:vanish/>"
NOTE = '<w:r><w:footnoteReference w:id="4"/></w:r>'
DEEPER = '<w:r><w:footnoteReference w:id="5"/></w:r>'


def footnotes(*inside: str) -> dict[str, str]:
    made = (f'<w:footnote w:id="{number}"><w:p>{one}</w:p></w:footnote>' for number, one in enumerate(inside, start=4))
    return {"footnotes": "".join(made)}


def box(inside: str) -> str:
    return f"<w:r><w:pict><v:textbox><w:txbxContent>{inside}</w:txbxContent></v:textbox></w:pict></w:r>"


def boxed(runs: str) -> str:
    return box(f"<w:p>{runs}</w:p>")


def nested(*cells: str, properties: str = "") -> str:
    inner = table(row(*cells, properties=properties), titles=None)
    return table(
        record(1),
        row("2", "9.100002", f"<w:tc><w:p>{run('Cấp giấy hai')}</w:p>{inner}<w:p/></w:tc>", "Hộ tịch", LIMIT, "Không"),
    )


def code(text: str, result: str = "") -> str:
    separate = f'<w:r><w:fldChar w:fldCharType="separate"/></w:r>{result}' if result else ""
    return (f'<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>{text}</w:instrText></w:r>{separate}'
            '<w:r><w:fldChar w:fldCharType="end"/></w:r>')  # fmt: skip


ART = f'<w:r><w:pict><v:shape><v:textpath string="{WORD}"/></v:shape></w:pict></w:r>'
CASES: dict[str, tuple[str, dict[str, str], str, str]] = {
    "struck in a footnote": (named(NOTE), footnotes(run("chú") + run(WORD, STRIKE)), "report", "chỗ đặt"),
    "hidden in a footnote": (named(NOTE), footnotes(run("chú") + run(WORD, HIDE)), "report", "chữ ẩn"),
    "box in a footnote": (named(NOTE), footnotes(run("chú") + boxed(run(WORD))), "record", ""),
    "footnote of a footnote": (named(NOTE), footnotes(run("chú") + DEEPER, run(WORD)), "record", ""),
    "footnote of itself": (named(NOTE), footnotes(run(WORD) + NOTE), "record", ""),
    "footnote of a box": (named(boxed(run("khung") + NOTE)), footnotes(run(WORD)), "record", ""),
    "footnote of a nested table": (nested(cell(run("a") + NOTE)), footnotes(run(WORD)), "record", ""),
    "footnote of the header": (
        table(record(1), titles=(*TITLES[:3], run("Lĩnh vực") + NOTE, *TITLES[4:])), footnotes(run(WORD)), "report", "dòng tiêu đề",  # noqa: E501
    ),
    "footnote of a section": (
        table(row(cell(run("I. Lĩnh vực hộ tịch") + NOTE, '<w:gridSpan w:val="6"/>')), record(1)), footnotes(run(WORD)),
        "report", "dòng tiêu đề",
    ),
    "struck in a box": (named(boxed(run("khung") + run(WORD, STRIKE))), {}, "report", "chỗ đặt"),
    "box in a box": (named(boxed(run("khung") + boxed(run(WORD)))), {}, "record", ""),
    "struck in a table in a box": (
        named(box(table(row("a", cell(run(WORD, STRIKE))), titles=None) + "<w:p/>")), {}, "report", "chỗ đặt",
    ),
    "word art in a box": (named(boxed(ART)), {}, "record", ""),
    "word art": (named(ART), {}, "record", ""),
    "hidden row of a nested table": (nested("a", WORD, properties="<w:hidden/>"), {}, "report", "dòng ẩn"),
    "alternative without a fallback": (
        named(f'<mc:AlternateContent><mc:Choice Requires="cx1">{run(WORD)}</mc:Choice><mc:Fallback/></mc:AlternateContent>'),  # noqa: E501
        {}, "record", "",
    ),
    "field of words without a result": (named(code(f"MACROBUTTON NoMacro [{WORD}]")), {}, "report", "mã trường"),
    "simple field without a result": (named(f'<w:fldSimple w:instr="QUOTE {WORD}"/>'), {}, "report", "mã trường"),
    "deleted in an equation": (named(f"<m:oMath><w:del><m:r><m:t>{WORD}</m:t></m:r></w:del></m:oMath>"), {}, "report", "đã xóa"),  # noqa: E501
    "struck in an equation": (
        named(f"<m:oMath><m:r><w:rPr>{STRIKE}</w:rPr><m:t>{WORD}</m:t></m:r></m:oMath>"), {}, "report", "ẩn",
    ),
    "equation that no program writes": (
        named(f"<m:oMath><m:sSup><m:e><m:r><m:t>{WORD}</m:t></m:r></m:e><m:e/><m:sup/></m:sSup></m:oMath>"),
        {}, "record", "",
    ),
    "text where brackets hold none": (
        named(f"<m:oMath><m:d><m:r><m:t>{WORD}</m:t></m:r></m:d></m:oMath>"), {}, "record", "",
    ),
    "cell taken out": (
        table(row("1", "9.100001", "Cấp giấy mẫu 1", cell(WORD, '<w:cellDel w:id="1"/>'), "Hộ tịch", LIMIT, "Không")),
        {}, "report", "đã xóa",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_word_is_in_a_record_or_in_the_report(tmp_path: Path, name: str) -> None:
    body, parts, where, why = CASES[name]
    what, reason = fate(docx(tmp_path, body, parts))
    assert (what, why in reason) == (where, True), reason


def test_notices_of_a_nested_table_are_no_notes_of_the_procedure(tmp_path: Path) -> None:
    records, warnings = imported(docx(tmp_path, nested(cell(run("a") + NOTE)), footnotes(run("Từ 2024"))))
    assert records[1].data["ghi_chu_nguon"] == ["Chú thích: Từ 2024"]
    assert "bảng 2" in warnings


def test_a_cell_that_a_change_takes_out_leaves_its_place_to_the_next(tmp_path: Path) -> None:
    gone = cell("Cũ", '<w:cellDel w:id="1"/>')
    [one], _ = imported(
        docx(tmp_path, table(row("1", "9.100001", "Cấp giấy mẫu 1", gone, "Hộ tịch", LIMIT, "Không"), grid=(900,) * 7))
    )
    assert (one.data["linh_vuc"], one.data["thoi_han_giai_quyet"]["so"]) == ("Hộ tịch", 5)


def test_cells_that_a_change_merges_say_what_the_upper_one_says(tmp_path: Path) -> None:
    first = row("1", "9.100001", "Cấp giấy mẫu 1", cell("Hộ tịch", '<w:cellMerge w:vMerge="rest"/>'), LIMIT, "Không")
    second = row("2", "9.100002", "Cấp giấy mẫu 2", cell("", '<w:cellMerge w:vMerge="cont"/>'), LIMIT, "Không")
    records, _ = imported(docx(tmp_path, table(first, second)))
    assert [one.data.get("linh_vuc") for one in records] == ["Hộ tịch", "Hộ tịch"]


WIDE = '<w:gridSpan w:val="2"/>'


@pytest.mark.parametrize("name_is_wide", [True, False])
def test_a_border_that_stands_a_little_off_in_some_rows_is_one_border(tmp_path: Path, name_is_wide: bool) -> None:
    wide, narrow = ((WIDE, ""), ("", WIDE)) if name_is_wide else (("", WIDE), (WIDE, ""))

    def drawn(texts: tuple[str, ...], spans: tuple[str, str]) -> str:
        return row(*texts[:2], cell(texts[2], spans[0]), cell(texts[3], spans[1]), *texts[4:])

    first = ("1", "9.100001", "Cấp giấy mẫu 1", "Hộ tịch", LIMIT, "Không")
    second = ("2", "9.100002", "Cấp giấy mẫu 2", "Chứng thực", LIMIT, "Không")
    body = table(
        drawn(TITLES, wide), drawn(first, narrow), drawn(second, wide), titles=None, grid=(900, 900, 600, 300, 600, 900, 900)  # noqa: E501
    )  # fmt: skip
    records, _ = imported(docx(tmp_path, body))
    assert [(one.name, one.data["linh_vuc"]) for one in records] == [
        ("Cấp giấy mẫu 1", "Hộ tịch"), ("Cấp giấy mẫu 2", "Chứng thực"),
    ]  # fmt: skip


def test_a_thin_column_that_is_a_cell_of_its_own_stays_a_column(tmp_path: Path) -> None:
    titles = (*TITLES[:3], "BCCI", "Trực tuyến", *TITLES[3:])
    line = row("1", "9.100001", "Cấp giấy mẫu 1", "", "x", "Hộ tịch", LIMIT, "Không")
    merged = row("2", "9.100002", "Cấp giấy mẫu 2", cell("x", WIDE), "Hộ tịch", LIMIT, "Không")
    records, _ = imported(
        docx(tmp_path, table(line, merged, titles=titles, grid=(900, 900, 900, 300, 300, 900, 900, 900)))
    )  # noqa: E501
    assert [kind["hinh_thuc_nop"] for kind in records[0].data["cach_thuc_thuc_hien"]] == ["trực tuyến"]
    assert len(records[1].data["cach_thuc_thuc_hien"]) == 2


@pytest.mark.parametrize(
    ("inside", "says"),
    [
        ("<m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f>", "1/2"),
        ("<m:f><m:num><m:r><m:t>a+b</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f>", "(a+b)/2"),
        ("<m:sSup><m:e><m:r><m:t>m</m:t></m:r></m:e><m:sup><m:r><m:t>2</m:t></m:r></m:sup></m:sSup>", "m²"),
        ("<m:rad><m:radPr/><m:e><m:r><m:t>x</m:t></m:r></m:e></m:rad>", "√x"),
        ("<m:d><m:e><m:r><m:t>x</m:t></m:r></m:e></m:d>", "(x)"),
        ('<m:d><m:dPr><m:begChr m:val="["/><m:endChr m:val=""/></m:dPr><m:e><m:r><m:t>x</m:t></m:r></m:e></m:d>', "[x"),
    ],
)
def test_an_equation_says_the_same_on_one_line(tmp_path: Path, inside: str, says: str) -> None:
    records, _ = imported(docx(tmp_path, named(f"<m:oMath>{inside}</m:oMath>")))
    assert records[1].name == f"Cấp giấy hai {says}"


def test_a_raised_mark_behind_an_amount_is_no_figure_of_it(tmp_path: Path) -> None:
    marked = cell(run("50.000 đồng") + run("1", '<w:vertAlign w:val="superscript"/>'))
    limit = cell(run("05") + run("1", '<w:vertAlign w:val="superscript"/>') + run(" ngày làm việc"))
    line = row("1", "9.100001", "Cấp giấy mẫu 1", "Hộ tịch", limit, marked)
    [one], _ = imported(docx(tmp_path, table(line)))
    assert one.data["thoi_han_giai_quyet"] == {"nguyen_van": "05¹ ngày làm việc"}
    assert one.data["phi_le_phi"] == [{"nguyen_van": "50.000 đồng¹"}]


TICK = (
    '<w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="{0}"/>'
    '<w:rPr><w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/></w:rPr></w:lvl></w:abstractNum>'
    '<w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num>'
)
BULLET = '<w:tc><w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="3"/></w:numPr></w:pPr></w:p></w:tc>'
CHANNELS = (*TITLES[:5], "Trực tiếp", "BCCI", "Trực tuyến")


@pytest.mark.parametrize(
    ("sign", "bullet", "says"),
    [
        (BULLET, "\uf0fc", ["trực tiếp", "trực tuyến"]),
        (BULLET, "\uf0a7", []),
        (cell(code("SYMBOL 252 \\f &quot;Wingdings&quot; \\s 12")), "", ["trực tiếp", "trực tuyến"]),
        (cell('<w:fldSimple w:instr="SYMBOL 0xFC \\f Wingdings"/>'), "", ["trực tiếp", "trực tuyến"]),
    ],
)
def test_a_bullet_and_a_field_are_signs_too(tmp_path: Path, sign: str, bullet: str, says: list[str]) -> None:
    line = row("2", "9.100002", "Cấp giấy mẫu hai", "Hộ tịch", LIMIT, sign, "", sign)
    [one], _ = imported(docx(tmp_path, table(line, titles=CHANNELS), {"numbering": TICK.format(bullet)}))
    assert [channel["hinh_thuc_nop"] for channel in one.data.get("cach_thuc_thuc_hien", [])] == says


@pytest.mark.parametrize(
    ("sign", "what"),
    [
        ('<w:r><w:object><w:control w:name="CheckBox1"/></w:object></w:r>', "ActiveX"),
        ("<w:r><w:pict><v:line/></w:pict></w:r>", "hình vẽ"),
        ("<w:r><w:drawing><wps:wsp/></w:drawing></w:r>", "hình vẽ"),
        ("<w:r><w:contentPart/></w:r>", "nét vẽ tay"),
        ("<w:subDoc/>", "tài liệu con"),
    ],
)
def test_what_is_drawn_or_kept_elsewhere_is_reported(tmp_path: Path, sign: str, what: str) -> None:
    _, warnings = imported(docx(tmp_path, named(sign)))
    assert what in warnings and "dòng 3" in warnings


def test_the_stroke_under_a_letterhead_is_no_notice(tmp_path: Path) -> None:
    _, warnings = imported(
        docx(tmp_path, f"<w:p>{run('DANH MỤC')}<w:r><w:pict><v:line/></w:pict></w:r></w:p>{named('')}")
    )
    assert "hình vẽ" not in warnings


def test_a_code_broken_over_lines_is_a_code(tmp_path: Path) -> None:
    line = row("1", cell(f"{run('9.1000')}<w:r><w:br/></w:r>{run('01')}"), "Cấp giấy mẫu 1", "Hộ tịch", LIMIT, "Không")
    [one], _ = imported(docx(tmp_path, table(line)))
    assert one.code == "9.100001"
    assert any(key == "ma_thu_tuc" for key, _ in one.doubts)


def test_a_list_goes_on_behind_a_row_that_counts_its_columns(tmp_path: Path) -> None:
    more = table(row(*(f"({number})" for number in range(1, 7))), record(3), titles=None)
    assert [one.code for one in imported(docx(tmp_path, f"{table(record(1))}<w:p/>{more}"))[0]] == [
        "9.100001",
        "9.100003",
    ]


def test_notes_that_refer_to_each_other_are_read_once_for_each_reference(tmp_path: Path) -> None:
    twice = [f'<w:r><w:footnoteReference w:id="{number}"/></w:r>' * 2 for number in range(5, 45)]
    records, _ = imported(
        docx(tmp_path, named(NOTE), footnotes(*(run(f"chú {at}") + one for at, one in enumerate(twice))))
    )
    assert records[1].data["ghi_chu_nguon"] == [f"Chú thích: chú {at}" for at in range(40)]
