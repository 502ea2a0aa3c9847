"""One publisher at a time, without trusting any clock.

Locks are numbered folders: whoever creates the next number holds the lock; creating a folder is atomic on every host.
The holder updates a heartbeat file. A stale lock (its process ran on this machine and is dead, or no heartbeat within
LEASE_TIMEOUT) is superseded by creating the next number, which acts as a fencing token: a former holder that is still
alive sees the higher number before it activates, and stops.

A lock is free when it names no owner: releasing it renames a file and needs no disk space. When the disk is too full
for a new lock (an interrupted upload filled it), the last lock, if free, is renamed to the next number, and partial
uploads are removed before the owner is written.
"""

from __future__ import annotations

import getpass
import json
import os
import re
import secrets
import socket
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from types import TracebackType

from generator.publishing.error import PublishError
from generator.publishing.target import CURRENT, LOCKS, PARTS, RELEASES, PublishTarget
from generator.publishing.untrusted import parse_json, printable

OWNER = "chu.json"
DISK_FULL_HINT = (
    f"Nếu đĩa đầy: xóa bớt tệp khác trên máy chủ, hoặc vài bản cũ nhất trong {RELEASES} "
    f"(đừng xóa bản mà {CURRENT} dẫn tới), rồi chạy lại."
)
NUMBER = re.compile(r"[0-9]{8}")  # not \d: a host may name a folder “²”
LEASE_TIMEOUT = 60.0  # seconds without a heartbeat after which a holder on another machine counts as dead


class Lock:
    """Use as `with Lock(target) as lock:`; call lock.check() before any irreversible step."""

    def __init__(
        self, target: PublishTarget, patience: float = LEASE_TIMEOUT, notify: Callable[[str], None] = lambda text: None
    ) -> None:
        self.target, self.patience, self.notify = target, patience, notify
        self.number = 0
        self.stop = threading.Event()
        self.beating: threading.Thread | None = None

    def __enter__(self) -> Lock:
        for _ in range(5):
            highest = self._highest()
            if highest and not self._is_stale(highest):
                raise PublishError(
                    f"{self._holder(highest)} đang đăng lên {self.target.label}.", "Chờ người đó xong rồi chạy lại."
                )
            if self._acquire(highest + 1):
                self.beating = threading.Thread(target=self._beat, daemon=True)
                self.beating.start()
                return self
        raise PublishError(f"Nhiều người cùng đăng lên {self.target.label} một lúc.", "Chờ một lát rồi chạy lại.")

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop.set()
        if self.beating:
            self.beating.join(self.patience)
        self._give_back(self.number)

    def check(self) -> None:
        """Raises PublishError when another publisher has taken over."""
        if self._highest() != self.number:
            raise PublishError(
                f"{self._holder(self._highest())} đã giành quyền đăng lên {self.target.label} "
                "vì máy này im lặng quá lâu.",
                "Chạy lại lệnh.",
            )

    def _highest(self) -> int:
        return max((int(name) for name in self.target.listdir(LOCKS) if NUMBER.fullmatch(name)), default=0)

    def _acquire(self, number: int) -> bool:
        if number > 99_999_999:
            raise PublishError(f"{self.target.label}/{LOCKS} có số khóa lạ.", f"Xóa thư mục {LOCKS} rồi chạy lại.")
        mine = f"{LOCKS}/cho-{secrets.token_hex(8)}"
        try:
            self._write_owner(mine)
        except PublishError as refused:
            with suppress(PublishError):
                self.target.remove(mine)
            return self._acquire_on_full_disk(number, refused)
        if not self.target.rename(mine, _folder(number)):
            self.target.remove(mine)
            return False
        self.number = number
        return self._alone()

    def _acquire_on_full_disk(self, number: int, refused: PublishError) -> bool:
        """Nothing could be written: rename the last lock to the next number, then remove partial uploads to free
        space."""
        if number == 1 or not self.target.rename(_folder(number - 1), _folder(number)):
            raise PublishError(str(refused), DISK_FULL_HINT)
        self.number = number
        if not self._alone():
            return False
        self.notify("Máy chủ không ghi thêm được gì: dọn những bản đang gửi dở …")
        for name in self.target.listdir(PARTS):
            self.target.remove(f"{PARTS}/{name}")
        try:
            self._write_owner(_folder(number))
        except PublishError as still:
            self._give_back(number)
            raise PublishError(
                f"{still} Đã dọn {self.target.label}/{PARTS} mà vẫn không ghi được.", DISK_FULL_HINT
            ) from None
        return True

    def _give_back(self, number: int) -> None:
        """Rename the owner file; the folder must never be empty, as a folder can be renamed onto an empty one."""
        with suppress(PublishError):  # the host is gone: others will treat this lock as stale
            self.target.rename(f"{_folder(number)}/{OWNER}", f"{_folder(number)}/xong")

    def _write_owner(self, folder: str) -> None:
        self.target.write(f"{folder}/{OWNER}", json.dumps(_myself(), ensure_ascii=False).encode())

    def _alone(self) -> bool:
        """True when no higher number was created meanwhile; then also removes the older locks."""
        if self._highest() != self.number:
            return False
        for name in self.target.listdir(LOCKS):
            if name != f"{self.number:08d}":
                self.target.remove(f"{LOCKS}/{name}")
        return True

    def _is_stale(self, number: int) -> bool:
        if OWNER not in self.target.listdir(_folder(number)):
            return True
        owner = self._owner(number)
        if owner.get("may") == _machine():
            return not _alive(owner)
        self.notify(f"Bản khóa của {self._holder(number)} còn đó; xem người ấy còn hoạt động không …")
        last_beat = self.target.read(f"{_folder(number)}/nhip")
        end = time.monotonic() + self.patience
        while time.monotonic() < end:
            time.sleep(min(1.0, self.patience / 10))
            free = OWNER not in self.target.listdir(_folder(number))
            if free or self.target.read(f"{_folder(number)}/nhip") != last_beat:
                return free
        return True

    def _beat(self) -> None:
        count = 0
        while not self.stop.wait(self.patience / 4):
            count += 1
            try:
                self.target.write(f"{_folder(self.number)}/nhip", str(count).encode())
            except PublishError:
                continue  # connection lost: the main thread will notice

    def _owner(self, number: int) -> dict[str, object]:
        try:
            owner = parse_json(self.target.read(f"{_folder(number)}/{OWNER}") or b"{}")
        except ValueError:
            return {}
        return owner if isinstance(owner, dict) else {}

    def _holder(self, number: int) -> str:
        return printable(self._owner(number).get("nguoi", "Người khác"), 80)


def _folder(number: int) -> str:
    return f"{LOCKS}/{number:08d}"


def _myself() -> dict[str, object]:
    return {
        "nguoi": f"{getpass.getuser()}@{socket.gethostname()}",
        "may": _machine(),
        "tien_trinh": os.getpid(),
        "bat_dau": _started(os.getpid()),
    }


def _machine() -> str:
    """Identifies this machine since its last boot, empty when unknown."""
    try:
        return Path("/proc/sys/kernel/random/boot_id").read_text().strip() + os.readlink("/proc/self/ns/pid")
    except OSError:
        return ""


def _started(process: int) -> str:
    """Start time of a process in kernel ticks, which guards against reused process ids."""
    try:
        return Path(f"/proc/{process}/stat").read_text("utf-8", "replace").rpartition(")")[2].split()[19]
    except (OSError, IndexError):
        return ""


def _alive(owner: dict[str, object]) -> bool:
    if not owner.get("may"):
        return True
    process, began = owner.get("tien_trinh"), owner.get("bat_dau")
    if not isinstance(process, int) or _started(process) != began:
        return False
    try:
        state = Path(f"/proc/{process}/stat").read_text("utf-8", "replace").rpartition(")")[2].split()[0]
    except (OSError, IndexError):
        return False
    return state != "Z"
