"""A site of several editions: what a page may name as its canonical address, what each edition must have."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.audit import required_files, run
from generator.audit.site import BuiltSite

HOST = "https://tthc.example.vn/"
BAND = '<div class="tthc-edition" role="note" data-edition="2023-12-31">Bản 31/12/2023</div>'
NOINDEX = '<meta name="robots" content="noindex">'
ONWARD = '<meta http-equiv="refresh" content="0; url=../../x/"><a href="../../x/">x</a>'


def page(canonical: str, inside: str = "") -> str:
    return f'<html lang="vi"><link rel="canonical" href="{HOST}{canonical}"><body data-root="./">{inside}</body></html>'


def findings(folder: Path, changed: dict[str, str | None]) -> list[str]:
    files: dict[str, str | None] = {
        "robots.txt": f"Sitemap: {HOST}sitemap.xml\nSitemap: {HOST}hien-nay/sitemap.xml\n",
        "sitemap.xml": f"<sitemapindex><sitemap><loc>{HOST}hien-nay/sitemap.xml</loc></sitemap></sitemapindex>",
        "404.html": "",
        "index.html": page("hien-nay/", BAND),
        "x/index.html": page("hien-nay/x/", BAND),
        "hien-nay/sitemap.xml": f"<loc>{HOST}hien-nay/</loc><loc>{HOST}hien-nay/x/</loc><loc>{HOST}hien-nay/y/</loc>",
        "hien-nay/404.html": "",
        "hien-nay/index.html": page("hien-nay/"),
        "hien-nay/x/index.html": page("hien-nay/x/"),
        "hien-nay/y/index.html": page("hien-nay/y/"),
        "id/x/index.html": page("x/", ONWARD).replace(' data-root="./"', ""),
    }
    for name, text in (files | changed).items():
        if text is not None:
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(text, "utf-8")
    return [finding.file for _, finding in run.findings(BuiltSite(folder), [required_files])]


def test_a_whole_site_has_no_fault(tmp_path: Path) -> None:
    assert findings(tmp_path, {}) == []


@pytest.mark.parametrize(
    ("changed", "where"),
    [
        ({"x/index.html": page("hien-nay/x/")}, "x/index.html"),  # does not say that it is of a past day
        ({"x/index.html": page("hien-nay/y/", BAND)}, "x/index.html"),  # another page
        ({"x/index.html": page("hien-nay/z/", BAND)}, "x/index.html"),  # no page
        ({"x/index.html": page("x/", BAND)}, "x/index.html"),  # its own address, but in no site map
        ({"hien-nay/x/index.html": page("x/", BAND)}, "hien-nay/x/index.html"),  # from one past day to another
        ({"x/index.html": page("hien-nay/x/", NOINDEX + BAND)}, "x/index.html"),  # asks for two things
        ({"hien-nay/x/index.html": page("hien-nay/x/", NOINDEX)}, "x/index.html"),  # names a page that is left out
        ({"sitemap.xml": "<urlset/>"}, "sitemap.xml"),  # named by robots.txt, and empty
        ({"sitemap.xml": f"<sitemapindex><loc>{HOST}hien-nay/</loc></sitemapindex>"}, "sitemap.xml"),  # a page, no map
        ({"hien-nay/sitemap.xml": None}, "hien-nay/sitemap.xml"),
        ({"hien-nay/sitemap.xml": f"<loc>{HOST}hien-nay/</loc>"}, "hien-nay/x/index.html"),
        ({"id/x/index.html": page("hien-nay/x/", ONWARD).replace(' data-root="./"', "")}, "id/x/index.html"),
    ],
)
def test_what_is_wrong_is_found(tmp_path: Path, changed: dict[str, str | None], where: str) -> None:
    assert where in findings(tmp_path, changed)
