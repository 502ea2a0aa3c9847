"""The QR code on a printed page leads back to the page."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from generator.outputs.qr import qr

ADDRESS = "https://tthc.example.gov.vn/thu-tuc/1-001193/"


@pytest.mark.skipif(shutil.which("zbarimg") is None, reason="zbarimg is not installed (zbar-tools)")
def test_a_reader_reads_it(browser, tmp_path: Path) -> None:
    (tmp_path / "qr.html").write_text(f"<style>svg{{width:240px}}</style>{qr(ADDRESS)}", "utf-8")
    page = browser.new_page(viewport={"width": 280, "height": 280})
    page.goto((tmp_path / "qr.html").as_uri())
    page.screenshot(path=tmp_path / "qr.png")
    page.close()
    read = subprocess.run(["zbarimg", "--quiet", "--raw", str(tmp_path / "qr.png")], capture_output=True, text=True)
    assert read.stdout.strip() == ADDRESS
