"""A folder beside the site in which the next one is made, and its exchange for the old one.

Readers have the old site, then the new one: on Linux in one step (renameat2), elsewhere in two, of which the next command undoes
the first if the process was killed between them. Whatever a killed process left is cleared by the next one:

site.giu-lai/            files that this tool did not write, found in a site when it was replaced: they are never deleted
site.part-1234/          the working folder of process 1234; held by a lock on the file .tthc-part, which ends with the process
  new/                   what is being made; after the exchange the old site
  old/                   the old site, where the exchange takes two steps
  part/                  the old part, where only one is exchanged
  shared/                what several sites have in common while they are made
"""

from __future__ import annotations

import ctypes
import errno
import functools
import itertools
import os
import re
import shutil
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from generator.io import mark
from generator.io.guard import OutputRefused, guard, plain

try:
    import fcntl
except ImportError:  # not Linux, not macOS: no locks, so leftovers stay
    fcntl = None  # type: ignore[assignment]

HELD, MAGIC, EXCHANGE = ".tthc-part", b"tthc part 1\n", b"exchange\n"
NEW, OLD, PART, SHARED, KEPT = "new", "old", "part", "shared", "giu-lai"
UNABLE = {errno.ENOSYS, errno.EINVAL, errno.EOPNOTSUPP, errno.EPERM, errno.EXDEV}  # then two renames are tried


class Staging:
    """The working folder for the next `out`; `folder` is where it is made. inputs: folders that the command reads; part: only this
    folder of `out` is made and exchanged.

    Raises OutputRefused when `out` is not to be replaced, OSError when nothing can be written beside it. Use as a context, or
    call `close()` at the end: it removes what was not put in place."""

    def __init__(self, out: Path, inputs: Iterable[Path] = (), part: str = "") -> None:
        self.inputs = tuple(inputs)
        recover(out)
        self.out = guard(out, self.inputs)
        self.target, self.aside = (self.out / part, PART) if part else (self.out, OLD)
        self.out.parent.mkdir(parents=True, exist_ok=True)
        self.room, self.lock = _room(self.out)
        self.done = False
        self.folder, self.shared = self.room / NEW, self.room / SHARED
        self.folder.mkdir()

    def __enter__(self) -> Staging:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()

    def put_in_place(self) -> None:
        """Mark what was made and exchange it for what is at `out`. Raises OutputRefused and OSError; the site is then as it was."""
        if not mark.is_ours(self.folder):  # else it holds sites, each with its mark
            mark.write(self.folder)
        with _turn(self.out.parent):
            guard(self.target, self.inputs)
            os.write(self.lock, EXCHANGE)
            swap(self.folder, self.target, self.room / self.aside)

    def close(self) -> None:
        """Remove the working folder. Files of somebody's that an old site held are kept beside the new one, with a message."""
        if self.done:
            return
        self.done = True
        _clear(self.room, self.out)
        os.close(self.lock)


def recover(out: Path) -> None:
    """What the next command does for processes that were killed while they replaced `out`: put the old site back when there is
    none, and clear their working folders. Those of processes that still run, and folders of people that only have such a name, are
    left alone. Never raises."""
    out = plain(out)
    name = re.compile(re.escape(out.name) + r"\.part-\d+(-\d+)?")
    with suppress(OSError):
        for found in sorted(os.listdir(out.parent)):
            if name.fullmatch(found):
                with suppress(OSError):
                    _recover(out, out.parent / found)


def _recover(out: Path, room: Path) -> None:
    with suppress(OSError):
        room.rmdir()  # killed at the very beginning or end: there is nothing in it
    lock = _lock_of_the_dead(room)
    if lock is None:
        return
    try:
        if (room / OLD).is_dir() and not os.path.lexists(out):
            (room / OLD).rename(out)
        _clear(room, out)
    finally:
        os.close(lock)


def swap(new: Path, out: Path, aside: Path) -> None:
    """Put the folder `new` at `out`; what was there is at `new` or at `aside` afterwards. Raises OSError with all as it was."""
    if not os.path.lexists(out):
        os.rename(new, out)  # fails if somebody made such a folder meanwhile, unless it is empty
        return
    before = os.lstat(out)
    if exchange(new, out):
        if not os.path.samestat(before, os.lstat(new)):  # somebody else's, come in the last moment
            exchange(new, out)
            raise OutputRefused(f"“{out}” vừa được người khác thay; hãy chạy lại.")
        return
    os.rename(out, aside)
    try:
        os.rename(new, out)
    except OSError:
        if not os.path.lexists(out):
            os.rename(aside, out)
        raise


def exchange(one: Path, other: Path) -> bool:
    """Give two folders each other's name in one step. False where the system or the file system cannot. Raises OSError."""
    call = _renameat2()
    if call is None:
        return False
    here, both = -100, 2  # AT_FDCWD, RENAME_EXCHANGE
    if call(here, os.fsencode(one), here, os.fsencode(other), both) == 0:
        return True
    code = ctypes.get_errno()
    if code in UNABLE:
        return False
    raise OSError(code, os.strerror(code), str(other))


@functools.cache
def _renameat2():  # type: ignore[no-untyped-def]
    try:
        call = ctypes.CDLL(None, use_errno=True).renameat2
    except (OSError, AttributeError, TypeError):
        return None
    call.argtypes = [ctypes.c_int, ctypes.c_char_p, ctypes.c_int, ctypes.c_char_p, ctypes.c_uint]
    return call


def _room(out: Path) -> tuple[Path, int]:
    """A new working folder, locked."""
    for number in itertools.count():
        room = out.parent / (f"{out.name}.part-{os.getpid()}" + (f"-{number}" if number else ""))
        try:
            room.mkdir()
        except FileExistsError:
            continue
        with suppress(FileNotFoundError):  # taken for an empty leftover by another process
            lock = os.open(room / HELD, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o644)
            if fcntl:
                with suppress(OSError):
                    fcntl.flock(lock, fcntl.LOCK_EX)
            if os.path.lexists(room / HELD):
                os.write(lock, MAGIC)
                return room, lock
            os.close(lock)
    raise AssertionError


def _lock_of_the_dead(room: Path) -> int | None:
    """A lock on `room`, when it is a working folder whose process, and all that it began, is gone; else None. Raises OSError."""
    held = room / HELD
    if not fcntl or room.is_symlink() or not room.is_dir() or held.is_symlink() or not held.is_file():
        return None
    lock = os.open(held, os.O_RDWR)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)  # fails while it is held, and on file systems without locks
        begun = held.read_bytes()
        if begun.startswith(MAGIC) or (
            not begun and os.listdir(room) == [HELD]
        ):  # the latter: killed at the very beginning
            return lock
    except OSError:
        pass
    os.close(lock)
    return None


def _clear(room: Path, out: Path) -> None:
    """Remove a working folder: what this tool was making, and of an old site what this tool wrote."""
    exchanged = EXCHANGE in (room / HELD).read_bytes()
    for name in (OLD, PART, NEW, SHARED):
        folder = room / name
        if not folder.is_dir():
            continue
        if name in (OLD, PART) or (exchanged and name == NEW):
            if not mark.remove(folder):
                _keep(folder, out)
        else:
            shutil.rmtree(folder, ignore_errors=True)  # not finished: nobody but this tool has written there
    if set(os.listdir(room)) <= {HELD}:
        shutil.rmtree(room, ignore_errors=True)


def _keep(folder: Path, out: Path) -> None:
    """Put what is left of an old site beside the new one, under a name of its own."""
    (folder / mark.MARK).unlink(missing_ok=True)
    number = 1
    while os.path.lexists(kept := out.with_name(f"{out.name}.{KEPT}" + (f"-{number}" if number > 1 else ""))):
        number += 1
    folder.rename(kept)
    files = [name for _, _, names in os.walk(kept) for name in names]
    print(f"tthc: {len(files)} tệp không do tthc ghi ở trong trang cũ được giữ ở “{kept}”.", file=sys.stderr)


@contextmanager
def _turn(folder: Path) -> Iterator[None]:
    """One process at a time exchanges sites in `folder`; where folders cannot be locked, each goes on."""
    lock = os.open(folder, os.O_RDONLY) if fcntl else None
    try:
        if lock is not None:
            with suppress(OSError):
                fcntl.flock(lock, fcntl.LOCK_EX)
        yield
    finally:
        if lock is not None:
            os.close(lock)
