"""JSON, a list in JSON, or JSON lines, plain or gzip, to a stream of objects. Sizes are limited while unpacking."""

from __future__ import annotations

import gzip
import json
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from generator.importing.imported import ImportRefused

MAX_BYTES = 600_000_000  # unpacked; the largest real file at hand unpacks to 30 MB
MAX_RATIO = 200  # JSON text packs about 10 times; a bomb 1,000 times
GZIP = b"\x1f\x8b"


def rows(file: Path) -> Iterator[tuple[str, Any]]:
    """Yield (place in Vietnamese, object). Raises ImportRefused for anything that is not whole, readable JSON."""
    raw = unpack(file)
    if raw[:3] == b"\xef\xbb\xbf":
        raw = raw[3:]
    try:
        whole = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        raise ImportRefused(
            f"{file}: byte thứ {error.start + 1} không phải UTF-8. Lưu lại tệp với mã hóa UTF-8."
        ) from None
    if not whole.strip():
        raise ImportRefused(f"{file}: tệp trống.")
    try:
        data = json.loads(whole)
    except (json.JSONDecodeError, RecursionError) as error:
        if "\n" not in whole.strip():
            raise ImportRefused(_explain(file, 1, error)) from None
        yield from _lines(file, whole)
        return
    if isinstance(data, list):
        yield from ((f"mục {number}", item) for number, item in enumerate(data, start=1))
    else:
        yield "mục 1", data


def _lines(file: Path, whole: str) -> Iterator[tuple[str, Any]]:
    for number, text in enumerate(whole.split("\n"), start=1):
        if not text.strip():
            continue
        try:
            yield f"dòng {number}", json.loads(text)
        except (json.JSONDecodeError, RecursionError) as error:
            raise ImportRefused(_explain(file, number, error)) from None


def _explain(file: Path, line: int, error: Exception) -> str:
    if isinstance(error, RecursionError):
        return f"{file}:{line}: JSON lồng quá sâu. Tải lại tệp từ nguồn."
    column, line = getattr(error, "colno", 1), line + getattr(error, "lineno", 1) - 1
    return f"{file}:{line}:{column}: JSON viết sai hoặc bị cắt ngang. Tải lại tệp từ nguồn."


def unpack(file: Path) -> bytes:
    """The bytes of `file`, unpacked when it is gzip. Raises ImportRefused when unreadable, cut short or a zip bomb."""
    try:
        size = file.stat().st_size
        if not file.is_file():
            raise ImportRefused(f"{file}: không phải một tệp.")
        if size > MAX_BYTES:
            raise ImportRefused(
                f"{file}: tệp quá lớn ({size:,} byte; tối đa {MAX_BYTES:,}). Tách thành nhiều tệp.".replace(",", ".")
            )
        with file.open("rb") as stream:
            packed = stream.read(2) == GZIP
        if not packed:
            return file.read_bytes()
        limit = min(MAX_BYTES, max(size * MAX_RATIO, 5_000_000))
        with gzip.open(file) as stream:
            data = stream.read(limit + 1)
    except (EOFError, zlib.error, gzip.BadGzipFile):
        raise ImportRefused(f"{file}: tệp gz bị hỏng hoặc bị cắt ngang. Tải lại tệp từ nguồn.") from None
    except OSError as error:
        raise ImportRefused(f"{file}: không đọc được: {error.strerror or error}.") from None
    if len(data) > limit:
        raise ImportRefused(
            f"{file}: tệp gz bung ra quá lớn (hơn {limit:,} byte), có thể là tệp phá hoại. Không nhập.".replace(
                ",", "."
            )
        )
    return data
