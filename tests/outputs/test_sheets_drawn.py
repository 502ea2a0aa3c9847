"""What is drawn on the sheets: a code that a phone reads, letters with their marks, pages that are full and no more."""

from __future__ import annotations

import os
import re
import subprocess
from functools import partial
from pathlib import Path

import pytest

from generator.outputs.sheets.all_sheets import sheets_of, unit_sheets
from generator.outputs.sheets.font_size import MIN_SIZE
from generator.outputs.sheets.sheet import Sheet
from generator.outputs.sheets.typeset import typeset_pdf
from tests.outputs.sheet_pages import ONE_OF_EACH, UNIT, catalogue, image, made, needs_tools, page_count, sheets
from tests.support.real_content import real_catalogue


@needs_tools
@pytest.mark.parametrize("path", ONE_OF_EACH)
def test_a_phone_reads_the_code_from_a_poor_print(path: str, tmp_path: Path) -> None:
    found = subprocess.run(
        ["zbarimg", "-q", "--raw", image(made(path), tmp_path, 60)], capture_output=True, text=True
    ).stdout.split()
    assert f"{catalogue().site.url.rstrip('/')}/{ONE_OF_EACH[path][0]}" in found


@needs_tools
def test_vietnamese_letters_are_drawn_and_each_by_its_own_shape(tmp_path: Path) -> None:
    """Text that can be copied proves nothing about what is seen: compare pixels. Every letter of the alphabet with
    every mark is
    drawn alone; no two look the same, none is an empty box."""
    import typst

    letters = "aàảãáạăằẳẵắặâầẩẫấậeèẻẽéẹêềểễếệiìỉĩíịoòỏõóọôồổỗốộơờởỡớợuùủũúụưừửữứựyỳỷỹýỵdđ"
    letters += letters.upper()
    rows = "".join(
        f'#page(width: 40pt, height: 60pt, margin: 8pt)[#set text(font: "Libertinus Serif", size: 30pt, fallback: false); {letter}]'  # noqa: E501
        for letter in letters + "\ue000"
    )
    pages = typst.compile(rows.encode(), format="png", ppi=90, font_paths=typst.Fonts(include_system_fonts=False))
    *shapes, absent = pages
    assert len({bytes(shape) for shape in shapes}) == len(letters)
    assert absent not in shapes, "the box for a letter that the font lacks"


def grey(data: bytes, folder: Path, box: list[float] | None = None) -> list[list[int]]:
    """Rows of pixels at 300 dpi, 0 black to 255 white, of the first page or of a box (points) on it, trimmed to what
    is drawn."""
    scale, more = 300 / 72, []
    if box:
        x, y, right, bottom = (int(value * scale) for value in box)
        more = ["-x", x, "-y", y, "-W", right - x + 2, "-H", bottom - y + 2]
    (folder / "page.pdf").write_bytes(data)
    command = ["pdftoppm", "-r", "300", "-gray", "-singlefile", *more, folder / "page.pdf", folder / "page"]
    subprocess.run([str(word) for word in command], check=True, capture_output=True)
    head = re.match(rb"P5\s+(\d+)\s+(\d+)\s+255\s", raw := (folder / "page.pgm").read_bytes())
    width, height = int(head[1]), int(head[2])
    rows = [list(raw[head.end() + row * width : head.end() + (row + 1) * width]) for row in range(height)]
    inked = [n for n, row in enumerate(rows) if min(row) < 128]
    columns = [n for n in range(width) if any(row[n] < 128 for row in rows)]
    return [row[columns[0] : columns[-1] + 1] for row in rows[inked[0] : inked[-1] + 1]]


def unlike(a: list[list[int]], b: list[list[int]]) -> float:
    """How much of the ink differs, 0 to 1; two pixels of slack in position, because letters stand between pixels."""
    dark = [[[value < 128 for value in row] for row in rows] for rows in (a, b)]

    def lonely(these: list[list[bool]], those: list[list[bool]]) -> int:
        count = 0
        for y, row in enumerate(these):
            for x, on in enumerate(row):
                if on and not any(any(line[max(0, x - 2) : x + 3]) for line in those[max(0, y - 2) : y + 3]):
                    count += 1
        return count

    ink = sum(map(sum, dark[0])) + sum(map(sum, dark[1]))
    return (lonely(*dark) + lonely(*reversed(dark))) / ink


@needs_tools
@pytest.mark.parametrize("words", ["Tờ khai đăng ký khai sinh", "Giấy chứng sinh"])
def test_words_on_the_sheet_look_like_the_same_words_set_alone(words: str, tmp_path: Path) -> None:
    """The words are cut out of the sheet where pdftotext says they stand, and compared, pixel by pixel, with a
    drawing of their
    own, and with one without marks, which must not fit."""
    import typst

    from generator.text.folding import fold

    data = made("thu-tuc/1-001193/phieu.pdf")
    (tmp_path / "sheet.pdf").write_bytes(data)
    boxes = subprocess.run(
        ["pdftotext", "-bbox", tmp_path / "sheet.pdf", "-"], capture_output=True, text=True, check=True
    ).stdout
    at = [
        (found[5], [float(found[n]) for n in range(1, 5)])
        for found in re.finditer(
            r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">([^<]*)</word>', boxes
        )
    ]
    wanted = words.split()
    start = next(n for n in range(len(at)) if [word for word, _ in at[n : n + len(wanted)]] == wanted)
    part = [box for _, box in at[start : start + len(wanted)]]
    seen = grey(
        data,
        tmp_path,
        [part[0][0] - 1, min(box[1] for box in part) - 1, part[-1][2] + 0.5, max(box[3] for box in part) + 1],
    )

    def alone(text: str) -> list[list[int]]:
        source = f'#set page(width: 90mm, height: 20mm, margin: 5mm)\n#set text(font: "Libertinus Serif", size: {sheets()["thu-tuc/1-001193/phieu.pdf"].data["size"]}pt)\n{text}'  # noqa: E501
        return grey(
            typst.compile(source.encode(), format="pdf", font_paths=typst.Fonts(include_system_fonts=False)), tmp_path
        )

    assert unlike(seen, alone(words)) < 0.01
    assert unlike(seen, alone(fold(words))) > 0.05


def test_larger_letters_never_cost_a_page() -> None:
    """The size of a procedure's sheet is worked out, not measured: no real sheet may need a page more than in the
    smallest size."""
    seen = set()
    for view in real_catalogue().in_force[:: 1 if os.environ.get("TTHC_ROUNDS") else 9]:
        (sheet,) = (sheet for sheet in sheets_of("procedure", view, real_catalogue()))
        seen.add(sheet.data["size"])
        data = sheet.data | {"size": MIN_SIZE}
        small = Sheet(sheet.path, sheet.template, partial(dict, data))
        assert page_count(typeset_pdf(sheet, None)) == page_count(typeset_pdf(small, None)), sheet.path
    assert len(seen) > 1


def test_the_real_boards_fit_their_pages() -> None:
    real = {sheet.path: sheet for sheet in unit_sheets(real_catalogue().units["an-thanh"], real_catalogue())}
    pages = {size: page_count(typeset_pdf(real[f"{UNIT}thu-tuc/danh-muc-{size}.pdf"])) for size in ("a4", "a3")}
    assert 5 <= pages["a3"] <= pages["a4"] <= 12


def test_every_real_leaflet_is_one_sheet_folded_and_every_notice_one_page() -> None:
    real = real_catalogue()
    sheets = [sheet for guide in real.guides for sheet in sheets_of("guide", guide, real)] + [
        sheet for unit in real.communes[:3] for sheet in sheets_of("unit", unit, real) if sheet.template != "board"
    ]
    assert len(sheets) > 15
    assert {(sheet.template, page_count(typeset_pdf(sheet))) for sheet in sheets} == {
        ("leaflet", 2),
        ("notice", 1),
        ("card", 1),
    }
