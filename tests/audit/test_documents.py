"""KT-015: a PDF or an office file that readers cannot open is an error; good ones of several makers are left alone."""

from __future__ import annotations

import io
import random
import shutil
import zipfile
import zlib
from pathlib import Path

import pytest

from generator.audit import documents
from generator.audit.documents import Damaged, _pdf
from generator.audit.run import findings
from generator.audit.site import BuiltSite
from tests.conftest import SMALL, tthc
from tests.outputs.sheet_pages import made, sheets


def pdf_of(objects: list[bytes], *, packed: bool = False, line: bytes = b"\n", before: bytes = b"") -> bytes:
    """A PDF with these objects as other programs write it. packed: its table is a stream (PDF 1.5)."""
    data, places = before + b"%PDF-1.5" + line, []
    for number, text in enumerate(objects, 1):
        places.append(len(data) - len(before))
        data += b"%d 0 obj" % number + line + text + line + b"endobj" + line
    start = len(data) - len(before)
    if packed:
        data += (
            b"%d 0 obj" % (len(objects) + 1)
            + line
            + b"<</Type /XRef/Root 1 0 R>>"
            + line
            + b"stream\nx\nendstream\nendobj\n"
        )
    else:
        data += b"xref" + line + b"0 %d" % (len(objects) + 1) + line + b"0000000000 65535 f \n"
        data += b"".join(b"%010d 00000 n \n" % place for place in places)
        data += b"trailer" + line + b"<</Root 1 0 R>>" + line
    return data + b"startxref" + line + b"%d" % start + line + b"%%EOF" + line


STREAM = zlib.compress(b"BT (Tu Ky) Tj ET " * 40)
GOOD = {
    "plain": pdf_of([b"<</Type /Catalog>>"]),
    "with returns": pdf_of([b"<</Type /Catalog>>"], line=b"\r\n"),
    "a packed table": pdf_of([b"<</Type /Catalog>>"], packed=True),
    "bytes before the header": pdf_of([b"<</Type /Catalog>>"], before=b"\r\n"),
    "a packed stream": pdf_of([b"<</Type /Catalog>>", b"<</Length %d/Filter /FlateDecode>>\nstream\n%b\nendstream" % (len(STREAM), STREAM)]),  # noqa: E501
    "a length elsewhere": pdf_of([b"<</Type /Catalog>>", b"<</Length 1 0 R/Filter /FlateDecode>>\nstream\nx\nendstream"]),  # noqa: E501
    "another filter": pdf_of([b"<</Type /Catalog>>", b"<</Length 1/Filter [/ASCII85Decode /FlateDecode]>>\nstream\nx\nendstream"]),  # noqa: E501
    "bytes after the end": pdf_of([b"<</Type /Catalog>>"]) + b"\0" * 500,
}  # fmt: skip


def office() -> bytes:
    found = io.BytesIO()
    with zipfile.ZipFile(found, "w") as archive:
        archive.writestr("word/document.xml", "<x/>" * 100)
    return found.getvalue()


def ids(folder: Path, **files: bytes) -> list[str]:
    for name, data in files.items():
        (folder / name.replace("_", ".")).write_bytes(data)
    return [finding.file for _, finding in findings(BuiltSite(folder), [documents])]


@pytest.mark.parametrize("name", GOOD)
def test_good_ones_of_other_programs(name: str) -> None:
    _pdf(GOOD[name])


@pytest.mark.parametrize("number", range(4))
def test_own_sheets_are_good_and_any_cut_is_found(number: int) -> None:
    path = sorted(sheets())[number]
    data = made(path)
    _pdf(data)
    draw = random.Random(path)
    for at in [0, 1, 9, len(data) // 2, len(data) - 8, *(draw.randrange(len(data) - 8) for _ in range(40))]:
        with pytest.raises(Damaged):
            _pdf(data[:at])
        with pytest.raises(Damaged):
            _pdf(data[:at] + data[at + 1 + len(data) // 10 :] if at else b"")


def test_a_changed_byte_in_a_packed_stream() -> None:
    data = GOOD["a packed stream"]
    at = data.index(STREAM) + len(STREAM) // 2
    with pytest.raises(Damaged, match="phần 2"):
        _pdf(data[:at] + bytes([data[at] ^ 0x55]) + data[at + 1 :])


def test_nothing_that_is_no_pdf_breaks_it() -> None:
    draw = random.Random(7)
    for _ in range(300):
        noise = b"%PDF-1.7\n" + draw.randbytes(200) + b"startxref %d %%%%EOF" % draw.randrange(300)
        with pytest.raises(Damaged):
            _pdf(noise)
    around = pdf_of([b"<</Type /Catalog>>"]).replace(b"/Root", b"/Prev 9/Root")
    with pytest.raises(Damaged):
        _pdf(around)


def test_office_files(tmp_path: Path) -> None:
    data = office()
    assert ids(tmp_path, a_docx=data, b_PDF=GOOD["plain"]) == []
    at = data.index(b"<x/>") + 20
    assert ids(tmp_path, a_docx=data[:-10], c_xlsx=b"PK", d_odt=data[:at] + b"y" + data[at + 1 :]) == [
        "a.docx",
        "c.xlsx",
        "d.odt",
    ]


def test_the_command_says_so(tmp_path: Path, small_site: Path) -> None:
    site = shutil.copytree(small_site, tmp_path / "site")
    (site / "to.pdf").write_bytes(made(sorted(sheets())[0])[:5000])
    done = tthc("audit", site)
    assert done.returncode == 1 and "site/to.pdf:1:1: KT-015 lỗi" in done.stdout


def test_a_remembered_sheet_that_was_cut_is_set_again(tmp_path: Path) -> None:
    """The same build twice; what lies between in .cache is cut off, altered, emptied, or swapped for another sheet."""
    shutil.copytree(SMALL, tmp_path / "content")
    with (tmp_path / "content" / "site.yml").open("a", encoding="utf-8") as file:
        file.write("\nban_in: 400\n")

    def printed() -> dict[str, bytes]:
        done = tthc("build", "--out", tmp_path / "site", cwd=tmp_path)
        assert done.returncode == 0, done.stderr
        found = {path.name: path.read_bytes() for path in (tmp_path / "site").rglob("*.pdf")}
        shutil.rmtree(tmp_path / "site")
        return found

    first = printed()
    kept = sorted((tmp_path / ".cache" / "sheets").iterdir())
    assert len(kept) >= 4 and first
    kept[0].write_bytes(kept[0].read_bytes()[:1000])
    altered = bytearray(kept[1].read_bytes())
    altered[len(altered) // 2] ^= 1
    kept[1].write_bytes(altered)
    kept[2].write_bytes(b"")
    kept[3].write_bytes(b"%PDF-1.7\n%%EOF")
    assert printed() == first
