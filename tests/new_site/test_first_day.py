"""The first day of a ward, at night: init, import of all of the national data, strict build. By day
tests/test_wheel.py does the same with some of the data, by the installed tool."""

from __future__ import annotations

import gzip
import os
from pathlib import Path

import pytest

from tests.conftest import DATA
from tests.support.command import tthc

FILE = DATA / "national-flat.jsonl.gz"
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not FILE.is_file(), reason="no national data here"),
    pytest.mark.skipif("TTHC_ALL" not in os.environ, reason="at night: all of the national data"),
]
LEAST = 300  # procedures in the site


def test_a_site_from_the_national_data_is_built_in_strict_mode(tmp_path: Path) -> None:
    words = ("--kind", "phường", "--name", "Hồng Gai", "--province", "Quảng Ninh", "--code", "06658")
    made = tthc("init", "trang", *words, "--url", "https://tthc.honggai.example.vn/", "--yes", cwd=tmp_path)
    assert made.returncode == 0, made.stderr
    site = tmp_path / "trang"
    (tmp_path / "flat.jsonl").write_bytes(gzip.decompress(FILE.read_bytes()))
    call = ("import", "national-flat", tmp_path / "flat.jsonl", "--for", "hong-gai", "--to", "content/procedures")
    done = tthc(*call, cwd=site)
    assert done.returncode == 0, done.stderr
    assert "ngành hải quan có nơi nhận riêng" in done.stdout
    built = tthc("build", cwd=site)
    assert built.returncode == 0, built.stdout + built.stderr
    pages = [folder for folder in (site / "site/thu-tuc").iterdir() if folder.is_dir()]
    assert len(pages) >= LEAST
    withheld = [folder for folder in pages if 'data-state="withheld"' in (folder / "index.html").read_text("utf-8")]
    assert len(withheld) * 20 <= len(pages)
