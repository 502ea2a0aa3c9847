"""Whatever a command's standard streams are, it ends without a traceback and with the exit code that is true."""

from __future__ import annotations

import array
import fcntl
import json
import os
import pkgutil
import subprocess
import sys
import termios
import time
from pathlib import Path

import pytest

import generator.commands
from tests.conftest import PROJECT, SMALL
from tests.support.night import at_night

COMMANDS = [
    info.name.removeprefix("cmd_").replace("_", "-") for info in pkgutil.iter_modules(generator.commands.__path__) if info.name.startswith("cmd_")  # noqa: E501
]  # fmt: skip
TTHC = f"{sys.executable} -m generator"
ASCII = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
STREAMS: dict[str, tuple[dict[str, str], str]] = {
    "cp1252": ({"PYTHONIOENCODING": "cp1252"}, "{}"),
    "ascii asked for": ({"PYTHONIOENCODING": "ascii"}, "{}"),
    "ascii of the system": (ASCII, "{}"),
    "output closed": ({}, "{} >&-"),
    "errors closed": ({}, "{} 2>&-"),
    "both closed": ({}, "{} >&- 2>&-"),
    "all closed": ({}, "{} <&- >&- 2>&-"),
    "nobody reads": ({}, "set -o pipefail; {} | true"),
    "one line is read": ({}, "set -o pipefail; {} | head -1"),
    "errors are not read": ({}, "{} 2> >(true)"),
}
HELPED = ("cp1252", "ascii of the system", "output closed", "nobody reads")


def shell(line: str, cwd: Path, **variables: str) -> subprocess.CompletedProcess[bytes]:
    environment = {key: value for key, value in os.environ.items() if key not in ("PYTHONIOENCODING", *ASCII)}
    environment |= {"PYTHONPATH": str(PROJECT), "LANG": "C.UTF-8", "PYTHONDONTWRITEBYTECODE": "1"} | variables
    return subprocess.run(["bash", "-c", line], cwd=cwd, env=environment, capture_output=True, timeout=300)


def calls(folder: Path) -> dict[str, int]:
    """Calls that write much or little to either stream, and the exit codes that are true whatever becomes of that."""
    wrong = folder / "wrong"
    laws = wrong / "laws"
    laws.mkdir(parents=True)
    for at in range(100):
        (laws / f"{at}.yml").write_text("so_ky_hieu: 1\nlaoi: Nghị định\n", "utf-8")
    found = [
        (f"check --content {wrong}", 1),
        ("explain TT-014", 0),
        ("check --content không-có", 2),
        *at_night((f"check --content {wrong} --format json", 1), (f"check --content {SMALL} --format summary", 0)),
        *at_night((f"fix --content {SMALL}", 0), ("không-có-lệnh-này", 2), ("--help", 0)),
    ]
    return dict(found)


def as_json(folder: Path) -> str:
    return f"{next(iter(calls(folder)))} --format json"


@pytest.mark.parametrize("name", STREAMS)
def test_the_exit_code_is_true_and_nothing_is_thrown(name: str, tmp_path: Path) -> None:
    """By day the long output meets each of the streams, and every second one also one of the two short ones in turn."""
    variables, line = STREAMS[name]
    given, turn = list(calls(tmp_path).items()), list(STREAMS).index(name)
    short = [given[1 + turn // 2 % 2]] if turn % 2 == 0 else []
    for call, code in given if "TTHC_ALL" in os.environ else (given[0], *short):
        done = shell(line.format(f"{TTHC} {call}"), tmp_path, **variables)
        assert b"Traceback" not in done.stderr + done.stdout and b"Exception ignored" not in done.stderr, call
        assert done.returncode == code, (call, done.stderr)


@pytest.mark.parametrize("name", HELPED)
def test_the_help_of_every_command(name: str, tmp_path: Path) -> None:
    """By day each command meets one of the streams, at night each of them."""
    variables, line = STREAMS[name]
    assert len(COMMANDS) > 15
    chosen = COMMANDS if "TTHC_ALL" in os.environ else COMMANDS[HELPED.index(name) :: len(HELPED)]
    done = shell(
        "\n".join(f"( {line.format(f'{TTHC} {command} --help')} ) || echo {command} >&2" for command in chosen),
        tmp_path,
        **variables,
    )
    assert done.stderr == b""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full")
def test_a_full_disk_is_told_and_never_looks_like_success(tmp_path: Path) -> None:
    done = shell(f"{TTHC} explain TT-014 > /dev/full", tmp_path)
    assert (
        done.returncode == 2
        and "không ghi được hết kết quả" in done.stderr.decode()
        and b"Traceback" not in done.stderr
    )
    [(call, _), *_] = calls(tmp_path).items()
    assert shell(f"{TTHC} {call} > /dev/full", tmp_path).returncode == 1
    assert shell(f"{TTHC} {call} > /dev/full 2>&1", tmp_path).returncode == 1
    assert shell(f"{TTHC} explain TT-014 > /dev/full 2> /dev/full", tmp_path).returncode == 2


@pytest.mark.parametrize("variables", [{"PYTHONIOENCODING": "ascii"}, {"PYTHONIOENCODING": "cp1252"}, ASCII, {}])
def test_json_stays_json(variables: dict[str, str], tmp_path: Path) -> None:
    call = as_json(tmp_path)
    found = json.loads(
        shell(f"{TTHC} {call}", tmp_path, **variables).stdout.decode(variables.get("PYTHONIOENCODING", "utf-8"))
    )
    assert any("Ý bạn là “loai”?" in problem["hint"] for problem in found)


def test_what_is_written_to_a_file_is_utf_8_whatever_the_system_speaks(tmp_path: Path) -> None:
    assert "TT-024 – Mã sai dạng" in shell(f"{TTHC} explain TT-024", tmp_path, **ASCII).stdout.decode()


def unread(pipe: int) -> int:
    """Bytes that wait in a pipe."""
    count = array.array("i", [0])
    fcntl.ioctl(pipe, termios.FIONREAD, count)
    return count[0]


def test_a_full_pipe_that_does_not_block_is_waited_for(tmp_path: Path) -> None:
    """Programs that start others (Node, some CI runners) hand over such pipes."""
    call = as_json(tmp_path)
    environment = os.environ | {"PYTHONPATH": str(PROJECT)}
    read, write = os.pipe()
    os.set_blocking(write, False)
    words = [sys.executable, "-m", "generator", *call.split()]
    process = subprocess.Popen(words, stdout=write, stderr=subprocess.PIPE, env=environment, cwd=PROJECT)
    os.close(write)
    with open(read, "rb") as pipe:
        while process.poll() is None and unread(read) < 65_536:  # read nothing until the pipe is full
            time.sleep(0.02)
        data = pipe.read()
    assert process.communicate(timeout=300)[1] == b"" and process.returncode == 1
    assert len(data) > 65_536 and len(json.loads(data)) > 200


def test_a_file_opened_later_does_not_become_standard_output(tmp_path: Path) -> None:
    """With descriptor 1 closed the next file would get its number, and every child's output would end up in that
    file."""
    code = (
        "from generator.io import streams; streams.prepare(); import os\n"
        "file = open('x.txt', 'w'); os.system('echo from a child'); print('from us', flush=True)\n"
    )
    (tmp_path / "run.py").write_text(code, "utf-8")
    assert shell(f"{sys.executable} run.py >&-", tmp_path).returncode == 0
    assert (tmp_path / "x.txt").read_text("utf-8") == ""
