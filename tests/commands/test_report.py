"""`tthc report`: for a terminal and as JSON."""

import json
from pathlib import Path

from tests.conftest import tthc


def test_the_terminal_shows_both_shares_and_four_reports(content: Path) -> None:
    done = tthc("report", "--content", content)
    assert done.returncode == 0, done.stderr
    assert "cách đếm quốc gia" in done.stdout and "cách đếm của trang" in done.stdout
    assert [f"{number}. " in done.stdout for number in (1, 2, 3, 4)] == [True] * 4


def test_json(content: Path) -> None:
    data = json.loads(tthc("report", "--content", content, "--format", "json").stdout)
    assert [report["key"] for report in data["reports"]] == ["chua-dang", "chua-du", "het-hieu-luc", "khac-nhau"]


def test_a_comparison_that_is_not_there_is_a_wrong_call(content: Path) -> None:
    done = tthc("report", "--content", content, "--against", content / "nothing.json")
    assert done.returncode == 2 and "không có tệp" in done.stderr
