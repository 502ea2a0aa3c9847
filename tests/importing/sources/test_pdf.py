"""PDFs: the annex of a decision is read where pdfplumber is installed; a scan, and a machine without it, say so."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path

import pytest

from generator.importing.draft_record import DraftRecord, ImportRefused, Options, SourceFile
from generator.importing.sources.decision_list import pdf_pages, pdf_tables, source

needs_library = pytest.mark.skipif(find_spec("pdfplumber") is None, reason="pdfplumber is not installed")
HEAD = ("STT", "Mã TTHC", "Tên thủ tục hành chính", "Thời hạn giải quyết", "Phí, lệ phí", "Căn cứ pháp lý")
ROWS = [
    (str(number), f"1.{number:06}", f"Cấp giấy phép mẫu số {number} cho tổ chức, cá nhân trên địa bàn tỉnh",
     f"{number % 9 + 1} ngày làm việc", "Không", "Nghị định số 123/2015/NĐ-CP ngày 15/11/2015 của Chính phủ")
    for number in range(1, 41)
]  # fmt: skip


def typeset(folder: Path, body: str) -> Path:
    import typst

    (folder / "list.typ").write_text(body, "utf-8")
    file = folder / "danh-muc.pdf"
    typst.compile(str(folder / "list.typ"), output=str(file))
    return file


def annex(folder: Path) -> Path:
    """A decision with a list that goes on over several pages, with numbers of pages."""
    cells = ",\n".join(f"[{cell}]" for row in (HEAD, *ROWS) for cell in row)
    return typeset(
        folder,
        '#set page(paper: "a4", flipped: true, numbering: "1")\n#set text(size: 9pt)\n'
        "Số: 567/QĐ-UBND ngày 20 tháng 3 năm 2023\n\nLĨNH VỰC HỘ TỊCH\n\n"
        f"#table(columns: (auto, auto, 1fr, auto, auto, 1fr), {cells})\n",
    )


def read(file: Path) -> list[DraftRecord]:
    return list(source.read(SourceFile(file), Options()))


@needs_library
def test_every_row_of_every_page_is_a_record(tmp_path: Path) -> None:
    records = read(annex(tmp_path))
    assert [record.code for record in records] == [row[1] for row in ROWS]
    assert [record.name for record in records] == [row[2] for row in ROWS]
    first = records[0].data
    assert first["thoi_han_giai_quyet"] == {"so": 2, "don_vi": "ngày làm việc"}
    assert first["phi_le_phi"] == "không" and first["can_cu_phap_ly"] == [{"so_ky_hieu": "123/2015/NĐ-CP"}]
    assert first["quyet_dinh_cong_bo"]["so"] == "567/QĐ-UBND"


@needs_library
def test_a_scan_is_refused_with_its_reason(tmp_path: Path) -> None:
    file = typeset(tmp_path, "#rect(width: 10cm, height: 10cm, fill: gray)\n#pagebreak()\n#rect(width: 5cm)\n")
    with pytest.raises(ImportRefused, match="PDF quét: 2 trong 2 trang là ảnh"):
        read(file)


@needs_library
@pytest.mark.parametrize("data", [b"%PDF-1.7\n%\xe2\xe3", b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\n"])
def test_a_damaged_file_is_refused(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "hong.pdf").write_bytes(data)
    with pytest.raises(ImportRefused, match="không đọc được tệp PDF"):
        read(tmp_path / "hong.pdf")


def test_without_the_library_the_message_says_how(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_tables, "find_spec", lambda name: None)
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.7\n")
    with pytest.raises(ImportRefused, match=r"tthc\[pdf\].*bản Word hoặc Excel gốc"):
        read(tmp_path / "a.pdf")


def test_a_reader_that_fails_is_a_refusal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_tables, "find_spec", lambda name: object())
    monkeypatch.setattr(pdf_pages, "__name__", "generator.khong_co")
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.7\n")
    with pytest.raises(ImportRefused, match="không đọc được tệp PDF"):
        read(tmp_path / "a.pdf")


def test_lines_of_a_cell_are_joined_but_items_are_not() -> None:
    assert pdf_tables._joined("Cấp giấy\nphép\n- Bước một\n1. Hai") == "Cấp giấy phép\n- Bước một\n1. Hai"
