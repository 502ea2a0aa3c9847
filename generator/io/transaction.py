"""Atomic write of several files: texts go to a temporary folder first and are moved when all were written."""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path

from generator.io.causes import cause_of
from generator.io.file import OutputRefused


def write_all(root: Path, texts: dict[Path, str]) -> None:
    """Write `texts` below `root`.

    Raises OutputRefused, with nothing changed, when a file cannot be written or a symbolic link leads out of `root`.
    """
    for folder in sorted({file.parent for file in texts}):
        _inside(root, folder)
    for file in sorted(texts):
        if os.path.islink(file):
            raise OutputRefused(_leads_out(file, root))
    created = _missing(root)
    try:
        root.mkdir(parents=True, exist_ok=True)
        temporary = Path(tempfile.mkdtemp(prefix=".nhap-tam-", dir=root))
    except OSError as error:
        raise OutputRefused(f"{root}: không ghi được: {cause_of(error)}.") from None
    mask = os.umask(0o022)
    try:
        parts: dict[Path, str] = {}
        for number, (file, text) in enumerate(sorted(texts.items())):
            part = os.path.join(temporary, str(number))
            _write(part, text.encode("utf-8"))
            parts[file] = part
        _move(parts, root)
    except OSError as error:
        raise OutputRefused(f"{root}: không ghi được: {cause_of(error)}. Chưa có gì thay đổi.") from None
    finally:
        os.umask(mask)
        shutil.rmtree(temporary, ignore_errors=True)
        if created and root.is_dir() and not any(root.iterdir()):
            shutil.rmtree(created, ignore_errors=True)


def _write(part: str, data: bytes) -> None:
    """Write a new file that everybody may read. Makes no avoidable system call, since there may be thousands of
    files."""
    descriptor = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o644)
    try:
        while data:
            data = data[os.write(descriptor, data) :]
    finally:
        os.close(descriptor)


def _move(parts: dict[Path, str], root: Path) -> None:
    """Move each part to its destination; when a move fails, the previous ones are rolled back."""
    moved: list[tuple[Path, str]] = []
    try:
        there: dict[Path, set[str]] = {}  # the names in each folder
        for folder in {file.parent for file in parts}:
            folder.mkdir(parents=True, exist_ok=True)
            there[folder] = set(os.listdir(folder))
        for file, part in parts.items():
            backup = f"{part}.truoc" if file.name in there[file.parent] else ""
            if backup:
                shutil.copy2(file, backup)
            os.replace(part, file)
            moved.append((file, backup))
    except OSError:
        for file, backup in reversed(moved):
            if backup:
                os.replace(backup, file)
            else:
                file.unlink()
        for folder in sorted(
            {parent for file in parts for parent in file.parents if root in parent.parents}, reverse=True
        ):
            if folder.is_dir() and not any(folder.iterdir()):
                folder.rmdir()
        raise


def _inside(root: Path, folder: Path) -> None:
    """Raise OutputRefused when `folder` resolves to a place outside `root`."""
    if not folder.resolve().is_relative_to(root.resolve()):
        raise OutputRefused(_leads_out(folder, root))


def _leads_out(place: Path, root: Path) -> str:
    return f"{place}: liên kết tượng trưng dẫn ra ngoài {root}. Chép hẳn thư mục, tệp vào đó rồi chạy lại."


def _missing(folder: Path) -> Path | None:
    """The topmost missing ancestor of `folder` (or itself), or None when it exists."""
    top = None
    while not folder.exists():
        top, folder = folder, folder.parent
    return top
