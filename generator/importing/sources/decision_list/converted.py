"""Old Word and Excel files (.doc, .xls) through LibreOffice, when it is installed on this machine."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from generator.importing.draft_record import ImportRefused

TIMEOUT = 180
_OLD = {"document": "Word kiểu cũ (.doc)", "sheet": "Excel kiểu cũ (.xls)"}
_PROGRAMS = ("soffice", "libreoffice")


def program() -> str | None:
    """The LibreOffice program of this machine, None when there is none."""
    return next((found for name in _PROGRAMS if (found := shutil.which(name))), None)


@contextmanager
def as_office(file: Path, kind: str) -> Iterator[Path]:
    """`file` as .docx (kind “document”) or .xlsx (“sheet”) in a temporary folder. Raises ImportRefused."""
    office = program()
    if office is None:
        raise ImportRefused(
            f"{file}: tệp {_OLD[kind]}, máy này không có LibreOffice để đọc. "
            "Cài LibreOffice, hoặc lưu lại thành .docx, .xlsx rồi nhập."
        )
    ending = "docx" if kind == "document" else "xlsx"
    with tempfile.TemporaryDirectory(prefix="tthc-doc-") as folder:
        home = Path(folder, "profile").as_uri()
        words = [office, f"-env:UserInstallation={home}", "--headless", "--norestore", "--convert-to", ending,
                 "--outdir", folder, str(file.resolve())]  # fmt: skip
        try:
            done = subprocess.run(words, capture_output=True, timeout=TIMEOUT, check=False)
        except (OSError, subprocess.TimeoutExpired) as error:
            raise ImportRefused(f"{file}: LibreOffice không đọc được tệp ({type(error).__name__}).") from None
        made = Path(folder, f"{file.stem}.{ending}")
        if done.returncode or not made.is_file():
            raise ImportRefused(f"{file}: LibreOffice không đọc được tệp. Lưu lại thành .{ending} rồi nhập.")
        yield made
