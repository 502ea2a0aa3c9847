"""A zip with the same bytes every time: sorted names, no clock, no owner."""

from __future__ import annotations

import os
import zipfile
from collections.abc import Iterable
from pathlib import Path

EPOCH = (1980, 1, 1, 0, 0, 0)
PACKED = (".pdf", ".png", ".jpg", ".woff2", ".gz", ".zip")  # compressing these again gains nothing


def write_zip(out: Path, files: Iterable[tuple[str, bytes]]) -> None:
    """Write `files` (path inside, bytes) as `out`, all at once. Raises OSError."""
    out.parent.mkdir(parents=True, exist_ok=True)
    part = out.with_name(f"{out.name}.part-{os.getpid()}")
    try:
        with zipfile.ZipFile(part, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
            for name, data in sorted(files):
                about = zipfile.ZipInfo(name, EPOCH)
                about.compress_type = zipfile.ZIP_STORED if name.endswith(PACKED) else zipfile.ZIP_DEFLATED
                about.external_attr = 0o644 << 16
                about.create_system = 3
                archive.writestr(about, data)
        part.replace(out)
    finally:
        part.unlink(missing_ok=True)
