"""What Windows does not have is taken away, and the officer's work still goes: no fork, no O_NOFOLLOW, CRLF files, a
console that is not UTF-8. It was never run on Windows itself here; .github/workflows/windows.yml would."""

from __future__ import annotations

import json
import os
import re
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from generator.cli import main
from generator.commands import cmd_edit
from tests.conftest import PROJECT
from tests.editor.conftest import RECORD, Client, changed

GONE = ("fork", "O_NOFOLLOW", "O_NONBLOCK", "O_CLOEXEC", "mkfifo")
JSON = {"Accept": "application/json"}


@pytest.fixture
def windows(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in GONE:
        monkeypatch.delattr(os, name, raising=False)


def test_open_check_preview_and_save_without_fork(windows: None, client: Client, content: Path) -> None:
    assert not hasattr(os, "fork")
    file = content / RECORD
    file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    form = changed(client.form(), mo_ta="Lời khác.")
    assert json.loads(client.post(f"/kiem/{RECORD}", form, **JSON).text)["errors"] == 0
    assert "Lời khác." in client.post(f"/xem/{RECORD}", form).text
    assert client.post(f"/luu/{RECORD}", form, **JSON).status == 200
    raw = file.read_bytes()
    assert "mo_ta: Lời khác.\r\n".encode() in raw and raw.count(b"\n") == raw.count(b"\r\n")


def test_the_editor_uses_nothing_that_only_other_systems_have() -> None:
    only = re.compile(
        r"os\.(?:fork|getuid|geteuid|kill|mkfifo|symlink|O_\w+)|import (?:fcntl|pwd|grp|resource|signal)\b|/tmp|/dev/"
    )
    for folder in ("editing", "editor"):
        for file in (PROJECT / "generator" / folder).rglob("*.py"):
            assert not only.search(file.read_text("utf-8")), file


def test_the_address_is_the_only_line_even_on_a_console_of_another_encoding(content: Path) -> None:
    command = [sys.executable, "-m", "generator", "edit", "--port", "0", "--no-browser", "--content", str(content)]
    environment = os.environ | {"PYTHONIOENCODING": "cp1252", "PYTHONUTF8": "0"}
    process = subprocess.Popen(command, cwd=PROJECT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    try:
        assert process.stdout is not None
        line = process.stdout.readline().decode("ascii").strip()
        assert re.fullmatch(r"http://127\.0\.0\.1:\d+/\?ma=[\w-]{20,}", line)
    finally:
        process.terminate()
        rest = process.communicate(timeout=30)[0]
    assert rest == b""


def test_the_script_for_windows() -> None:
    raw = (PROJECT / "soan.cmd").read_bytes()
    assert raw.count(b"\n") == raw.count(b"\r\n")
    assert b"tthc.exe" in raw and b"%~dp0" in raw and b"PYTHONUTF8" in raw


def test_a_new_site_has_the_same_script_which_installs_the_wheel(tmp_path: Path) -> None:
    words = ["--kind", "xã", "--name", "Tân Lập", "--province", "Hải Phòng", "--url", "https://a.example.vn/", "--yes"]
    assert main(["init", str(tmp_path / "a"), *words]) == 0
    ours, theirs = ((folder / "soan.cmd").read_bytes().split(b"\r\n") for folder in (PROJECT, tmp_path / "a"))
    other = [(one, two) for one, two in zip(ours, theirs, strict=True) if one != two]
    assert [b"requirements.txt" in two for _, two in other] == [False, True]  # the remark, the installation
    assert not any(b"\n" in line for line in theirs)
    assert "*.cmd text eol=crlf" in (tmp_path / "a/.gitattributes").read_text("utf-8")


@pytest.mark.parametrize(
    "words", [["--port", "70000"], ["--port", "x"], ["--host", "0.0.0.0"], ["--content", "khong-co"]]
)
def test_a_wrong_call_is_refused_in_words(words: list[str]) -> None:
    command = [sys.executable, "-m", "generator", "edit", "--no-browser", *words]
    done = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, timeout=60)
    assert done.returncode == 2 and "Traceback" not in done.stderr and done.stdout == ""


def test_a_port_in_use_is_said(client: Client, content: Path) -> None:
    command = [
        sys.executable,
        "-m",
        "generator",
        "edit",
        "--no-browser",
        "--port",
        str(client.port),
        "--content",
        str(content),
    ]
    done = subprocess.run(command, cwd=PROJECT, capture_output=True, text=True, timeout=60)
    assert done.returncode == 2 and f"cổng {client.port}" in done.stderr


def test_opened_twice_the_second_takes_another_port(content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        taken, tried = other.getsockname()[1], list[int]()

        def start(port: int) -> int:
            tried.append(port)
            with socket.socket() as mine:
                mine.bind(("127.0.0.1", port))
                return int(mine.getsockname()[1])

        monkeypatch.setattr(cmd_edit, "PORT", taken)
        assert cmd_edit._listening(None, start) != taken and tried == [taken, 0]  # type: ignore[arg-type, comparison-overlap]
        with pytest.raises(OSError):  # asked for by somebody
            cmd_edit._listening(taken, start)  # type: ignore[arg-type]
