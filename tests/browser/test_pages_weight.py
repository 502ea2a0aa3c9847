"""What the first visit of a page costs: bytes as brotli, requests, hosts. Measured from what the browser really asks
for."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.support.http_server import serving

NODE = shutil.which("node")
pytestmark = pytest.mark.skipif(NODE is None, reason="no node on this machine (its zlib has brotli)")
SCRIPT = "const fs=require('fs'),z=require('zlib');console.log(process.argv.slice(1).reduce((n,f)=>n+z.brotliCompressSync(fs.readFileSync(f)).length,0))"  # noqa: E501

# page kind: (address, at most KB, at most requests)
BUDGET = {
    "procedure": ("thu-tuc/1-001193/", 20, 5),
    "procedure with most cases": ("thu-tuc/1-004873/", 20, 5),
    "home": ("", 20, 8),
    "unit": ("don-vi/an-thanh/", 20, 5),
    "guide": ("huong-dan/ket-hon/", 20, 5),
    "field": ("linh-vuc/ho-tich/", 20, 5),
    "feedback": ("phan-anh/", 20, 5),
    "law": ("van-ban/60-2014-qh13/", 20, 5),
}


def brotli(files: list[Path]) -> int:
    done = subprocess.run([NODE, "-e", SCRIPT, *map(str, files)], capture_output=True, text=True, check=True)
    return int(done.stdout)


@pytest.mark.parametrize("kind", BUDGET)
def test_first_visit(browser, real_site: Path, kind: str) -> None:
    path, most, requests = BUDGET[kind]
    with serving(real_site) as site:
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
    weight = brotli(files)
    print(f"{kind}: {weight / 1024:.1f} KB, {len(files)} requests")
    assert weight <= most * 1024
    assert len(files) <= requests
    assert not [file for file in files if file.suffix in (".woff", ".woff2", ".ttf")]
