"""Put a finished folder in the place of an old one. Readers of the old one never see a half-built site."""

from __future__ import annotations

import os
import shutil
from pathlib import Path


def staging_for(out: Path) -> Path:
    """A fresh folder beside `out`, on the same file system, with a name of this process's own."""
    out.parent.mkdir(parents=True, exist_ok=True)
    staging = out.parent / f"{out.name}.part-{os.getpid()}"
    shutil.rmtree(staging, ignore_errors=True)
    staging.mkdir()
    return staging


def put_in_place(staging: Path, out: Path) -> None:
    """Rename `staging` to `out`; what was there goes away afterwards. If the second rename fails the old one returns."""
    old = out.parent / f"{out.name}.old-{os.getpid()}"
    shutil.rmtree(old, ignore_errors=True)
    if out.exists():
        out.rename(old)
    try:
        staging.rename(out)
    except OSError:
        if old.exists():
            old.rename(out)
        raise
    shutil.rmtree(old, ignore_errors=True)
