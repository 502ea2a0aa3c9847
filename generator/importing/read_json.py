"""Reads JSON, a JSON list or JSON lines, plain or gzip, as a stream of objects, in bounded memory.

Input that parsers interpret differently (RFC 7493: duplicate names, lone surrogates, numbers out of range) is refused
with its location, because reading it would silently drop or change data.
"""

from __future__ import annotations

import codecs
import gzip
import io
import json
import math
import zlib
from collections.abc import Iterator
from pathlib import Path

from generator.importing.draft_record import ImportRefused
from generator.importing.input_file import GZIP, HEAD, guard_conflict, kind_of, open_regular
from generator.io.causes import cause_of
from generator.plain_data import Fields, Unchecked

MAX_BYTES = 200_000_000  # uncompressed; the largest known real file has 21 MB
MAX_RATIO = 200  # JSON compresses about 10:1, a zip bomb 1,000:1
MAX_WHOLE = 100_000_000  # bytes of one JSON text; JSON lines are read line by line
MAX_VALUES = 3_000_000  # of one JSON text, estimated from commas and brackets; a real file has 200,000
MAX_RECORDS = 100_000  # the whole national catalogue has 6,000
MAX_DEPTH = 50
MAX_DIGITS = 40
_SPLIT = "Tách thành nhiều tệp, hoặc xuất dạng mỗi dòng một mục (JSON lines)"
_TOO_DEEP = f"JSON lồng quá sâu (hơn {MAX_DEPTH} tầng)"


class _Fault:
    """Placeholder in the parsed data for a value that must be refused; reason: a Vietnamese phrase."""

    def __init__(self, reason: str) -> None:
        self.reason = reason


def read_objects(file: Path) -> Iterator[tuple[str, Unchecked]]:
    """Yield (location in Vietnamese, object). Raises ImportRefused unless the file is complete, valid JSON."""
    raw = _as_utf8(decompress(file))
    _guard_kind(file, raw)
    first, _, rest = raw.lstrip().partition(b"\n")
    if rest.strip() and _is_whole(first):
        del first, rest
        yield from _lines(file, raw)
        return
    if len(raw) > MAX_WHOLE:
        raise ImportRefused(f"{file}: tệp JSON liền một khối quá lớn (hơn {_count(MAX_WHOLE)} byte). {_SPLIT}.")
    data = _read(file, 1, raw)
    items = data if isinstance(data, list) else [data]
    if len(items) > MAX_RECORDS:
        raise ImportRefused(_too_many(file))
    for number, item in enumerate(items, start=1):
        yield f"mục {number}", _checked(file, f"mục {number}", item)


def _as_utf8(raw: bytes) -> bytes:
    """`raw` in UTF-8 without a mark, if it is JSON in UTF-16 or UTF-32, as PowerShell's `>` and Notepad's “Unicode”
    write it; unchanged if it cannot be decoded."""
    encoding = json.detect_encoding(raw[:4])
    if encoding in ("utf-8", "utf-8-sig"):
        return raw.removeprefix(codecs.BOM_UTF8)
    try:
        return raw.decode(encoding).encode()
    except UnicodeDecodeError:
        return raw


def _lines(file: Path, raw: bytes) -> Iterator[tuple[str, Unchecked]]:
    """One record per line; only one line at a time is decoded and parsed."""
    if raw.count(b"\n") > 2 * MAX_RECORDS:
        raise ImportRefused(_too_many(file))
    for number, line in enumerate(io.BytesIO(raw), start=1):
        if line.strip():
            yield f"dòng {number}", _checked(file, f"dòng {number}", _read(file, number, line.rstrip()))


def _is_whole(line: bytes) -> bool:
    """True if the first line of a file is a complete JSON value, which means JSON lines."""
    try:
        _parse(line.decode("utf-8"))
    except (ValueError, RecursionError):
        return False
    return True


def _read(file: Path, number: int, raw: bytes) -> Unchecked:
    """Parse one JSON text that starts at line `number`."""
    if sum(raw.count(mark) for mark in (b",", b"[", b"{")) > MAX_VALUES:
        raise ImportRefused(f"{file}: quá nhiều giá trị trong một khối (hơn {_count(MAX_VALUES)}). {_SPLIT}.")
    try:
        return _parse(raw.decode("utf-8"))
    except UnicodeDecodeError as error:
        line = number + raw.count(b"\n", 0, error.start)
        raise ImportRefused(
            f"{file}:{line}: byte thứ {error.start + 1} không phải UTF-8. Lưu lại tệp với mã hóa UTF-8."
        ) from None
    except (ValueError, RecursionError) as error:
        guard_conflict(file, raw.decode("utf-8"), number)
        raise ImportRefused(_explain(file, number, error)) from None


def _parse(text: str) -> Unchecked:
    return json.loads(text, object_pairs_hook=_object, parse_int=_whole, parse_constant=_constant)


def _object(pairs: list[tuple[str, Unchecked]]) -> Fields:
    result = dict(pairs)
    if len(result) < len(pairs):
        seen: set[str] = set()
        for key, _ in pairs:
            if key in seen:
                result[key] = _Fault("khóa này có hai lần trong một mục, không rõ lấy lần nào")
            seen.add(key)
    return result


def _whole(digits: str) -> int | _Fault:
    # int() raises ValueError for more than 4,300 digits.
    return int(digits) if len(digits) <= MAX_DIGITS else _Fault(f"con số có {len(digits.lstrip('-'))} chữ số")


def _constant(name: str) -> _Fault:
    return _Fault(f"{name} không phải con số")


def _checked(file: Path, location: str, item: object) -> Unchecked:
    """Return `item` if all its values and names are interoperable JSON. Raises ImportRefused with the location."""
    pending: list[tuple[Unchecked, str, int]] = [(item, "", 1)]
    while pending:
        value, path, depth = pending.pop()
        reason = _refusal_reason(value) if depth <= MAX_DEPTH else _TOO_DEEP
        if isinstance(value, dict) and not reason:
            bad_key = next((key for key in value if _has_half_pair(key)), None)
            reason = "tên khóa có ký tự hỏng" if bad_key is not None else ""
            pending += [(inner, f"{path}.{key}" if path else key, depth + 1) for key, inner in value.items()]
        elif isinstance(value, list) and not reason:
            pending += [(inner, f"{path}[{number}]", depth + 1) for number, inner in enumerate(value, start=1)]
        if reason:
            place = f", {_short_path(path)}" if path else ""
            raise ImportRefused(f"{file}: {location}{place}: {reason}. Sửa chỗ này, hoặc tải lại tệp từ nguồn.")
    return item


def _refusal_reason(value: object) -> str:
    if isinstance(value, _Fault):
        return value.reason
    if isinstance(value, float) and not math.isfinite(value):
        return "con số quá lớn"
    return "có ký tự hỏng (nửa một cặp surrogate)" if isinstance(value, str) and _has_half_pair(value) else ""


def _has_half_pair(text: str) -> bool:
    if text.isascii():
        return False
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return True
    return False


def _short_path(path: str) -> str:
    short = path if len(path) <= 120 else f"{path[:60]}…{path[-50:]}"
    return short.encode("utf-8", "replace").decode("utf-8")


def _guard_kind(file: Path, raw: bytes) -> None:
    if not raw.strip():
        raise ImportRefused(f"{file}: tệp trống.")
    what, way = kind_of(raw[:HEAD])
    if raw[:1] not in b"{[" and what not in ("", "tệp chữ", "tệp JSON"):
        raise ImportRefused(f"{file}: đây là {what}, không phải JSON. {way}.")


def _count(number: int) -> str:
    return f"{number:,}".replace(",", ".")


def _too_many(file: Path) -> str:
    return f"{file}: tệp có hơn {_count(MAX_RECORDS)} bản ghi. Tách thành nhiều tệp."


def _explain(file: Path, line: int, error: Exception) -> str:
    if isinstance(error, RecursionError):
        return f"{file}:{line}: {_TOO_DEEP}. Tải lại tệp từ nguồn."
    column, line = getattr(error, "colno", 1), line + getattr(error, "lineno", 1) - 1
    return f"{file}:{line}:{column}: JSON viết sai hoặc bị cắt ngang. Tải lại tệp từ nguồn."


def decompress(file: Path) -> bytes:
    """The bytes of `file`, uncompressed if gzip. Raises ImportRefused when unreadable, truncated or a zip bomb."""
    with open_regular(file) as stream:
        try:
            packed = stream.read(2) == GZIP
            stream.seek(0)
            limit = MAX_BYTES
            if not packed:
                data = stream.read(MAX_BYTES + 1)
            else:
                size = stream.seek(0, 2)
                stream.seek(0)
                limit = min(MAX_BYTES, max(size * MAX_RATIO, 5_000_000))
                with gzip.GzipFile(fileobj=stream) as unpacked:
                    data = unpacked.read(limit + 1)
        except (EOFError, zlib.error, gzip.BadGzipFile):
            raise ImportRefused(f"{file}: tệp gz bị hỏng hoặc bị cắt ngang. Tải lại tệp từ nguồn.") from None
        except OSError as error:
            raise ImportRefused(f"{file}: không đọc được: {cause_of(error)}.") from None
    if packed and len(data) > limit:
        raise ImportRefused(
            f"{file}: tệp gz bung ra quá lớn (hơn {_count(limit)} byte), có thể là tệp phá hoại. Không nhập."
        )
    if len(data) > MAX_BYTES:
        raise ImportRefused(f"{file}: tệp quá lớn (hơn {_count(MAX_BYTES)} byte). Tách thành nhiều tệp.")
    return data
