"""TT-202: a version says from when, by what, and what changes."""

import pytest

from tests.support.rule_samples import LAW
from tests.support.versions import CHANGED, NEW_LAW, VERSION, fails, passes


@pytest.mark.parametrize("key", ["ma_thu_tuc", "ap_dung_tu", "can_cu_sua_doi", "noi_dung_sua_doi"])
def test_a_missing_line(key: str) -> None:
    lines = [line for line in CHANGED.splitlines() if not line.startswith(f"{key}:")]
    said = fails("TT-202", {VERSION: "▶" + "\n".join(lines) + "\n"})
    assert f"({key})" in said


def test_a_document_without_a_record() -> None:
    said = fails("TT-202", {VERSION: CHANGED.replace("doi: 120/2025/NĐ-CP", "doi: ▶120/2025/ND-CP")})
    assert "120/2025/NĐ-CP" in said


def test_a_document_that_is_not_in_force_yet() -> None:
    later = NEW_LAW.replace("ngay_hieu_luc: 2025-07-01", "ngay_hieu_luc: 2025-08-01")
    said = fails("TT-202", {"laws/120.yml": later, VERSION: CHANGED.replace("doi: 120", "doi: ▶120")})
    assert "tới 01/08/2025 mới có hiệu lực" in said


def test_all_three_are_said() -> None:
    passes("TT-202", {VERSION: CHANGED})


def test_a_document_that_had_ended() -> None:
    ended = LAW + "ngay_het_hieu_luc: 2024-07-01\n"
    version = CHANGED.replace("120/2025/NĐ-CP", "▶123/2015/NĐ-CP")
    assert "01/07/2024" in fails("TT-202", {VERSION: version, "laws/123.yml": ended})
