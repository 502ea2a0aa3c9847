"""QR codes made by sums of a few real encodings are the codes a real encoder makes."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from generator.site.qr import _encoded, _matrix, qr

ADDRESSES = [f"https://tthc.example.gov.vn/thu-tuc/{code}/" for code in ("1-001193", "2-000635", "1-999999", "3-000000")]


@pytest.mark.parametrize("address", [*ADDRESSES, "https://tthc.example.gov.vn/thu-tuc/mot-ten/", "chữ có dấu"])
def test_same_as_encoded_in_one_go(address: str) -> None:
    assert _matrix(address) == _encoded(address)


@pytest.mark.browser
@pytest.mark.skipif(shutil.which("zbarimg") is None, reason="zbarimg is not installed")
def test_a_reader_reads_it(tmp_path: Path) -> None:
    from playwright.sync_api import sync_playwright

    from tests.browser.conftest import CHROMIUM, FLAGS

    if CHROMIUM is None:
        pytest.skip("no chromium on this machine")
    (tmp_path / "qr.html").write_text(f"<style>svg{{width:240px}}</style>{qr(ADDRESSES[0])}", "utf-8")
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        page = browser.new_page(viewport={"width": 280, "height": 280})
        page.goto((tmp_path / "qr.html").as_uri())
        page.screenshot(path=tmp_path / "qr.png")
        browser.close()
    read = subprocess.run(["zbarimg", "--quiet", "--raw", str(tmp_path / "qr.png")], capture_output=True, text=True)
    assert read.stdout.strip() == ADDRESSES[0]
