"""Inputs that would take all memory, never end or are of another kind: one sentence each, before anything is
written."""

from __future__ import annotations

import json
import os
import re
import socket
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from generator.importing import archive_safety, read_json
from generator.importing.draft_record import ImportRefused
from generator.importing.registry import sources
from generator.importing.sources.decision_list import rows as list_rows
from tests.conftest import PROJECT, tthc
from tests.importing.office import cell, docx, edited, imported, record, run, table, xlsx
from tests.support.import_samples import answer, write_lines
from tests.support.night import at_night

SHEET, DOCUMENT = "xl/worksheets/sheet1.xml", "word/document.xml"
GRID = (900,) * 6
MANY_ROWS = 300_000 if "TTHC_ALL" in os.environ else 120_000  # two cells each: as objects these take 100 MB


def refused(file: Path) -> str:
    with pytest.raises(ImportRefused) as caught:
        imported(file)
    assert "\n" not in str(caught.value)
    return str(caught.value)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
@pytest.mark.parametrize("text", ['[{"ten": "Hộ tịch 𠮷"}]', '{"ten": "Hộ tịch 𠮷"}\n{"ten": "B"}\n'])
def test_json_of_powershell_is_read_whatever_its_encoding(tmp_path: Path, encoding: str, text: str) -> None:
    (tmp_path / "plain.json").write_text(text, "utf-8")
    (tmp_path / "other.json").write_bytes(text.encode(encoding))
    read = read_json.read_objects
    assert list(read(tmp_path / "other.json")) == list(read(tmp_path / "plain.json"))


def in_sheet(tmp_path: Path, inside: bytes, name: str = "bom.xlsx") -> Path:
    return edited(xlsx(tmp_path), SHEET, lambda xml: xml.replace(b"</sheetData>", inside + b"</sheetData>"), name)


def in_document(tmp_path: Path, inside: str) -> Path:
    return docx(tmp_path, table(record(1), grid=GRID) + inside)


def memory_of_import(file: Path, tmp_path: Path) -> int:
    """The most memory in MB that the import takes, in a process of its own."""
    code = (
        "import resource, sys; from generator.cli import main; "
        "main(['import', 'decision-list', sys.argv[1], '--to', sys.argv[2], '--no-check']); "
        "print('MB', int(open('/proc/self/status').read().split('VmHWM:')[1].split()[0]) // 1024)"
    )
    done = subprocess.run([sys.executable, "-c", code, str(file), str(tmp_path / "to")], capture_output=True, text=True,
                          cwd=PROJECT, timeout=600, check=True)  # fmt: skip
    found = re.search(r"^MB (\d+)", done.stdout, re.MULTILINE)
    assert found, done.stderr
    return int(found[1])


@pytest.mark.slow
@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="memory is read from /proc")
def test_hundreds_of_thousands_of_empty_formatted_cells_take_no_memory(tmp_path: Path) -> None:
    rows = b"".join(
        b'<row r="%d"><c r="A%d" s="0"/><c r="B%d" s="0"/></row>' % (at, at, at) for at in range(20, MANY_ROWS)
    )
    assert memory_of_import(in_sheet(tmp_path, rows), tmp_path) < 150
    assert list((tmp_path / "to" / "procedures").rglob("9.100001.yml"))


@pytest.mark.parametrize(
    "name", ["a stray row number", "hyperlinks", "conditional formats", "a number of 100,000 digits"]
)
def test_what_is_aside_in_a_sheet_does_no_harm(tmp_path: Path, name: str) -> None:
    inside = {
        "a stray row number": b'<row r="999999999"><c r="ZZZ999999999" t="inlineStr"><is><t>x</t></is></c></row>',
        "hyperlinks": b"</sheetData><hyperlinks>" + b'<hyperlink ref="A1"/>' * 20_000 + b"</hyperlinks><sheetData>",
        "conditional formats": b"</sheetData>" + b'<conditionalFormatting sqref="A1"><cfRule type="x" priority="1"/></conditionalFormatting>' * 9_000 + b"<sheetData>",  # noqa: E501
        "a number of 100,000 digits": b"<row><c><v>" + b"9" * 100_000 + b"</v></c></row>",
    }[name]  # fmt: skip
    assert len(imported(in_sheet(tmp_path, inside))[0]) == 3


@pytest.fixture
def small_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same limits, reached by files that a test can make quickly."""
    monkeypatch.setattr(
        archive_safety, "MAX_ELEMENTS", (("worksheets/", 3_000), ("sharedstrings", 300), ("word/", 2_000), ("", 1_000))
    )
    monkeypatch.setattr(list_rows, "MAX_CELLS", 400)
    monkeypatch.setattr(list_rows, "MAX_CHARACTERS", 50_000)
    for module in ("sheet_rows", "document_rows"):
        monkeypatch.setattr(f"generator.importing.sources.decision_list.{module}.MAX_ROWS", 100)


@pytest.mark.usefixtures("small_limits")
@pytest.mark.parametrize(
    ("inside", "says"),
    [
        (b'<row r="7"><c r="A7" s="0"/></row>' * 2_000, "bung ra quá lớn"),
        (b"".join(b'<row r="%d"><c r="A%d"><v>1</v></c></row>' % (at, at) for at in range(9, 200)), "hơn 100 dòng"),
        (b'<row r="9">' + b"<c><v>1</v></c>" * 79 + b"</row>" + b"<row>" + b"<c><v>1</v></c>" * 79 + b"</row>" + (b"<row>" + b"<c><v>1</v></c>" * 79 + b"</row>") * 4, "quá nhiều ô"),  # noqa: E501
        (b'<row r="9"><c r="A9" t="inlineStr"><is><t>' + b"a " * 26_000 + b"</t></is></c></row>", "quá nhiều chữ"),
    ],
)  # fmt: skip
def test_a_sheet_that_holds_too_much_is_refused_not_cut(tmp_path: Path, inside: bytes, says: str) -> None:
    assert says in refused(in_sheet(tmp_path, inside))


@pytest.mark.usefixtures("small_limits")
def test_words_repeated_by_merging_count(tmp_path: Path) -> None:
    rows = b"".join(b'<row r="%d"><c r="B%d"><v>1</v></c></row>' % (at, at) for at in range(9, 60))
    long = b'<row r="8"><c r="A8" t="inlineStr"><is><t>' + b"a " * 2_000 + b"</t></is></c></row>"
    merged = in_sheet(
        tmp_path, long + rows + b'</sheetData><mergeCells><mergeCell ref="A8:A59"/></mergeCells><sheetData>'
    )
    assert "quá nhiều chữ" in refused(merged)


@pytest.mark.usefixtures("small_limits")
@pytest.mark.parametrize(
    ("inside", "says"),
    [
        ("<w:p/>" * 2_500, "bung ra quá lớn"), ("<w:sdt>" * 250 + "</w:sdt>" * 250, "lồng quá sâu"),
        (table(*("<w:tr><w:tc><w:p/></w:tc></w:tr>",) * 150), "hơn 100 dòng"),
        (table(record(2).replace("<w:tcPr>", '<w:tcPr><w:gridSpan w:val="99999999"/>')), "rộng hơn 80 cột"),
        (table(record(2).replace("<w:trPr>", '<w:trPr><w:gridBefore w:val="9999999"/>')), "rộng hơn 80 cột"),
        (table(record(2, run("a " * 26_000))), "quá nhiều chữ"),
        ("<w:p " + " ".join(f'a{at}="{"1" * 90}"' for at in range(25_000)) + "/>", "một thẻ"),
    ],
)  # fmt: skip
def test_a_document_that_holds_too_much_is_refused_not_cut(tmp_path: Path, inside: str, says: str) -> None:
    assert says in refused(in_document(tmp_path, inside))


def test_tables_in_tables_as_deep_as_xml_may_go(tmp_path: Path) -> None:
    deep = "<w:tbl><w:tr><w:tc><w:p/>" * 60 + "</w:tc></w:tr></w:tbl>" * 60
    assert len(imported(in_document(tmp_path, deep))[0]) == 1


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_are_refused_in_any_encoding_and_behind_any_comment(tmp_path: Path, encoding: str) -> None:
    def edit(xml: bytes) -> bytes:
        bomb = f'<?xml version="1.0" encoding="{encoding}"?><!--{" " * 9_000}--><!DOCTYPE x [<!ENTITY a "{"b" * 99}">]>'
        return (bomb + xml.decode()).encode(encoding)

    assert "DOCTYPE" in refused(edited(docx(tmp_path, table(record(1))), DOCUMENT, edit, "thuc-the.docx"))


def test_a_method_of_packing_without_bounds_is_refused(tmp_path: Path) -> None:
    good, bad = xlsx(tmp_path), tmp_path / "lzma.xlsx"
    with zipfile.ZipFile(good) as old, zipfile.ZipFile(bad, "w", zipfile.ZIP_LZMA) as new:
        for one in old.namelist():
            new.writestr(one, old.read(one))
    assert "nén theo cách" in refused(bad)


@pytest.mark.parametrize("kind", sorted(sources()))
@pytest.mark.parametrize("what", ["FIFO", "thiết bị", "thư mục", "socket"])
@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no such files here")
def test_only_regular_files_are_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str, what: str) -> None:
    monkeypatch.chdir(tmp_path)
    file = Path("dau-vao.xlsx" if kind == "decision-list" else "dau-vao.json")
    if what == "FIFO":
        os.mkfifo(file)
    elif what == "thiết bị":
        file.symlink_to("/dev/zero")
    elif what == "thư mục":
        file.mkdir()
    else:
        socket.socket(socket.AF_UNIX).bind(str(file))
    mapped = ["--map", tmp_path / "cot.yml"] if kind == "table" else []
    done = tthc("import", kind, tmp_path / file, "--to", tmp_path / "to", *mapped)
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1 and "Traceback" not in done.stderr
    assert what in done.stderr or "không đọc được" in done.stderr  # a socket cannot even be opened
    assert not (tmp_path / "to").exists()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no such files here")
def test_a_fifo_among_the_files_of_the_folder_does_not_stop_an_import(tmp_path: Path) -> None:
    content = tmp_path / "content"
    (content / ".nhap").mkdir(parents=True)
    (content / "procedures").mkdir()
    for fifo in (content / ".nhap" / "national-api.json", content / "procedures" / "1.yml"):
        os.mkfifo(fifo)
    file = write_lines(tmp_path / "api.json", [answer()])
    call = ["import", "national-api", str(file), "--to", str(content), "--no-check", "--dry-run"]
    done = tthc(*call)
    assert done.returncode == 0


def office_zip(tmp_path: Path, parts: dict[str, str]) -> bytes:
    with zipfile.ZipFile(tmp_path / "x.zip", "w") as made:
        for name, text in parts.items():
            made.writestr(name, text)
    return (tmp_path / "x.zip").read_bytes()


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600


@pytest.mark.parametrize("ending", ["xlsx", "docx", "pdf", "", *at_night("xls", "doc", "csv")])
@pytest.mark.parametrize(
    ("start", "says"),
    [
        (b"<html><body><table><tr><td>STT</td></tr></table></body></html>", "HTML"), (b"\xef\xbb\xbf <!DOCTYPE html><html></html>", "HTML"),  # noqa: E501
        (b"<table border=1><tr><td>1</td></tr></table>", "HTML"), (b"%PDF-1.7\n%\xe2\xe3", "PDF"), (b"{\\rtf1\\ansi", "RTF"),  # noqa: E501
        ("Xã;Huyện;Tỉnh\n1;2;3\n".encode(), "CSV"), (b"a,b,c\n1,2,3\n", "CSV"), ("a\tb\tc\n1\t2\t3".encode("utf-16"), "CSV"), (b"", "trống"),  # noqa: E501
        (OLE + "Workbook".encode("utf-16-le"), "Excel kiểu cũ"), (OLE + "WordDocument".encode("utf-16-le"), "Word kiểu cũ"),  # noqa: E501
        (OLE + "EncryptedPackage".encode("utf-16-le"), "mật khẩu"), (b'{"code": "OK"}', "JSON"), (b"\x89PNG\r\n\x1a\n", "ảnh"),  # noqa: E501
        (b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">', "Excel 2003"),
        (b"MIME-Version: 1.0\nContent-Type: multipart/related", "MHTML"), (b"Rar!\x1a\x07", "tệp nén"), (b"\0" * 900, "hỏng"),  # noqa: E501
        (b"PK\x05\x06" + b"\0" * 18, "zip rỗng"),
    ],
)  # fmt: skip
def test_a_file_of_another_kind_is_named_for_what_it_is(tmp_path: Path, ending: str, start: bytes, says: str) -> None:
    file = tmp_path / f"danh-muc.{ending}"
    file.write_bytes(start)
    assert says in refused(file)


@pytest.mark.parametrize(
    ("parts", "says"),
    [
        ({"a.txt": "a", "b.txt": "b"}, "tệp zip thường (a.txt"), ({"mimetype": "application/vnd.oasis.opendocument.spreadsheet"}, ".ods"),  # noqa: E501
        ({"mimetype": "application/vnd.oasis.opendocument.text"}, ".odt"),
        ({"[Content_Types].xml": '<T><D C="application/vnd.openxmlformats-officedocument.presentationml.x"/></T>'}, "PowerPoint"),  # noqa: E501
        ({"[Content_Types].xml": '<T><D C="application/vnd.ms-excel.sheet.binary.macroEnabled.main"/></T>'}, ".xlsb"),
        ({"[Content_Types].xml": "<T/>"}, "thiếu phần chính"),
    ],
)  # fmt: skip
def test_a_zip_of_another_kind_is_named_for_what_it_is(tmp_path: Path, parts: dict[str, str], says: str) -> None:
    file = tmp_path / "danh-muc.docx"
    file.write_bytes(office_zip(tmp_path, parts))
    assert says in refused(file)


def test_the_content_decides_not_the_ending(tmp_path: Path) -> None:
    assert len(imported(xlsx(tmp_path).rename(tmp_path / "that-ra-la-excel.docx"))[0]) == 3
    assert len(imported(docx(tmp_path, table(record(1))).rename(tmp_path / "that-ra-la-word.xls"))[0]) == 1


BAD_JSON = {
    "100,000 digits": ('{"a": {"b": [1, %s]}}' % ("9" * 100_000), "a.b[2]: con số có 100000 chữ số"),
    "an exponent": ('{"a": 1e999}', "a: con số quá lớn"), "NaN": ('{"a": [NaN]}', "a[1]: NaN"), "-Infinity": ('{"a": -Infinity}', "-Infinity"),  # noqa: E501
    "a name twice": ('{"x": {"a": 1, "b": 2, "a": 3}}', "x.a: khóa này có hai lần"), "half a pair": ('{"a": "\\ud800x"}', "a: có ký tự hỏng"),  # noqa: E501
    "half a pair in a name": ('{"\\udfff": 1}', "tên khóa có ký tự hỏng"), "60 levels": ('{"a": ' + "[" * 60 + "]" * 60 + "}", "lồng quá sâu"),  # noqa: E501
    "100,000 levels": ('{"a":' * 100_000, "lồng quá sâu"),
}  # fmt: skip


@pytest.mark.parametrize("kind", ["national-api", "national-flat", "national-catalogue"])
@pytest.mark.parametrize("name", sorted(BAD_JSON))
def test_json_that_programs_read_differently_is_one_error_with_its_place(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], kind: str, name: str
) -> None:
    from generator.cli import main

    text, says = BAD_JSON[name]
    file = tmp_path / "du-lieu.json"
    for whole, where in (
        (text, ""),
        (json.dumps(answer()) + "\n" + text + "\n", ":2:" if "100,000 l" in name else "dòng 2"),
    ):
        file.write_text(whole, "utf-8")
        with pytest.raises(ImportRefused) as caught:
            list(read_json.read_objects(file))
        assert says in str(caught.value) and where in str(caught.value)
        assert main(["import", kind, str(file), "--to", str(tmp_path / "to")]) == 2
        shown = capsys.readouterr()
        assert (shown.out, shown.err.count("\n")) == ("", 1)
        assert shown.err.isprintable() or shown.err.rstrip("\n").isprintable()


def test_json_bytes(tmp_path: Path) -> None:
    file = tmp_path / "du-lieu.json"
    file.write_bytes(b'\xef\xbb\xbf{"a": 1}')
    assert list(read_json.read_objects(file)) == [("mục 1", {"a": 1})]
    for raw, says in ((b'{"a":\n"\xff"}', ":2: byte thứ 8"), ('{"a": 1}'.encode("utf-16")[:-1], "không phải UTF-8"), (b"%PDF-1.4", "PDF"),  # noqa: E501
                      (b"PK\x03\x04xx", "Office"), (b"a;b;c\n1;2;3\n", "CSV"), (b"<html>", "HTML")):  # fmt: skip
        file.write_bytes(raw)
        with pytest.raises(ImportRefused, match=re.escape(says)):
            list(read_json.read_objects(file))


@pytest.mark.parametrize(
    ("limit", "most", "text"),
    [("MAX_WHOLE", 50, '{"a": "' + "x" * 60 + '"}'), ("MAX_VALUES", 50, "[" + "[]," * 30 + "1]"), ("MAX_RECORDS", 5, "[1,1,1,1,1,1]"),  # noqa: E501
     ("MAX_RECORDS", 5, "1\n" * 12), ("MAX_BYTES", 50, '"' + "x" * 60 + '"')],
)  # fmt: skip
def test_json_that_holds_too_much_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, limit: str, most: int, text: str
) -> None:
    file = tmp_path / "du-lieu.json"
    file.write_text(text, "utf-8")
    assert list(read_json.read_objects(file))
    monkeypatch.setattr(read_json, limit, most)
    with pytest.raises(ImportRefused, match="Tách thành nhiều tệp"):
        list(read_json.read_objects(file))


def test_a_cell_may_be_long(tmp_path: Path) -> None:
    [one], _ = imported(docx(tmp_path, table(record(1, cell("Cấp giấy " * 3_000)), grid=GRID)))
    assert one.name.startswith("Cấp giấy")
