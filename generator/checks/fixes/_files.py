"""The fixers over a content folder: which files would change and how; writing them."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.checks.fixes._runner import fix
from generator.io.file import replace_file
from generator.loading.decoding import BAD_CHARS, MAX_BYTES
from generator.loading.file_names import record_kind
from generator.loading.folder import list_files
from generator.regular_file import read_regular


@dataclass(frozen=True, slots=True)
class FileFix:
    """A file that would change: shown is the path in messages, done says what is mended."""

    file: Path
    shown: str
    before: str
    after: str
    done: tuple[str, ...]

    def diff(self) -> str:
        """A unified diff with three lines of context."""
        return "".join(difflib.unified_diff(_lines(self.before), _lines(self.after), self.shown, self.shown))

    def write(self) -> None:
        """Replace the file in one go: a reader sees the old text or the new one, never a half."""
        replace_file(self.file, self.after.encode("utf-8"))


class Unfit(ValueError):
    """A file that cannot be mended; the message says why."""


def planned_fixes(
    content: Path,
    told: Callable[[int, int], None] = lambda done, total: None,
    only: Sequence[str] | None = None,
) -> Iterator[FileFix]:
    """What `tthc fix` would change, in path order: in the files `only` (paths below `content`), in all when it is None. Of all files those
    that cannot be mended (links, no UTF-8 text, too large) are passed over; one of `only` raises Unfit. told: is told how many files were
    looked at, of how many."""
    files = list_files(content) if only is None else sorted(set(only))
    for at, relative in enumerate(files):
        told(at, len(files))
        try:
            change = _change(content, relative)
        except Unfit:
            if only is None:
                continue
            raise
        if change:
            yield change


def _change(content: Path, relative: str) -> FileFix | None:
    """What would change in one file. Raises Unfit."""
    kind, file, shown = record_kind(relative), content / relative, f"{content.name}/{relative}"
    if kind is None:
        raise Unfit(f"“{shown}” không phải tệp nội dung mà tthc đọc")
    if file.is_symlink() or not file.is_file():
        raise Unfit(f"“{shown}” không phải tệp thường")
    try:
        if file.stat().st_size > MAX_BYTES:
            raise Unfit(f"“{shown}” lớn quá {MAX_BYTES // 1_000_000} MB")
        before = read_regular(file, MAX_BYTES, follow=False)[0].decode("utf-8")
    except OSError as error:
        raise Unfit(f"không đọc được “{shown}”: {error.strerror}") from None
    except UnicodeDecodeError:
        raise Unfit(f"“{shown}” không phải văn bản UTF-8; lưu lại bằng mã UTF-8 rồi chạy lại") from None
    if BAD_CHARS.search(before):
        raise Unfit(f"“{shown}” có ký tự điều khiển; xem chỗ sai bằng tthc check")
    after, done = fix(before, kind)
    return FileFix(file, shown, before, after, tuple(done)) if after != before else None


def _lines(text: str) -> list[str]:
    return [f"{line}\n" for line in text.replace("\r\n", "\n").split("\n")[:-1]] + (
        [last] if (last := text.replace("\r\n", "\n").split("\n")[-1]) else []
    )
