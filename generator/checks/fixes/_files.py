"""Runs the fixers over a content folder: plans the changes of each file and writes them."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.checks.fixes._runner import fix
from generator.io.causes import cause_of
from generator.io.regular_file import read_regular
from generator.limits import MAX_FILE
from generator.loading.decoding import BAD_CHARS
from generator.loading.file_names import record_kind
from generator.loading.folder import list_files
from generator.progress import ProgressCallback, no_progress


@dataclass(frozen=True, slots=True)
class FileFix:
    """A planned change of one file. display_path: the path in messages; descriptions: what was corrected."""

    file: Path
    display_path: str
    old_text: str
    new_text: str
    descriptions: tuple[str, ...]

    def stale(self) -> bool:
        """True if somebody changed the file since the fix was planned."""
        try:
            return read_regular(self.file, MAX_FILE, follow=False)[0] != self.old_text.encode("utf-8")
        except OSError:
            return True

    def diff(self) -> str:
        """A unified diff with three lines of context."""
        return "".join(
            difflib.unified_diff(_lines(self.old_text), _lines(self.new_text), self.display_path, self.display_path)
        )


class Unfit(ValueError):
    """A file that cannot be corrected; the message says why."""


def planned_fixes(
    content: Path,
    on_progress: ProgressCallback = no_progress,
    only: Sequence[str] | None = None,
) -> Iterator[FileFix]:
    """Yields what `tthc fix` would change, in path order. only: paths relative to `content`, None for all files. A file
    that cannot be corrected (symbolic link, not UTF-8, too large) is skipped, but raises Unfit if listed in `only`."""
    files = list_files(content) if only is None else sorted(set(only))
    for at, relative in enumerate(files):
        on_progress(at, len(files))
        try:
            change = _change(content, relative)
        except Unfit:
            if only is None:
                continue
            raise
        if change:
            yield change


def _change(content: Path, relative: str) -> FileFix | None:
    """The planned change of one file, None if there is nothing to correct. Raises Unfit."""
    kind, file, display_path = record_kind(relative), content / relative, f"{content.name}/{relative}"
    if kind is None:
        raise Unfit(f"“{display_path}” không phải tệp nội dung mà tthc đọc")
    if file.is_symlink() or not file.is_file():
        raise Unfit(f"“{display_path}” không phải tệp thường")
    try:
        if file.stat().st_size > MAX_FILE:
            raise Unfit(f"“{display_path}” lớn quá {MAX_FILE // 1_000_000} MB")
        old_text = read_regular(file, MAX_FILE, follow=False)[0].decode("utf-8")
    except OSError as error:
        raise Unfit(f"không đọc được “{display_path}”: {cause_of(error)}") from None
    except UnicodeDecodeError:
        raise Unfit(f"“{display_path}” không phải văn bản UTF-8; lưu lại bằng mã UTF-8 rồi chạy lại") from None
    if BAD_CHARS.search(old_text):
        raise Unfit(f"“{display_path}” có ký tự điều khiển; xem chỗ sai bằng tthc check")
    new_text, descriptions = fix(old_text, kind)
    return FileFix(file, display_path, old_text, new_text, tuple(descriptions)) if new_text != old_text else None


def _lines(text: str) -> list[str]:
    return [f"{line}\n" for line in text.replace("\r\n", "\n").split("\n")[:-1]] + (
        [last] if (last := text.replace("\r\n", "\n").split("\n")[-1]) else []
    )
