"""The A3 sheets: the A4 ones, enlarged without typesetting."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from generator.outputs.sheets.enlarged import FACTOR, a3_of
from generator.outputs.sheets.sheet import Sheet
from generator.outputs.sheets.typeset import forget_unused, page_count, typeset_pdf
from tests.outputs.sheet_pages import UNIT, made, sheets

BOARD, NOTICE = f"{UNIT}thu-tuc/danh-muc", f"{UNIT}phan-anh/thong-bao"


def numbers(pdf: bytes, key: bytes) -> list[float]:
    """All numbers that stand after `key` in the objects of a document (not in its content)."""
    plain = re.sub(rb"\nstream\r?\n.*?endstream", b"", pdf, flags=re.DOTALL)
    return [float(one) for found in re.findall(re.escape(key) + rb"[\[ ]([-\d. ]+)", plain) for one in found.split()]


@pytest.mark.parametrize("path", [BOARD, NOTICE])
def test_pages_and_measures_are_larger_and_every_object_is_found(path: str) -> None:
    small, large = made(f"{path}-a4.pdf"), made(f"{path}-a3.pdf")
    assert sorted(set(numbers(large, b"/MediaBox"))) == [0, 841.8898, 1190.5512]
    assert page_count(large) == page_count(small)
    for key in (b"/BBox", b"/XYZ"):
        assert numbers(small, key), "nothing to compare"
        assert numbers(large, key) == pytest.approx([value * FACTOR for value in numbers(small, key)], abs=0.01)
    table = int(re.search(rb"startxref\n(\d+)\n%%EOF$", large)[1])  # type: ignore[index]
    assert large[table:].startswith(b"xref\n0 ")
    places = [int(place) for place in re.findall(rb"(\d{10}) 00000 n", large[table:])]
    assert f"/Size {len(places) + 1}/".encode() in large[table:]
    for number, place in enumerate(places, start=1):
        assert large[place:].startswith(b"%d 0 obj\n" % number)
    assert re.findall(rb"/ID\[\(([^)]+)", large) != re.findall(rb"/ID\[\(([^)]+)", small)
    assert b"<pdfuaid:part>1</pdfuaid:part>" in large


@pytest.mark.skipif(not shutil.which("pdftoppm"), reason="no poppler-utils on this machine")
def test_it_shows_the_same_as_the_small_sheet(tmp_path: Path) -> None:
    drawn = []
    for size, dpi in (("a4", 72 * FACTOR), ("a3", 72)):
        (tmp_path / f"{size}.pdf").write_bytes(made(f"{NOTICE}-{size}.pdf"))
        command = ["pdftoppm", "-gray", "-singlefile", "-scale-to-x", "842", "-scale-to-y", "1191", "-r", str(dpi)]
        subprocess.run([*command, f"{size}.pdf", size], cwd=tmp_path, check=True, capture_output=True)
        drawn.append((tmp_path / f"{size}.pgm").read_bytes()[-842 * 1191 :])
    unlike = sum(abs(a - b) > 128 for a, b in zip(*drawn, strict=True))
    assert sum(value < 128 for value in drawn[0]) > 20_000, "an empty page"
    assert unlike < 300


def test_another_size_or_form_of_document_is_refused() -> None:
    small = made(f"{NOTICE}-a4.pdf")
    for wrong in (b"", small[:-3000], small.replace(b"595.2756", b"612.0000"), a3_of(small)):
        with pytest.raises(ValueError):
            a3_of(wrong)


def test_a_sheet_that_needs_more_pages_than_expected_counts_them() -> None:
    notice = sheets()[f"{NOTICE}-a4.pdf"]
    long = notice.data | {"sections": [["Tiêu đề", ["Một dòng dài để tràn sang trang sau. " * 8] * 60]]}
    pdf = typeset_pdf(Sheet("x.pdf", "notice", lambda: long), None)
    assert page_count(made(notice.path)) == 1 < page_count(pdf)


def test_cached_sheets_that_nobody_asks_for_are_deleted_after_weeks(tmp_path: Path) -> None:
    sheet = sheets()[f"{NOTICE}-a4.pdf"]
    typeset_pdf(sheet, tmp_path)
    [used] = tmp_path.iterdir()
    unused, foreign = tmp_path / ("0" * 64), tmp_path / "notes.txt"
    for file in (unused, foreign):
        file.write_bytes(b"x")
    for file in (used, unused, foreign):
        os.utime(file, (1, 1))
    typeset_pdf(sheet, tmp_path)
    forget_unused(tmp_path)
    assert sorted(tmp_path.iterdir()) == sorted([used, foreign])
    forget_unused(tmp_path / "none")
