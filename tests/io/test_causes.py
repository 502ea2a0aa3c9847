"""What the system refuses is told in Vietnamese, with code 2, and leaves nothing half-written."""

from __future__ import annotations

import errno
import http.client
import json
import os
import resource
import socket
import ssl
import subprocess
import sys
import urllib.error
from pathlib import Path

import pytest

from generator.cli import main
from generator.io.causes import CAUSES, OF_WINDOWS, cause_of, failure
from generator.io.staging import Staging
from tests.conftest import PROJECT
from tests.support.folders import file_bytes

OF_PROGRAMS = [
    (TimeoutError("timed out"), "chờ quá lâu không thấy trả lời"),
    (ConnectionRefusedError(errno.ECONNREFUSED, "Connection refused"), "máy ấy không nhận kết nối"),
    (http.client.RemoteDisconnected("Remote end closed connection without response"), "kết nối bị ngắt"),
    (http.client.BadStatusLine("SSH-2.0"), "máy ấy trả lời không đúng giao thức HTTP"),
    (socket.gaierror(-2, "Name or service not known"), "không tìm thấy máy nào có tên ấy"),
    (ssl.SSLCertVerificationError(1, "certificate verify failed"), "chứng chỉ (HTTPS) của máy ấy không hợp lệ"),
    (urllib.error.URLError(socket.gaierror(-3, "try again")), "không tìm thấy máy nào có tên ấy"),
    (http.client.HTTPException("câu trả lời dài quá 9 MB"), "câu trả lời dài quá 9 MB"),
    (json.JSONDecodeError("Expecting value", "[\n x", 3), "sai dạng JSON ở dòng 2, cột 2"),
]


def test_the_words_are_vietnamese() -> None:
    for number in CAUSES:
        assert cause_of(OSError(number, os.strerror(number))).lower() != os.strerror(number).lower()
    assert failure(OSError(errno.ENOSPC, "No space left on device", "a/b")) == "a/b: ổ đĩa đã đầy"
    for number, said in OF_WINDOWS.items():
        error = OSError(errno.EINVAL, "The cloud file provider is not running")
        error.winerror = number  # type: ignore[attr-defined]
        assert cause_of(error) == said
    for error, said in OF_PROGRAMS:
        assert cause_of(error) == said
    assert cause_of(OSError(12345, "Odd")) == "Odd" and cause_of(ValueError("sai")) == "sai"


@pytest.mark.parametrize(
    "words",
    [
        ("new", "law", "12/2020/NĐ-CP"),
        ("new", "version", "1.001193", "--from", "2024-07-01", "--by", "12/2020/NĐ-CP"),
        ("fix", "--yes"),
    ],
    ids=lambda words: words[0],
)
def test_a_disk_that_takes_no_more(content: Path, words: tuple[str, ...]) -> None:
    before = file_bytes(content)
    # Python would keep the first 100 bytes of what it compiles, at which every later start fails
    own = {"PYTHONPATH": str(PROJECT), "PYTHONIOENCODING": "utf-8", "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run(
        [sys.executable, "-m", "generator", *words],
        cwd=content.parent,
        env=os.environ | own,
        capture_output=True,
        text=True,
        encoding="utf-8",
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100)),
    )
    assert done.returncode == 2 and "tệp quá lớn" in done.stderr and "Traceback" not in done.stderr, done.stderr
    assert file_bytes(content) == before


def test_wherever_it_strikes(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def full(args: object) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("generator.commands.cmd_explain.run", full)
    assert main(["explain"]) == 2
    assert "tthc explain: không đọc, ghi được tệp: ổ đĩa đã đầy." in capsys.readouterr().err


def test_no_staging_folder_is_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(descriptor: int, data: bytes) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "write", full)
    with pytest.raises(OSError, match="No space"):
        Staging(tmp_path / "site")
    assert list(tmp_path.iterdir()) == []
