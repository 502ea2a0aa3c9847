"""A call that cannot be meant ends with code 2, one sentence, no traceback, and everything as it was."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.command import tthc
from tests.support.folders import file_bytes

CALLS = {
    # a variable of the shell without a value: an empty path would be this folder, an empty unit the whole site
    ("build", "--unit", ""): "tham số sau “--unit” để trống",
    ("build", "--shard="): "tham số “--shard” để trống",
    ("build", "--out", " "): "tham số sau “--out” để trống",
    ("init", ""): "tham số sau “init” để trống",
    ("diff", "", "content"): "tham số sau “diff” để trống",
    ("explain-search", ""): "tham số sau “explain-search” để trống",
    ("amend", "--all", "--from", "2025-07-01", "--by", "", "--replace", "UBND=U"): "tham số sau “--by” để trống",
    # a NUL, with which the system opens and starts nothing
    ("check", "--content", "content\0"): "“content␀” có ký tự NUL",
    ("verify", "\0"): "“␀” có ký tự NUL",
    # days and years with which nothing can be reckoned
    ("check", "--as-of", "9999-12-31"): "“9999-12-31” không phải ngày",
    ("report", "--record", "9999-12-31"): "“9999-12-31” không phải ngày",
    ("check", "--as-of", "2023-W01-1"): "“2023-W01-1” không phải ngày",
    ("check", "--as-of", "20231231"): "“20231231” không phải ngày",
    ("diff", "9999-12-31", "2023-12-31"): "không có ngày “9999-12-31”",
    # names that no check would let pass
    ("new", "unit", "con"): "Windows dành cho thiết bị",
    ("new", "guide", "aux"): "Windows dành cho thiết bị",
    ("new", "guide", "a" * 130): "tối đa 120); chọn tên ngắn hơn.",
    ("new", "unit", "0"): "phải có chữ cái",
    ("new", "unit", "-"): "chữ thường không dấu, chữ số và dấu gạch nối.\n",
    ("new", "law", "../../../etc/x"): "không giống số ký hiệu",
    ("new", "version", "1.001193", "--from", "2025-07-01", "--by", "theo luật"): "không giống số ký hiệu",
    ("amend", "--all", "--from", "2025-07-01", "--by", "X", "--replace", "UBND=U"): "không giống số ký hiệu",
    # what is no site, no address, no port
    ("edit", "--no-browser", "--public", "http://soan.example.vn"): "không phải địa chỉ https",
    ("edit", "--no-browser", "--public", "https://soan.example.vn/tthc/"): "không phải địa chỉ https",
    ("mcp", "circle"): "Không thấy",
    ("build", "--out", "circle"): "không ghi trang vào “circle”",
    ("build", "--unit", "an-thanh", "--out", "circle"): "không ghi trang vào “circle”",
    ("audit", "circle"): "không",
    ("links", "empty"): "không phải trang đã dựng",
    ("mcp", "https://[::1"): "không phải địa chỉ trang",
    ("mcp", "http://"): "không phải địa chỉ trang",
    ("mcp", "ftp://a.example.vn"): "không phải địa chỉ trang",
    ("host", "nginx", "--listen", "abc"): "không phải cổng",
    ("host", "nginx", "--listen", "65536"): "không phải cổng",
    ("host", "nginx", "--listen", "127.0.0.1:0"): "không phải cổng",
    ("host", "apache", "--base", "/../"): "không phải đường dẫn",
    ("publish", "sftp://a@b:99999/x"): "không phải nơi đăng",
    ("publish", "./public", "--url", "javascript:alert(1)"): "không phải địa chỉ trang",
    ("publish", "./public", "--url", "http://127.0.0.1:99999/"): "không phải địa chỉ trang",
    ("publish", "ssh://a@b.example.vn/x", "--ssh-config", "empty"): "không phải tệp cấu hình của ssh",
    ("rollback", "sftp://a@b.example.vn/x", "--ssh-config", "nothing"): "không phải tệp cấu hình của ssh",
    ("rollback", "./public", "--url", "file:///etc"): "không phải địa chỉ trang",
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    from shutil import copytree

    from tests.conftest import PROJECT

    here = tmp_path_factory.mktemp("calls")
    copytree(PROJECT / "tests" / "sites" / "small" / "content", here / "content")
    (here / "empty").mkdir()
    (here / "circle").symlink_to("circle")
    return here


def _files(folder: Path) -> dict[str, bytes]:
    return {name: data for name, data in file_bytes(folder).items() if not name.startswith(".cache")}


@pytest.mark.parametrize("words", CALLS, ids=lambda words: " ".join(words)[:60].replace("\0", "NUL"))
def test_it_is_refused_in_one_sentence_and_nothing_changes(folder: Path, words: tuple[str, ...]) -> None:
    before = _files(folder)
    done = tthc(*words, cwd=folder)
    assert done.returncode == 2 and CALLS[words] in done.stderr, done.stderr
    assert "Traceback" not in done.stderr and done.stdout == ""
    assert _files(folder) == before


@pytest.mark.parametrize(
    "words", [("host", "nginx", "--listen", "[::1]:8080"), ("host", "apache", "--listen", "65535")]
)
def test_addresses_to_listen_on(folder: Path, words: tuple[str, ...]) -> None:
    assert tthc(*words, cwd=folder).returncode == 0


@pytest.mark.parametrize("record", ["empty", "content/site.yml"])
def test_a_record_of_publications_that_is_none_stops_before_anything_is_made(folder: Path, record: str) -> None:
    before = _files(folder)
    done = tthc("publish", "./public", "--record", record, cwd=folder)
    assert done.returncode != 0 and "ổ đăng" in done.stderr and "Đã dựng" not in done.stdout
    assert _files(folder) == before and not (folder / "public").exists()


def test_the_codes_of_the_audit_are_explained_too() -> None:
    assert "tthc audit" in tthc("explain", "kt-015").stdout
