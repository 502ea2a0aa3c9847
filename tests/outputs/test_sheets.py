"""Sheets: what stands on them, whether a phone can read them, whether they are the same every time."""

from __future__ import annotations

import datetime as dt
import io
import os
import re
import shutil
import subprocess
import zipfile
from functools import lru_cache
from itertools import takewhile
from pathlib import Path

import pytest

from generator.catalogue.builder import build_catalogue
from generator.catalogue.catalogue import Catalogue
from generator.loading.folder import read_folder
from generator.outputs.sheets.font_size import SMALLEST
from generator.outputs.sheets.kinds.procedure import of_procedure
from generator.outputs.sheets.sheet import Sheet, all_sheets, sheets_of, unit_sheets
from generator.outputs.sheets.typeset import TEMPLATES, typeset_pdf
from tests.conftest import PROJECT, SMALL, tthc

pytestmark = pytest.mark.slow

AS_OF = dt.date(2023, 12, 31)
needs_tools = pytest.mark.skipif(
    not (shutil.which("zbarimg") and shutil.which("pdftoppm")), reason="zbar-tools, poppler-utils are not here"
)


@lru_cache(maxsize=2)
def catalogue(content: Path = SMALL) -> Catalogue:
    return build_catalogue(read_folder(content), AS_OF, [])


@lru_cache(maxsize=1)
def sheets() -> dict[str, Sheet]:
    return {sheet.path: sheet for sheet in all_sheets(catalogue())}


@lru_cache(maxsize=32)
def made(path: str) -> bytes:
    return typeset_pdf(sheets()[path], None)


def page_count(data: bytes) -> int:
    return len(re.findall(rb"/Type\s*/Page\b", data))


def image(data: bytes, folder: Path, dpi: int, *more: str) -> Path:
    (folder / "sheet.pdf").write_bytes(data)
    subprocess.run(
        ["pdftoppm", "-r", str(dpi), "-png", "-singlefile", *more, folder / "sheet.pdf", folder / "sheet"],
        check=True,
        capture_output=True,
    )
    return folder / "sheet.png"


UNIT = "don-vi/an-thanh/"
ONE_OF_EACH = {
    f"{UNIT}thu-tuc/danh-muc-a4.pdf": (f"{UNIT}thu-tuc/", 1),
    f"{UNIT}thu-tuc/danh-muc-a3.pdf": (f"{UNIT}thu-tuc/", 1),
    f"{UNIT}phan-anh/thong-bao-a4.pdf": (f"{UNIT}phan-anh/", 1),
    f"{UNIT}phan-anh/thong-bao-a3.pdf": (f"{UNIT}phan-anh/", 1),
    f"{UNIT}the-lien-he.pdf": (UNIT, 1),
    "thu-tuc/1-001193/phieu.pdf": ("thu-tuc/1-001193/", 1),
    "huong-dan/sinh-con/to-gap.pdf": ("huong-dan/sinh-con/", 2),
}


def test_every_unit_procedure_and_guide_has_its_sheets() -> None:
    assert set(ONE_OF_EACH) <= set(sheets())
    assert "thu-tuc/1-000001/phieu.pdf" not in sheets(), "an ended procedure has no sheet"


@pytest.mark.parametrize("path", ONE_OF_EACH)
def test_pages_title_language_tags_and_fonts(path: str) -> None:
    data = made(path)
    assert page_count(data) == ONE_OF_EACH[path][1]
    assert b"<pdfuaid:part>1</pdfuaid:part>" in data
    assert b"/StructTreeRoot" in data and b"/Lang" in data
    assert data.count(b"/FontFile") >= 1, "fonts are inside"


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

    from generator.problem import fold

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


def test_the_board_list_has_the_columns_of_the_decision_and_every_procedure_in_order() -> None:
    data = sheets()[f"{UNIT}thu-tuc/danh-muc-a4.pdf"].data
    assert [column.split(",")[0] for column in data["columns"]] == [
        "STT", "Tên thủ tục hành chính", "Mã thủ tục", "Thời hạn giải quyết", "Nơi nộp", "Phí", "Căn cứ pháp lý", "Cơ quan thực hiện",  # noqa: E501
    ]  # fmt: skip
    rows = [row for group in data["groups"] for row in group["rows"]]
    assert [row[2] for row in rows] == [view.code for view in catalogue().units["an-thanh"].procedures]
    assert [row[0] for row in rows] == [str(number) for number in range(1, len(rows) + 1)]
    assert all(len(row) == 8 and all(row) for row in rows)


def test_the_notice_says_what_the_law_asks_and_leaves_lines_for_what_is_not_given() -> None:
    data = sheets()[f"{UNIT}phan-anh/thong-bao-a4.pdf"].data
    assert [label for label, _ in data["rows"]] == [
        "Cơ quan tiếp nhận",
        "Địa chỉ",
        "Số điện thoại chuyên dùng",
        "Thư điện tử",
        "Hệ thống phản ánh, kiến nghị",
    ]
    assert any("khiếu nại, tố cáo" in title for title, _ in data["said"])
    assert all("chờ đơn vị" not in value for _, value in data["rows"])


def test_the_procedure_sheet_carries_the_decision_and_its_day() -> None:
    data = sheets()["thu-tuc/1-001193/phieu.pdf"].data
    assert re.search(r"Quyết định công bố số \S+, ngày \d\d/\d\d/\d{4}", data["decision"])
    real = catalogue(PROJECT / "content")
    unknown = next(of_procedure(real.procedures["1.000656"], real))
    assert unknown.data["decision"] == "Chưa rõ quyết định công bố"
    papers = [paper["name"] for group in data["groups"] for paper in group["papers"]]
    record = catalogue().procedures["1.001193"].load()
    assert papers == [
        paper.name
        for paper in [*record.dossier.papers, *(paper for case in record.dossier.cases for paper in case.papers)]
    ]


def test_every_fee_is_said_in_full_on_the_board_and_on_the_sheet() -> None:
    fees = catalogue().procedures["1.001193"].record.fees
    row = next(
        row
        for group in sheets()[f"{UNIT}thu-tuc/danh-muc-a4.pdf"].data["groups"]
        for row in group["rows"]
        if row[2] == "1.001193"
    )
    facts = dict(sheets()["thu-tuc/1-001193/phieu.pdf"].data["facts"])
    assert len(fees) >= 1 and row[5].count("\n") == len(fees) - 1 and row[5] == facts["Phí, lệ phí"]
    assert "…" not in row[5]


def test_an_ended_unit_answers_under_every_address_its_sheets_had(tmp_path: Path) -> None:
    """A board or a leaflet that still hangs somewhere leads to what came after."""
    later = build_catalogue(read_folder(PROJECT / "content"), dt.date(2025, 7, 2), [])
    before, after = (
        {sheet.path: sheet for sheet in takewhile(lambda sheet: sheet.path.startswith("don-vi/"), all_sheets(of))}
        for of in (catalogue(PROJECT / "content"), later)
    )
    assert len(before) > 100 and sorted(set(before) - set(after)) == []
    sheet = after["don-vi/tien-dong/thu-tuc/danh-muc-a3.pdf"]
    assert "chia về hai đơn vị" in " ".join(sheet.data["story"])
    assert {heir["name"] for heir in sheet.data["heirs"]} == {"Xã Lạc Phượng", "Xã Nguyên Giáp"}
    for path in ("don-vi/tien-dong/thu-tuc/danh-muc-a3.pdf", "don-vi/tu-ky/the-lien-he.pdf"):
        data = typeset_pdf(after[path], None)
        assert page_count(data) == 1 and b"<pdfuaid:part>1</pdfuaid:part>" in data
    if shutil.which("zbarimg") and shutil.which("pdftoppm"):
        found = subprocess.run(
            ["zbarimg", "-q", "--raw", image(data, tmp_path, 60)], capture_output=True, text=True
        ).stdout.split()
        assert len(found) == 6 and all(address.endswith("-2025/") for address in found)


def test_larger_letters_never_cost_a_page() -> None:
    """The size of a procedure's sheet is worked out, not measured: no real sheet may need a page more than in the
    smallest size."""
    seen = set()
    for view in catalogue(PROJECT / "content").in_force[:: 1 if os.environ.get("TTHC_ROUNDS") else 9]:
        (sheet,) = (sheet for sheet in sheets_of("procedure", view, catalogue(PROJECT / "content")))
        seen.add(sheet.data["size"])
        small = Sheet(sheet.path, sheet.template, sheet.data | {"size": SMALLEST})
        assert page_count(typeset_pdf(sheet, None)) == page_count(typeset_pdf(small, None)), sheet.path
    assert len(seen) > 1


def test_equal_bytes_every_time() -> None:
    for path in ONE_OF_EACH:
        assert typeset_pdf(sheets()[path], None) == made(path), path


def test_markup_in_a_record_is_only_text() -> None:
    bad = '#panic("x") *a* $x$ <script> \\ ] [ @y // #eval("1")'
    data = sheets()["thu-tuc/1-001193/phieu.pdf"].data | {"title": bad, "conditions": [bad, bad], "lines": [bad]}
    assert typeset_pdf(Sheet("x.pdf", "procedure", data), None).startswith(b"%PDF")


def test_a_cache_gives_the_same_and_a_broken_one_is_only_slower(tmp_path: Path) -> None:
    sheet = sheets()["thu-tuc/1-001193/phieu.pdf"]
    assert typeset_pdf(sheet, tmp_path / "cache") == typeset_pdf(sheet, tmp_path / "cache") == made(sheet.path)
    (tmp_path / "file").write_text("not a folder")
    assert typeset_pdf(sheet, tmp_path / "file") == made(sheet.path)


def test_templates_never_reach_outside() -> None:
    for file in TEMPLATES.glob("*.typ"):
        assert not re.search(r"@preview|read\(|image\(\"", file.read_text("utf-8")), file.name


def test_the_zip_of_a_unit(tmp_path: Path) -> None:
    for name in ("a.zip", "b.zip"):
        done = tthc("sheets", "--content", SMALL, "--unit", "an-thanh", "--out", tmp_path / name)
        assert done.returncode == 0, done.stderr
    data = (tmp_path / "a.zip").read_bytes()
    assert data == (tmp_path / "b.zip").read_bytes()
    names = zipfile.ZipFile(io.BytesIO(data)).namelist()
    assert names == sorted(sheet.path for sheet in unit_sheets(catalogue().units["an-thanh"], catalogue()))


def test_a_unit_that_is_not_there_is_a_wrong_call() -> None:
    done = tthc("sheets", "--content", SMALL, "--unit", "an-than")
    assert done.returncode == 2 and "Ý bạn là “an-thanh”?" in done.stderr
    done = tthc("sheets", "--content", SMALL, "--unit", "an-thanh", "--as-of", "2025-07-02")
    assert done.returncode == 2 and "xã An Thanh nhập vào xã Chí Minh" in done.stderr


def test_pages_of_the_real_site_link_their_sheets(real_site: Path) -> None:
    for page, name in (
        ("don-vi/an-thanh/thu-tuc", "danh-muc-a4.pdf"),
        ("don-vi/an-thanh/phan-anh", "thong-bao-a3.pdf"),
        ("don-vi/an-thanh", "the-lien-he.pdf"),
        ("thu-tuc/1-001193", "phieu.pdf"),
        ("huong-dan/sinh-con", "to-gap.pdf"),
    ):
        assert re.search(rf'href="[./]*{page}/{name}"', (real_site / page / "index.html").read_text("utf-8")), page
        assert (real_site / page / name).read_bytes().startswith(b"%PDF")


def test_the_real_boards_fit_their_pages() -> None:
    real = {
        sheet.path: sheet
        for sheet in unit_sheets(catalogue(PROJECT / "content").units["an-thanh"], catalogue(PROJECT / "content"))
    }
    pages = {size: page_count(typeset_pdf(real[f"{UNIT}thu-tuc/danh-muc-{size}.pdf"])) for size in ("a4", "a3")}
    assert 5 <= pages["a3"] <= pages["a4"] <= 12


def test_every_real_leaflet_is_one_sheet_folded_and_every_notice_one_page() -> None:
    real = catalogue(PROJECT / "content")
    sheets = [sheet for guide in real.guides for sheet in sheets_of("guide", guide, real)] + [
        sheet for unit in real.communes[:3] for sheet in sheets_of("unit", unit, real) if sheet.template != "board"
    ]
    assert len(sheets) > 15
    assert {(sheet.template, page_count(typeset_pdf(sheet))) for sheet in sheets} == {
        ("leaflet", 2),
        ("notice", 1),
        ("card", 1),
    }
