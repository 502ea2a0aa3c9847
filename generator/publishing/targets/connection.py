"""One connection to an SSH host, shared by every command, closed when this process ends."""

from __future__ import annotations

import os
import select
import shlex
import subprocess
import tempfile
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from generator.publishing.error import PublishError

OPTIONS = (
    "BatchMode=yes",
    "StrictHostKeyChecking=yes",
    "ConnectTimeout=15",
    "ServerAliveInterval=5",
    "ServerAliveCountMax=3",
    "ForwardAgent=no",
    "ForwardX11=no",
)
CLEAN = {"LC_ALL": "C"}
MAX_ANSWER = 100_000_000  # bytes of output of one command
MAX_SECONDS = 3600.0  # seconds for one command; rsync and ssh notice a dead connection much sooner


@dataclass(frozen=True, slots=True)
class Address:
    """host: USER@HOST or a name in the SSH configuration; port 0: the configured one; root: absolute path there."""

    host: str
    port: int
    root: str
    config: Path | None = None


class Connection:
    """`ssh` to one host. opener: what keeps the connection open there: a command, or a subsystem (-s)."""

    def __init__(self, address: Address, opener: tuple[str, ...]) -> None:
        self.address = address
        self.opener = opener
        self.folder = tempfile.TemporaryDirectory(prefix="tthc-ssh-")
        self.socket = Path(self.folder.name) / "s"
        self.master: subprocess.Popen[bytes] | None = None

    def options(self, port_flag: str = "-p") -> list[str]:
        """Options that ssh and sftp share (only the port flag differs)."""
        found = [item for option in OPTIONS for item in ("-o", option)]
        if self.address.config:
            found += ["-F", str(self.address.config)]
        if self.address.port:
            found += [port_flag, str(self.address.port)]
        return [*found, "-o", f"ControlPath={self.socket}", "-o", "ControlMaster=no"]

    def open(self) -> None:
        """Connect. The master process reads our pipe and ends with it, so that even a killed publisher leaves none."""
        errors = Path(self.folder.name) / "errors"
        options = [item.replace("ControlMaster=no", "ControlMaster=yes") for item in self.options()]
        with errors.open("wb") as stream:
            self.master = subprocess.Popen(
                ["ssh", *options, *self._opened()],
                stdin=subprocess.PIPE,
                stdout=subprocess.DEVNULL,
                stderr=stream,
                env=os.environ | CLEAN,
            )
        begun = time.monotonic()
        while not self.socket.exists():
            if self.master.poll() is not None or time.monotonic() - begun > 40:
                lines = errors.read_text("utf-8", "replace").strip().splitlines()
                why = lines[-1] if lines else "quá lâu không trả lời"
                hint = "Xem khóa SSH, tên máy, cổng."
                if "Host key verification failed" in why:
                    hint = (
                        "Máy chủ chưa được tin: hỏi người quản trị dấu vân tay khóa của máy, "
                        f"rồi nối tay một lần (ssh {self.address.host}) để ghi vào known_hosts."
                    )
                raise PublishError(f"Không nối được tới {self.address.host}: {why}.", hint)
            time.sleep(0.02)

    def _opened(self) -> list[str]:
        if self.opener[0] == "-s":
            return ["-s", "--", self.address.host, self.opener[1]]
        return ["--", self.address.host, *self.opener]

    def run(
        self,
        command: list[str],
        data: bytes | None = None,
        max_bytes: int = MAX_ANSWER,
        too_much: Callable[[], bool] = lambda: False,
    ) -> subprocess.CompletedProcess[bytes]:
        """Run a local command (ssh, rsync, sftp) over the connection. Output is buffered in files; the command is
        killed when the host sends more than `max_bytes` bytes, when `too_much` returns True, or after MAX_SECONDS.
        Raises PublishError."""
        if self.master is None:
            self.open()
        with tempfile.TemporaryFile() as stdin, tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as errors:
            stdin.write(data or b"")
            stdin.seek(0)
            try:
                process = subprocess.Popen(command, stdin=stdin, stdout=out, stderr=errors, env=os.environ | CLEAN)
            except FileNotFoundError:
                raise PublishError(
                    f"Máy này chưa có lệnh “{command[0]}”.", f"Cài gói {command[0]} rồi chạy lại.", wrong_call=True
                ) from None
            begun = time.monotonic()
            try:
                while process.poll() is None:
                    _wait(process, 1)
                    sent = os.fstat(out.fileno()).st_size + os.fstat(errors.fileno()).st_size
                    if sent > max_bytes or process.returncode is None and too_much():
                        raise PublishError(f"{self.address.host} gửi về quá nhiều dữ liệu.", "Xem lại máy chủ.")
                    if process.returncode is None and time.monotonic() - begun > MAX_SECONDS:
                        raise PublishError(f"{self.address.host} trả lời quá lâu.", "Xem lại máy chủ rồi chạy lại.")
            finally:
                if process.poll() is None:
                    process.kill()
                    process.wait()
            out.seek(0)
            errors.seek(0)
            return subprocess.CompletedProcess(command, process.returncode, out.read(), errors.read())

    def close(self) -> None:
        """Close the connection."""
        if self.master is not None:
            self.master.stdin.close()  # type: ignore[union-attr]
            try:
                self.master.wait(5)
            except subprocess.TimeoutExpired:
                self.master.kill()
                self.master.wait()
            self.master = None
        self.folder.cleanup()


class HostTarget:
    """A folder on a host that is reached over one connection. opener: see Connection."""

    def __init__(self, address: Address, opener: tuple[str, ...]) -> None:
        self.address = address
        self.label = f"{address.host}:{address.root}"
        self.connection = Connection(address, opener)

    def close(self) -> None:
        self.connection.close()


def quote(*words: str) -> str:
    """Quote words for a remote shell."""
    return " ".join(shlex.quote(word) for word in words)


def _wait(process: subprocess.Popen[bytes], seconds: float) -> None:
    """Until the process ends, at most so long. Popen.wait looks only every 50 ms, and a publication over SFTP is a
    hundred short commands."""
    try:
        descriptor = os.pidfd_open(process.pid)
    except (AttributeError, OSError):  # not on this system
        with suppress(subprocess.TimeoutExpired):
            process.wait(seconds)
        return
    try:
        ended = select.poll()
        ended.register(descriptor, select.POLLIN)
        ended.poll(seconds * 1000)
    finally:
        os.close(descriptor)
