"""Writes and links output files: atomically, and over this tool's own files alone."""

from __future__ import annotations

import json
import os
import secrets
import shutil
import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path


class OutputRefused(Exception):
    """Writing would destroy a user's folder or file; the message is one Vietnamese sentence. Exit code 2."""


PASSING = {5, 32, 33}  # Windows: access denied, in use by another program, locked
WAITS = (0.02, 0.05, 0.1, 0.2, 0.4, 0.8)  # seconds
Ours = Callable[[Path], bool]  # True if a file is an earlier output of the same command


def guard_file(file: Path, ours: Ours) -> None:
    """Raises OutputRefused if writing `file` would destroy a link, a folder, or a file that does not satisfy `ours`."""
    if file.is_symlink() and not _is_device(file):
        raise OutputRefused(f"không ghi vào “{file}”: đó là một liên kết; hãy chọn tên khác.")
    if file.is_dir():
        raise OutputRefused(f"không ghi vào “{file}”: đó là một thư mục; hãy ghi rõ tên tệp.")
    if file.is_file() and file.stat().st_size and not ours(file):
        raise OutputRefused(
            f"không ghi đè “{file}”: tệp này không do chính lệnh này ghi; hãy chọn tên khác hoặc tự xóa nó."
        )


def replace_file(file: Path, data: bytes, *, mode: int | None = None, durable: bool = False) -> None:
    """Write `data` to `file` atomically. mode: permissions, None for those of the file or of a new one; durable: on the
    disk before it gets its name, so that a power cut leaves one of the two versions. Raises OSError."""
    if _is_device(file):
        file.write_bytes(data)
        return
    part = file.with_name(f".{file.name[:80]}.{secrets.token_hex(4)}")
    try:
        with part.open("xb") as opened:
            opened.write(data)
            if durable:
                opened.flush()
                os.fsync(opened.fileno())
        if mode is not None or file.exists():
            part.chmod(file.stat().st_mode & 0o777 if mode is None else mode)
        move_over(part, file)
    except BaseException:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        raise


def move_over(part: Path | str, file: Path | str) -> None:
    """Move `part` to `file`. On Windows a virus scanner or a synchronising program has a new file open for a moment, so
    a refusal counts only when it lasts. Raises OSError."""
    for wait in WAITS:
        try:
            os.replace(part, file)
        except PermissionError as error:
            if getattr(error, "winerror", None) not in PASSING:
                raise
            time.sleep(wait)
        else:
            return
    os.replace(part, file)


def link(source: Path | str, target: Path | str) -> None:
    """Make `target` a hard link to `source`, or a copy where links are not supported. Raises OSError."""
    try:
        os.link(source, target)
    except OSError:
        shutil.copyfile(source, target)


def link_files(source: Path, target: Path, names: Iterable[str]) -> None:
    """Give the folder `target` the files `names` of `source`, as `link` does. Raises OSError."""
    folders: set[str] = set()
    for name in names:
        folder = name.rpartition("/")[0]
        if folder not in folders:
            os.makedirs(f"{target}/{folder}", exist_ok=True)
            folders.add(folder)
        link(f"{source}/{name}", f"{target}/{name}")


def with_keys(*keys: str) -> Ours:
    """A predicate for JSON files whose top-level object has all these keys."""

    def ours(file: Path) -> bool:
        try:
            data = json.loads(file.read_bytes())
        except (OSError, ValueError, RecursionError):
            return False
        return isinstance(data, dict) and set(keys) <= data.keys()

    return ours


def _is_device(file: Path) -> bool:
    """True for special files that are written to in place: /dev/stdout, a pipe."""
    return file.exists() and not file.is_file() and not file.is_dir()
