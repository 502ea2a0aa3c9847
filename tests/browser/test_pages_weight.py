"""What the first visit of a page costs: bytes as brotli, requests, hosts. Measured from what the browser really asks
for."""

from __future__ import annotations

import functools
from pathlib import Path
from urllib.parse import urlsplit

import brotli
import pytest

from tests.support.night import at_night

# page kind: (address, at most KB, at most requests)
BUDGET = {
    "procedure": ("thu-tuc/1-001193/", 20, 5),
    "procedure with most cases": ("thu-tuc/1-004873/", 20, 5),
    "home": ("", 20, 8),
    "unit": ("don-vi/an-thanh/", 20, 5),
    "field": ("linh-vuc/ho-tich/", 20, 5),
    "guide": ("huong-dan/ket-hon/", 20, 5),
    "feedback": ("phan-anh/", 20, 5),
    "law": ("van-ban/60-2014-qh13/", 20, 5),
}
BY_DAY = ("procedure with most cases", "home", "unit", "field")  # the heaviest; at night all


@functools.cache
def packed(file: Path) -> int:
    return len(brotli.compress(file.read_bytes()))


@pytest.mark.parametrize("kind", [kind for kind in BUDGET if kind in BY_DAY or at_night(kind)])
def test_first_visit(browser, site: str, real_site: Path, kind: str) -> None:
    path, most, requests = BUDGET[kind]
    context = browser.new_context(viewport={"width": 390, "height": 844})
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(site + path)
    page.wait_for_load_state("networkidle")
    context.close()
    assert all(url.startswith(site) for url in asked), "another host was asked"
    files = [real_site / (urlsplit(url).path.lstrip("/") or "index.html") for url in asked]
    files = [file / "index.html" if file.is_dir() else file for file in files]
    if not any(file.name.startswith("icon.") for file in files):  # a browser with a window also asks for the icon
        files += list((real_site / "assets").glob("icon.*.svg"))
    weight = sum(map(packed, files))
    print(f"{kind}: {weight / 1024:.1f} KB, {len(files)} requests")
    assert weight <= most * 1024
    assert len(files) <= requests
    assert not [file for file in files if file.suffix in (".woff", ".woff2", ".ttf")]
