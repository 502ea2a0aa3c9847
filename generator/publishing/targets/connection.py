"""One connection to an SSH host, shared by every command that goes there, gone when this process goes."""

from __future__ import annotations

import os
import shlex
import subprocess
import tempfile
import time
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
        """Options that ssh and sftp share (the port's letter differs)."""
        found = [item for option in OPTIONS for item in ("-o", option)]
        if self.address.config:
            found += ["-F", str(self.address.config)]
        if self.address.port:
            found += [port_flag, str(self.address.port)]
        return [*found, "-o", f"ControlPath={self.socket}", "-o", "ControlMaster=no"]

    def open(self) -> None:
        """Connect. The master reads our pipe and ends with it, so that not even a killed publisher leaves one behind."""
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
                said = errors.read_text("utf-8", "replace").strip().splitlines()
                why = said[-1] if said else "quá lâu không trả lời"
                stranger = "Host key verification failed" in why
                hint = (
                    f"Máy chủ chưa được tin: hỏi người quản trị dấu vân tay khóa của máy, rồi nối tay một lần (ssh {self.address.host}) để ghi vào known_hosts."
                    if stranger
                    else "Xem khóa SSH, tên máy, cổng."
                )
                raise PublishError(f"Không nối được tới {self.address.host}: {why}.", hint)
            time.sleep(0.02)

    def _opened(self) -> list[str]:
        if self.opener[0] == "-s":
            return ["-s", "--", self.address.host, self.opener[1]]
        return ["--", self.address.host, *self.opener]

    def run(self, command: list[str], data: bytes | None = None) -> subprocess.CompletedProcess[bytes]:
        """Run a local command (ssh, rsync, sftp) that uses the connection."""
        if self.master is None:
            self.open()
        try:
            return subprocess.run(command, input=data or b"", capture_output=True, check=False, env=os.environ | CLEAN)
        except FileNotFoundError:
            raise PublishError(
                f"Máy này chưa có lệnh “{command[0]}”.", f"Cài gói {command[0]} rồi chạy lại.", wrong_call=True
            ) from None

    def close(self) -> None:
        """End the connection."""
        if self.master is not None:
            self.master.stdin.close()  # type: ignore[union-attr]
            try:
                self.master.wait(5)
            except subprocess.TimeoutExpired:
                self.master.kill()
                self.master.wait()
            self.master = None
        self.folder.cleanup()


def quote(*words: str) -> str:
    """Words for a remote shell."""
    return " ".join(shlex.quote(word) for word in words)
