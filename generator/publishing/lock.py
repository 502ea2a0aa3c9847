"""One publisher at a time, without trusting any clock.

Locks are numbered folders: who makes the next number holds the lock, and making a folder is one step on every host.
A holder beats by changing a small file. A lock whose holder ran on this machine and is dead, or whose beat does not
change while we watch, is taken over by making the next number; the old holder, should it still live, sees a number
above its own before it switches, and stops.
"""

from __future__ import annotations

import getpass
import json
import os
import secrets
import socket
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from types import TracebackType

from generator.publishing.error import PublishError
from generator.publishing.place import LOCKS, Place

PATIENCE = 60.0  # seconds without a beat after which a holder elsewhere counts as gone


class Lock:
    """Use as `with Lock(place) as lock:`; call lock.check() before what cannot be taken back."""

    def __init__(
        self, place: Place, patience: float = PATIENCE, say: Callable[[str], None] = lambda text: None
    ) -> None:
        self.place, self.patience, self.say = place, patience, say
        self.number = 0
        self.stop = threading.Event()
        self.beating: threading.Thread | None = None

    def __enter__(self) -> Lock:
        for _ in range(5):
            highest = self._highest()
            if highest and not self._free(highest):
                raise PublishError(
                    f"{self._holder(highest)} đang đăng lên {self.place.label}.", "Chờ người đó xong rồi chạy lại."
                )
            if self._take(highest + 1):
                self.beating = threading.Thread(target=self._beat, daemon=True)
                self.beating.start()
                return self
        raise PublishError(f"Nhiều người cùng đăng lên {self.place.label} một lúc.", "Chờ một lát rồi chạy lại.")

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop.set()
        if self.beating:
            self.beating.join(self.patience)
        with suppress(PublishError):  # the host is gone or full: the lock is taken over as that of a dead holder
            self.place.write(f"{_folder(self.number)}/xong", b"")

    def check(self) -> None:
        """Raises PublishError when another publisher has taken over."""
        if self._highest() != self.number:
            raise PublishError(
                f"{self._holder(self._highest())} đã giành quyền đăng lên {self.place.label} vì máy này im lặng quá lâu.",
                "Chạy lại lệnh.",
            )

    def _highest(self) -> int:
        return max((int(name) for name in self.place.names(LOCKS) if name.isdigit()), default=0)

    def _take(self, number: int) -> bool:
        mine = f"{LOCKS}/cho-{secrets.token_hex(8)}"
        self.place.write(f"{mine}/chu.json", json.dumps(_myself(), ensure_ascii=False).encode())
        if not self.place.rename(mine, _folder(number)):
            self.place.remove(mine)
            return False
        self.number = number
        if self._highest() != number:
            return False
        for name in self.place.names(LOCKS):
            if name != f"{number:08d}":
                self.place.remove(f"{LOCKS}/{name}")
        return True

    def _free(self, number: int) -> bool:
        if "xong" in self.place.names(_folder(number)):
            return True
        owner = self._owner(number)
        if owner.get("may") == _machine():
            return not _alive(owner)
        self.say(f"Bản khóa của {self._holder(number)} còn đó; xem người ấy còn hoạt động không …")
        seen = self.place.read(f"{_folder(number)}/nhip")
        end = time.monotonic() + self.patience
        while time.monotonic() < end:
            time.sleep(min(1.0, self.patience / 10))
            if self.place.read(f"{_folder(number)}/nhip") != seen or "xong" in self.place.names(_folder(number)):
                return "xong" in self.place.names(_folder(number))
        return True

    def _beat(self) -> None:
        count = 0
        while not self.stop.wait(self.patience / 4):
            count += 1
            try:
                self.place.write(f"{_folder(self.number)}/nhip", str(count).encode())
            except PublishError:
                continue  # a cut line: the main thread will hear of it

    def _owner(self, number: int) -> dict[str, object]:
        try:
            owner = json.loads(self.place.read(f"{_folder(number)}/chu.json") or b"{}")
        except ValueError:
            return {}
        return owner if isinstance(owner, dict) else {}

    def _holder(self, number: int) -> str:
        return str(self._owner(number).get("nguoi", "Người khác"))


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
    """This machine since it was last started, empty when it cannot be told."""
    try:
        return Path("/proc/sys/kernel/random/boot_id").read_text().strip() + os.readlink("/proc/self/ns/pid")
    except OSError:
        return ""


def _started(process: int) -> str:
    """When a process began (in the kernel's ticks), so that a number used again is not mistaken for it."""
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
