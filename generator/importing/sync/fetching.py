"""Gets the source's files: a folder, a file, or what a command of the unit writes. The tool itself contacts no host."""

from __future__ import annotations

import os
import shlex
import subprocess
from pathlib import Path

from generator.importing.draft_record import ImportRefused
from generator.io.causes import failure

VARIABLE = "TTHC_NHAN"
SUFFIXES = (".json", ".jsonl", ".gz", ".xlsx", ".docx", ".xls", ".doc", ".csv", ".html", ".htm", ".pdf")
TIMEOUT = 3600


def files_of(source: Path) -> list[Path]:
    """The source files in `source`, a file or a folder, sorted. Raises ImportRefused when there are none."""
    if source.is_file():
        return [source]
    if not source.is_dir():
        raise ImportRefused(f"không có tệp hay thư mục “{source}”.")
    found = sorted(file for file in source.rglob("*") if file.is_file() and file.suffix.lower() in SUFFIXES)
    if not found:
        raise ImportRefused(f"{source}: không có tệp nguồn nào ({', '.join(SUFFIXES)}).")
    return found


def run_command(command: str, folder: Path) -> None:
    """Run the unit's own command, which writes its files into `folder` ($TTHC_NHAN). Raises ImportRefused."""
    try:
        words = shlex.split(command, posix=os.name != "nt")
        done = subprocess.run(words, env={**os.environ, VARIABLE: str(folder)}, timeout=TIMEOUT, check=False)
    except (OSError, ValueError, subprocess.TimeoutExpired) as error:
        raise ImportRefused(f"lệnh lấy dữ liệu không chạy được: {failure(error)}.") from None
    if done.returncode:
        raise ImportRefused(f"lệnh lấy dữ liệu kết thúc với mã {done.returncode}. Chưa có gì thay đổi.")
