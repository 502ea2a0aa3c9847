"""All or nothing: new texts go to a temporary folder beside their places and are moved only when all are there."""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path

from generator.importing.imported import ImportRefused


def write_all(root: Path, texts: dict[Path, str]) -> None:
    """Write `texts` below `root`. Raises ImportRefused, with nothing changed, when they cannot be written."""
    made = _missing(root)
    try:
        root.mkdir(parents=True, exist_ok=True)
        temporary = Path(tempfile.mkdtemp(prefix=".nhap-tam-", dir=root))
    except OSError as error:
        raise ImportRefused(f"{root}: không ghi được: {error.strerror or error}.") from None
    try:
        parts = {}
        for number, (file, text) in enumerate(sorted(texts.items())):
            part = temporary / str(number)
            part.write_bytes(text.encode("utf-8"))
            os.chmod(part, 0o644)
            parts[file] = part
        for file, part in parts.items():
            file.parent.mkdir(parents=True, exist_ok=True)
            os.replace(part, file)
    except OSError as error:
        raise ImportRefused(f"{root}: không ghi được: {error.strerror or error}.") from None
    finally:
        shutil.rmtree(temporary, ignore_errors=True)
        if made and root.is_dir() and not any(root.iterdir()):
            shutil.rmtree(made, ignore_errors=True)


def _missing(folder: Path) -> Path | None:
    """The topmost folder that has to be made for `folder`, or None when it is there."""
    top = None
    while not folder.exists():
        top, folder = folder, folder.parent
    return top
