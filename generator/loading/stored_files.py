"""The files of content/forms/, which citizens download; published at /mau-don/."""

from __future__ import annotations

import os
from pathlib import Path

from generator.loading.file_names import FORMS, is_left_behind
from generator.schema.portable_names import composed

ENDINGS = ("pdf", "doc", "docx", "xls", "xlsx", "odt", "ods", "rtf")  # formats that no browser executes
MAX_BYTES = 10_000_000  # per form: more does not arrive over a slow rural connection


def stored_forms(content: Path) -> dict[str, Path]:
    """The files below content/forms/, by relative path in composed Unicode (macOS decomposes it). Links, hidden files
    and files that programs leave behind are excluded."""
    folder = content / FORMS.rstrip("/")
    forms: dict[str, Path] = {}
    for place, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            file = Path(place, name)
            relative = file.relative_to(folder).as_posix()
            if not name.startswith(".") and not is_left_behind(name) and file.is_file() and not file.is_symlink():
                forms.setdefault(composed(relative), file)
    return forms


def fault(file: Path) -> str:
    """The reason why a form is not published, "" if it is."""
    if file.suffix.lower().lstrip(".") not in ENDINGS:
        return f"loại tệp “{file.suffix or file.name}” không đăng được (dùng {', '.join(ENDINGS)})"
    size = file.stat().st_size
    if size > MAX_BYTES:
        return f"tệp nặng {size / 1_000_000:.0f} MB (tối đa {MAX_BYTES // 1_000_000} MB) nên không đăng được"
    return "" if size else "tệp trống"
