"""Contrast, headings, contacts, dates, pictures; and the result as data."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator.audit import links, run
from generator.audit.contrast import contrast
from generator.audit.quality import quality
from generator.audit.run import audit
from generator.audit.site import BuiltSite

PAGE = '<!doctype html>\n<html lang="vi"><head><title>A</title></head><body><a href="tel:1">đầu trang</a><main><h1>A</h1>\n{}\n</main><footer><a href="tel:1800">tổng đài</a></footer></body></html>\n'  # noqa: E501


def ids(folder: Path, middle: str = "", name: str = "index.html", **files: bytes) -> list[str]:
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(PAGE.format(middle), "utf-8")
    for file, data in files.items():
        (folder / file.replace("_", ".")).write_bytes(data)
    return [problem.id for problem in audit(folder)]


@pytest.mark.parametrize(
    ("middle", "found"),
    [
        ("<h2>B</h2><h3>C</h3><h2>D</h2>", []),
        ("<h3>B</h3>", ["KT-007"]),
        ("<h2>B</h2><h4>C</h4>", ["KT-007"]),
        (
            '<time datetime="2023-02-28">x</time><time datetime="2023">x</time><time datetime="2023-05">x</time><time datetime="2023-05-01T08:00+07:00">x</time>',  # noqa: E501
            [],
        ),
        ('<time datetime="2023-02-30">x</time>', ["KT-009"]),
        ('<time datetime="28/02/2023">x</time>', ["KT-009"]),
        ('<time datetime="2023-13">x</time>', ["KT-009"]),
        ('<img src="index.html" alt="">', []),
        ('<img src="index.html">', ["KT-010"]),
    ],
)
def test_pages(tmp_path: Path, middle: str, found: list[str]) -> None:
    assert ids(tmp_path, middle) == found


def test_a_units_page_without_a_contact_of_its_own(tmp_path: Path) -> None:
    assert ids(tmp_path, "<p>Đang bổ sung</p>", "don-vi/an-thanh/index.html") == ["KT-008"]


def test_a_units_page_with_one(tmp_path: Path) -> None:
    assert ids(tmp_path, '<a href="tel:0220">0220</a>', "don-vi/an-thanh/index.html") == []


@pytest.mark.parametrize(
    "svg",
    [
        b"<svg><script>alert(1)</script></svg>",
        b"<svg onload=alert(1)>",
        b'<svg><a xlink:href="javascript:alert(1)"/></svg>',
        b"<svg><foreignObject/></svg>",
        b'<svg><image href="https://example.com/x.png"/></svg>',
        b'<!DOCTYPE svg [<!ENTITY x "y">]><svg/>',
        b"<svg><style>@import 'x.css'</style></svg>",
    ],
)
def test_svg_files_that_could_do_something(tmp_path: Path, svg: bytes) -> None:
    assert ids(tmp_path, x_svg=svg) == ["KT-010"]


def test_a_harmless_svg_and_a_huge_picture(tmp_path: Path) -> None:
    drawing = b'<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0h1v1z"/></svg>'
    assert ids(tmp_path, x_svg=drawing) == []
    assert ids(tmp_path, x_png=b"x" * 400_000) == ["KT-010"]


def test_contrast_is_that_of_the_guidelines() -> None:
    assert round(contrast("#fff", "#000000"), 2) == 21.0
    assert round(contrast("#777777", "#ffffff"), 2) == 4.48


def test_faint_text_is_found_in_either_palette(tmp_path: Path) -> None:
    good = b":root{--colour-text:#111;--colour-page:#fff;}"
    assert ids(tmp_path, x_css=good) == []
    assert ids(tmp_path, x_css=good + b"\n@media(prefers-color-scheme:dark){:root{--colour-page:#222;}}") == ["KT-006"]
    assert ids(tmp_path, x_css=b".a { color: #999; background: #fff; }") == ["KT-006"]


def test_the_result_as_data(tmp_path: Path) -> None:
    ids(tmp_path, "<h3>B</h3>")
    data = json.loads(quality(BuiltSite(tmp_path), audit(tmp_path)))
    assert data["so_trang"] == 1
    found = {check["ma"]: (check["loi"], check["nhac"]) for check in data["kiem_tra"]}
    assert found["KT-007"] == (1, 0) and found["KT-001"] == (0, 0)
    assert all(check["kiem_tra"] for check in data["kiem_tra"])


@pytest.mark.parametrize(("host", "wrong"), [("192.168.1.5", 1), ("mot-cua.local:8080", 1), ("a.example.vn", 2)])
def test_a_site_for_an_office_s_own_network_may_name_itself(tmp_path: Path, host: str, wrong: int) -> None:
    middle = '<a href="http://192.168.1.5/x">x</a><a href="http://192.168.1.6/x">x</a>'
    (tmp_path / "index.html").write_text(PAGE.format(middle.replace("192.168.1.5", host) if wrong == 1 else middle))
    (tmp_path / "robots.txt").write_text(f"Sitemap: http://{host}/sitemap.xml\n")
    assert len(list(run.findings(BuiltSite(tmp_path), [links]))) == wrong
