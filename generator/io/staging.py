"""A staging directory beside the site, and the atomic swap of the finished site for the old one.

Readers see the old site, then the new one: on Linux in one step (renameat2), elsewhere in two, of which the next
command undoes the first if the process was killed between them. The next command also removes what a killed process
left:

site.giu-lai/            files in a replaced site that this tool did not write: they are never deleted
site.part-1234/          the staging directory of process 1234, held by a lock on its file .tthc-part
  new/                   the site being built; after the swap the old site
  old/                   the old site, if the swap takes two steps
  part/                  the old subfolder, if only a subfolder is swapped
  shared/                common files of several sites while they are built
"""

from __future__ import annotations

import errno
import functools
import itertools
import os
import re
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from generator.io import mark
from generator.io.guard import OutputRefused, guard, plain, refused_by_system

try:
    import fcntl
except ImportError:  # not Linux, not macOS: no locks, so leftovers stay
    fcntl = None  # type: ignore[assignment]

HELD, MAGIC, EXCHANGE = ".tthc-part", b"tthc part 1\n", b"exchange\n"
NEW, OLD, PART, SHARED, KEPT = "new", "old", "part", "shared", "giu-lai"
# the machine's trouble, not the place's: another place is no remedy
TROUBLE = {errno.ENOSPC, errno.EDQUOT, errno.EIO, errno.EMFILE, errno.ENFILE}
# after these errors two renames are used
UNABLE = {errno.ENOSYS, errno.EINVAL, errno.EOPNOTSUPP, errno.EPERM, errno.EXDEV}


class Staging:
    """The staging directory for `out`; the site is built in `folder`. inputs: folders that the command reads; part:
    swap only this subfolder of `out`.

    Raises OutputRefused if `out` must not be replaced or its place takes nothing, OSError if the disk is full. Use as a
    context manager, or call `close()` at the end: it removes what was not swapped in."""

    def __init__(self, out: Path, inputs: Iterable[Path] = (), part: str = "") -> None:
        self.inputs = tuple(inputs)
        recover(out)
        self.out = guard(out, self.inputs)
        self.target, self.aside = (self.out / part, PART) if part else (self.out, OLD)
        try:
            self.out.parent.mkdir(parents=True, exist_ok=True)
            self.directory, self.lock = _create(self.out)
        except OSError as error:
            if error.errno in TROUBLE:
                raise
            raise refused_by_system(out, error) from None
        self.committed = False
        self.folder, self.shared = self.directory / NEW, self.directory / SHARED

    def __enter__(self) -> Staging:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()

    def commit(self) -> None:
        """Mark the new site and swap it for the one at `out`. Raises OutputRefused and OSError; the old site is then
        unchanged."""
        if not mark.is_ours(self.folder):  # otherwise it contains sites, each with its mark
            mark.write(self.folder)
        with _exclusive(self.out.parent):
            guard(self.target, self.inputs)
            os.write(self.lock, EXCHANGE)
            swap(self.folder, self.target, self.directory / self.aside)

    def close(self) -> None:
        """Remove the staging directory. Foreign files of the old site are kept beside the new one, with a message."""
        if self.committed:
            return
        self.committed = True
        _clear(self.directory, self.out)
        os.close(self.lock)


def recover(out: Path) -> None:
    """Clean up after processes that were killed while they replaced `out`: restore the old site if there is none, and
    remove their staging directories. Those of running processes, and foreign folders with such a name, are not touched.
    Never raises."""
    out = plain(out)
    name = re.compile(re.escape(out.name) + r"\.part-\d+(-\d+)?")
    with suppress(OSError):
        for entry in sorted(os.listdir(out.parent)):
            if name.fullmatch(entry):
                with suppress(OSError):
                    _recover(out, out.parent / entry)


def _recover(out: Path, directory: Path) -> None:
    with suppress(OSError):
        directory.rmdir()  # empty: killed at the very beginning or end
    lock = _stale_lock(directory)
    if lock is None:
        return
    try:
        if (directory / OLD).is_dir() and not os.path.lexists(out):
            (directory / OLD).rename(out)
        _clear(directory, out)
    finally:
        os.close(lock)


def swap(new: Path, out: Path, aside: Path) -> None:
    """Move the folder `new` to `out`; the old folder is at `new` or `aside` afterwards. Raises OSError with nothing
    changed."""
    if not os.path.lexists(out):
        os.rename(new, out)  # fails if a non-empty folder was created there meanwhile
        return
    before = os.lstat(out)
    if exchange(new, out):
        if not os.path.samestat(before, os.lstat(new)):  # replaced by another process meanwhile
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
    """Atomically exchange two folders. False if the system or file system does not support it. Raises OSError."""
    import ctypes

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
def _renameat2() -> Callable[[int, bytes, int, bytes, int], int] | None:
    import ctypes  # takes 3 ms, and most commands exchange nothing

    try:
        call = ctypes.CDLL(None, use_errno=True).renameat2
    except (OSError, AttributeError, TypeError):
        return None
    call.argtypes = [ctypes.c_int, ctypes.c_char_p, ctypes.c_int, ctypes.c_char_p, ctypes.c_uint]
    return call


def _create(out: Path) -> tuple[Path, int]:
    """Create and lock a new staging directory with the site's folder in it. Returns it and the lock's descriptor."""
    for number in itertools.count():
        directory = out.parent / (f"{out.name}.part-{os.getpid()}" + (f"-{number}" if number else ""))
        try:
            directory.mkdir()
        except FileExistsError:
            continue
        with suppress(FileNotFoundError):  # another process took it for an empty leftover and removed it
            lock = os.open(directory / HELD, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o644)
            if fcntl:
                with suppress(OSError):
                    fcntl.flock(lock, fcntl.LOCK_EX)
            if os.path.lexists(directory / HELD):
                try:
                    os.write(lock, MAGIC)
                    (directory / NEW).mkdir()
                except OSError:  # a full disk: nothing is left beside the site
                    os.close(lock)
                    shutil.rmtree(directory, ignore_errors=True)
                    raise
                return directory, lock
            os.close(lock)
    raise AssertionError


def _stale_lock(directory: Path) -> int | None:
    """A lock on `directory` if it is a staging directory whose process and its children have ended; else None. Raises
    OSError."""
    held = directory / HELD
    if not fcntl or directory.is_symlink() or not directory.is_dir() or held.is_symlink() or not held.is_file():
        return None
    lock = os.open(held, os.O_RDWR)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)  # fails while it is held, and on file systems without locks
        content = held.read_bytes()
        if content.startswith(MAGIC):
            return lock
        if not content and os.listdir(directory) == [HELD]:  # killed at the very beginning
            return lock
    except OSError:
        pass
    os.close(lock)
    return None


def _clear(directory: Path, out: Path) -> None:
    """Remove a staging directory: the unfinished site, and of an old site the files that this tool wrote."""
    exchanged = EXCHANGE in (directory / HELD).read_bytes()
    for name in (OLD, PART, NEW, SHARED):
        folder = directory / name
        if not folder.is_dir():
            continue
        if name in (OLD, PART) or (exchanged and name == NEW):
            if not mark.remove(folder):
                _keep(folder, out)
        else:
            shutil.rmtree(folder, ignore_errors=True)  # unfinished: only this tool has written there
    if set(os.listdir(directory)) <= {HELD}:
        shutil.rmtree(directory, ignore_errors=True)


def _keep(folder: Path, out: Path) -> None:
    """Move the remaining files of an old site beside the new one, under a new name."""
    (folder / mark.MARK).unlink(missing_ok=True)
    number = 1
    while os.path.lexists(kept := out.with_name(f"{out.name}.{KEPT}" + (f"-{number}" if number > 1 else ""))):
        number += 1
    folder.rename(kept)
    files = [name for _, _, names in os.walk(kept) for name in names]
    print(f"tthc: {len(files)} tệp không do tthc ghi ở trong trang cũ được giữ ở “{kept}”.", file=sys.stderr)


@contextmanager
def _exclusive(folder: Path) -> Iterator[None]:
    """Serialise swaps in `folder` between processes; no lock where folders cannot be locked."""
    lock = os.open(folder, os.O_RDONLY) if fcntl else None
    try:
        if lock is not None:
            with suppress(OSError):
                fcntl.flock(lock, fcntl.LOCK_EX)
        yield
    finally:
        if lock is not None:
            os.close(lock)
