"""Archives with equal bytes, pages that open from disk."""

from __future__ import annotations

from pathlib import Path

from generator.publishing.offline_archive.archive import write_zip
from generator.publishing.offline_archive.files import page_from_disk


def test_a_zip_has_the_same_bytes_whatever_the_order(tmp_path: Path) -> None:
    files = [("b.txt", b"2"), ("a/c.pdf", b"%PDF")]
    write_zip(tmp_path / "1.zip", files)
    write_zip(tmp_path / "2.zip", reversed(files))
    assert (tmp_path / "1.zip").read_bytes() == (tmp_path / "2.zip").read_bytes()


def test_links_lead_to_files_and_outside_links_stay() -> None:
    page = '<a href="../">x</a><a href="../thu-tuc/#a">x</a><a href="#b">x</a><a href="https://x.vn/a/">x</a><form action="../tim-kiem/">'  # noqa: E501
    assert page_from_disk(page) == (
        '<a href="../index.html">x</a><a href="../thu-tuc/index.html#a">x</a><a href="#b">x</a><a href="https://x.vn/a/">x</a><form action="../tim-kiem/index.html">'  # noqa: E501
    )
