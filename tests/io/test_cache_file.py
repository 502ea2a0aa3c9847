"""A file of the cache is used as it was written, or not at all."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from generator.io.cache_file import read_cached, write_cached


@pytest.mark.parametrize("data", [b"", b"x", bytes(range(256)) * 40])
def test_what_was_written_is_read(data: bytes, tmp_path: Path) -> None:
    write_cached(tmp_path / "a" / "b", data)
    assert read_cached(tmp_path / "a" / "b") == data
    assert [path.name for path in (tmp_path / "a").iterdir()] == ["b"]


@pytest.mark.parametrize("at", [0, 31, 32, -1])
def test_an_altered_one_is_not(at: int, tmp_path: Path) -> None:
    file = tmp_path / "b"
    write_cached(file, b"data that matters")
    data = bytearray(file.read_bytes())
    data[at] ^= 1
    file.write_bytes(data)
    assert read_cached(file) is None
    file.write_bytes(file.read_bytes()[:20])
    assert read_cached(file) is None


def test_what_is_not_there_or_no_file_is_none(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert read_cached(tmp_path / "none") is None
    assert read_cached(tmp_path) is None
    assert read_cached(tmp_path / "pipe") is None


def test_a_cache_that_cannot_be_written_is_no_fault(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    write_cached(tmp_path / "file" / "b", b"data")
    assert (tmp_path / "file").read_text() == "x"
