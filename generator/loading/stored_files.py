"""The files of content/forms/: what citizens download, published at /mau-don/."""

from __future__ import annotations

import os
from pathlib import Path

from generator.loading.file_names import FORMS, is_left_behind
from generator.schema.portable_names import composed

ENDINGS = ("pdf", "doc", "docx", "xls", "xlsx", "odt", "ods", "rtf")  # what no browser runs
MAX_BYTES = 10_000_000  # of one form: more is never reached on a village's line


def stored_forms(content: Path) -> dict[str, Path]:
    """The files below content/forms/, by their path in there as texts have it (macOS takes letters and marks apart). Without links, hidden
    files and what programs leave behind."""
    folder = content / FORMS.rstrip("/")
    found: dict[str, Path] = {}
    for place, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            file = Path(place, name)
            relative = file.relative_to(folder).as_posix()
            if not name.startswith(".") and not is_left_behind(name) and file.is_file() and not file.is_symlink():
                found.setdefault(composed(relative), file)
    return found


def fault(file: Path) -> str:
    """Why a form is not published, "" when it is."""
    if file.suffix.lower().lstrip(".") not in ENDINGS:
        return f"loại tệp “{file.suffix or file.name}” không đăng được (dùng {', '.join(ENDINGS)})"
    size = file.stat().st_size
    if size > MAX_BYTES:
        return f"tệp nặng {size / 1_000_000:.0f} MB (tối đa {MAX_BYTES // 1_000_000} MB) nên không đăng được"
    return "" if size else "tệp trống"
