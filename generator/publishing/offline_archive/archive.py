"""A zip with the same bytes every time: sorted names, no clock, no owner."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable
from pathlib import Path

from generator.io.file import guard_file, replace_file

EPOCH = (1980, 1, 1, 0, 0, 0)
OURS = b"tthc"  # the comment of the archive: only such a one is overwritten
PACKED = (".pdf", ".png", ".jpg", ".woff2", ".gz", ".zip")  # compressing these again gains nothing


class ArchiveTooLarge(Exception):
    """The archive has more bytes than allowed; the message says how many."""


def write_zip(out: Path, files: Iterable[tuple[str, bytes]], most: int | None = None) -> None:
    """Write `files` (path inside, bytes) as `out`, all at once. most: bytes that it may have. Raises OSError, TooLarge, and
    OutputRefused when `out` is somebody's own file; what was at `out` is then as it was."""
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
    if most is not None and len(data) > most:
        raise ArchiveTooLarge(f"gói nặng {len(data) / 1e6:.1f} MB, quá {most / 1e6:.0f} MB")
    out.parent.mkdir(parents=True, exist_ok=True)
    replace_file(out, data)


def guard_zip(out: Path) -> None:
    """Before the work: raises OutputRefused when `out` is not to be overwritten."""
    guard_file(out, _is_ours)


def _is_ours(file: Path) -> bool:
    try:
        with zipfile.ZipFile(file) as archive:
            return archive.comment == OURS
    except (OSError, ValueError, zipfile.BadZipFile):
        return False
