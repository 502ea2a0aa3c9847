"""A decision's list as the source of `tthc sync`: limit and fee follow it though it names no channel."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from generator.cli import main
from tests.importing.office import xlsx
from tests.support.import_samples import load


@pytest.mark.parametrize(
    ("cell", "value", "said", "key", "made"),
    [
        ("E3", "2,5 ngày", "2,5 ngày", "thoi_han_giai_quyet", {"nguyen_van": "2,5 ngày"}),
        ("E3", "9 ngày", "9 ngày", "thoi_han_giai_quyet", {"so": "9", "don_vi": "ngày"}),
        ("F3", "10.000 đồng", "10.000 đồng", "phi_le_phi", [{"muc_thu": "10000"}]),
        ("F3", 0, "chưa rõ", "phi_le_phi", "chưa rõ"),
        ("D3", "Chứng thực", "Chứng thực", "linh_vuc", "Chứng thực"),
    ],
)
def test_what_moved_in_the_list_is_taken(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], cell: str, value: Any, said: str, key: str, made: Any
) -> None:
    content = tmp_path / "content"
    assert main(["import", "decision-list", str(xlsx(tmp_path)), "--to", str(content), "--no-check"]) == 0
    (content / "site.yml").write_text("ten: Thử\n", "utf-8")
    week = tmp_path / "week"
    week.mkdir()
    file = xlsx(week, lambda sheet: sheet.__setitem__(cell, value))
    capsys.readouterr()
    call = ["sync", "--content", str(content), "--from", str(file), "--kind", "decision-list"]
    assert main(call) == 0
    assert said in capsys.readouterr().out
    assert load(content / "procedures/ho-tich/9.100002.yml")[key] == made
    assert main(call) == 0
    assert "Nguồn không có gì đổi." in capsys.readouterr().out
