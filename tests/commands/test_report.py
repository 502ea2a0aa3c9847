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


def test_the_recorded_days_keep_the_line_ends_and_mark_of_their_file(content: Path) -> None:
    file = content / "quality.yml"
    assert tthc("report", "--content", content, "--record", "2023-12-01").returncode == 0
    file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes().replace(b"\n", b"\r\n"))
    assert tthc("report", "--content", content, "--record", "2023-12-08").returncode == 0
    data = file.read_bytes()
    assert data.startswith(b"\xef\xbb\xbf") and data.count(b"- ngay: ") == 2
    assert data.count(b"\r\n") == data.count(b"\n")


def test_recorded_days_that_cannot_be_read_are_not_dropped(content: Path) -> None:
    file = content / "quality.yml"
    assert tthc("report", "--content", content, "--record", "2023-12-01").returncode == 0
    before = file.read_bytes().replace(b"ngay: 2023-12-01", b"ngay: 2023-12-41")
    file.write_bytes(before)
    done = tthc("report", "--content", content, "--record", "2023-12-08")
    assert done.returncode == 2 and "quality.yml:2 có lỗi" in done.stderr and not done.stdout
    assert file.read_bytes() == before


def test_a_comparison_that_is_not_there_is_a_wrong_call(content: Path) -> None:
    done = tthc("report", "--content", content, "--against", content / "nothing.json")
    assert done.returncode == 2 and "không có tệp" in done.stderr
