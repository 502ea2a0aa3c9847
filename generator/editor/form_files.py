"""Forms to download: an officer copies the file into content/forms/ and names it; its hash is computed here."""

from __future__ import annotations

import posixpath
from contextlib import suppress
from pathlib import Path

from generator.io.regular_file import sha256_of
from generator.loading.stored_files import stored_forms
from generator.plain_data import Fields
from generator.schema.portable_names import composed

FORMS, FILE, HASH = "bieu_mau", "tep", "sha256"


def fill_hashes(content: Path, data: object, before: object) -> None:
    """Give each form in `data` that names a stored file and no hash, or the hash of another file that it named
    `before`, the hash of its file."""
    rows, earlier = _forms(data), {row.get(HASH): row[FILE] for row in _forms(before)}
    wanted = [row for row in rows if not row.get(HASH) or earlier.get(row[HASH], row[FILE]) != row[FILE]]
    if not wanted:
        return
    stored = stored_forms(content)
    for row in wanted:
        file = stored.get(posixpath.normpath(composed(row[FILE])))
        if file is not None:
            with suppress(OSError):  # the check says that it cannot be read
                row[HASH] = sha256_of(file)


def _forms(data: object) -> list[Fields]:
    rows = data.get(FORMS) if isinstance(data, dict) else None
    return [row for row in rows if isinstance(row, dict) and row.get(FILE)] if isinstance(rows, list) else []
