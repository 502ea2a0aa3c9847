"""`tthc pack --site`: the preview of a proposal, every link of which leads to a file in it."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path, PurePosixPath
from urllib.parse import unquote

from tests.conftest import tthc

LED = re.compile(r'<(?:a|form|link|script|img)\b[^>]*?\s(?:href|action|src)="([^"#?]*)')


def inside(page: str, link: str) -> str:
    """Where `link` on `page` leads, as a name in the archive."""
    parts: list[str] = []
    for part in (PurePosixPath(page).parent / unquote(link)).parts:
        parts = parts[:-1] if part == ".." else [*parts, part]
    return "/".join(parts)


def test_a_built_site_opens_from_disk(small_site: Path, tmp_path: Path) -> None:
    done = tthc("pack", "--site", small_site, "--out", tmp_path / "x.zip")
    assert done.returncode == 0 and "MO-TRANG.html" in done.stdout, done.stderr
    with zipfile.ZipFile(tmp_path / "x.zip") as archive:
        names = set(archive.namelist())
        pages = {name: archive.read(name).decode() for name in names if name.endswith(".html")}
    assert {"MO-TRANG.html", "trang/index.html", "trang/thu-tuc/1-001193/index.html"} <= names
    links = {
        (name, link)
        for name, text in pages.items()
        for link in LED.findall(text)
        if link and ":" not in link and not link.startswith("/")
    }
    assert len(links) > 100
    missing = sorted({inside(*link) for link in links} - names)
    assert [name for name in missing if not name.endswith((".json", ".js"))] == []


def test_what_is_no_site_is_a_wrong_call(tmp_path: Path) -> None:
    for words in (
        ("--site", tmp_path),
        ("--site", tmp_path / "nowhere"),
        (),
        ("--site", tmp_path, "--unit", "an-thanh"),
    ):
        done = tthc("pack", *words, "--out", tmp_path / "x.zip")
        assert done.returncode == 2 and "Traceback" not in done.stderr, done.stderr
    assert list(tmp_path.iterdir()) == []
