"""Reproducible zip archives: sorted names, no clock, no owner."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable
from pathlib import Path

from generator.io.file import guard_file, replace_file

EPOCH = (1980, 1, 1, 0, 0, 0)
OURS = b"tthc"  # the archive comment: only archives that have it are overwritten
PACKED = (".pdf", ".png", ".jpg", ".woff2", ".gz", ".zip")  # already compressed


class ArchiveTooLarge(Exception):
    """The archive exceeds the size limit; the message says by how much."""


def write_zip(out: Path, files: Iterable[tuple[str, bytes]], max_bytes: int | None = None) -> None:
    """Write `files` (path inside, bytes) to `out` atomically. max_bytes: size limit in bytes. Raises OSError,
    ArchiveTooLarge, and OutputRefused when `out` is a file not written by us; an existing `out` is then unchanged."""
    guard_zip(out)
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        archive.comment = OURS
        for name, data in sorted(files):
            about = zipfile.ZipInfo(name, EPOCH)
            about.compress_type = zipfile.ZIP_STORED if name.endswith(PACKED) else zipfile.ZIP_DEFLATED
            about.external_attr = 0o644 << 16
            about.create_system = 3
            archive.writestr(about, data)
    data = made.getvalue()
    if max_bytes is not None and len(data) > max_bytes:
        raise ArchiveTooLarge(f"gói nặng {len(data) / 1e6:.1f} MB, quá {max_bytes / 1e6:.0f} MB")
    out.parent.mkdir(parents=True, exist_ok=True)
    replace_file(out, data)


def guard_zip(out: Path) -> None:
    """Check before the work starts: raises OutputRefused when `out` must not be overwritten."""
    guard_file(out, _is_ours)


def _is_ours(file: Path) -> bool:
    try:
        with zipfile.ZipFile(file) as archive:
            return archive.comment == OURS
    except (OSError, ValueError, zipfile.BadZipFile):
        return False
