"""Codes as sources write them, and the names of the files that are made of them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator.importing.draft_record import DraftRecord
from generator.importing.extract.codes import code_of
from tests.support.command import tthc


@pytest.mark.parametrize(
    ("written", "code", "doubtful"),
    [
        ("1.001193", "1.001193", False),
        (" 1.001193\n", "1.001193", False),
        ("1.00１193", "1.001193", False),
        ("1.001193\u200b", "1.001193", False),
        ("1.001193.000.00.00.H23", "1.001193", False),
        ("Mã: 1.001193", "1.001193", True),
        ("1,001193", "1.001193", True),
        ("1.001193; 1.001194", "1.001193; 1.001194", False),
        ("1e6", "1e6", False),
        ("23604", "23604", False),
        (None, "", False),
    ],
)
def test_the_code_that_is_meant(written: str | None, code: str, doubtful: bool) -> None:
    record = DraftRecord("mục 1")
    assert code_of(record, written) == code
    assert any(key == "ma_thu_tuc" for key, _ in record.doubts) == doubtful


def test_no_file_or_folder_has_a_name_of_windows(content: Path) -> None:
    source = content.parent / "nguon.json"
    rows = [
        {"ma_thu_tuc": "con", "ten_thu_tuc": "Một", "linh_vuc": "Aux"},
        {"ma_thu_tuc": "", "ten_thu_tuc": "NUL", "linh_vuc": "Con"},
        {"ma_thu_tuc": "x" * 400, "ten_thu_tuc": "Dài", "linh_vuc": "Con"},
    ]
    source.write_text(json.dumps(rows), "utf-8")
    assert tthc("import", "national-flat", source, "--to", content, "--no-check").returncode == 0
    assert (content / "procedures/aux-1/con-1.yml").is_file() and (content / "procedures/con-1/nul-1.yml").is_file()
    names = {part.partition(".")[0] for path in content.rglob("*") for part in path.relative_to(content).parts}
    assert not names & {"con", "aux", "nul"}, names
