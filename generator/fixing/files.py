"""The fixers over a content folder: which files would change and how; writing them."""

from __future__ import annotations

import contextlib
import difflib
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.fixing.run import mend
from generator.model.kinds import kind_of
from generator.reading.folder import list_files
from generator.reading.source import BAD_CHARS, MAX_BYTES
from generator.regular_file import read_regular


@dataclass(frozen=True, slots=True)
class Change:
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
        part = self.file.with_name(f".{self.file.name}.part")
        try:
            part.write_bytes(self.after.encode("utf-8"))
            part.chmod(self.file.stat().st_mode & 0o777)
            os.replace(part, self.file)
        finally:
            with contextlib.suppress(FileNotFoundError):
                part.unlink()


def changes(content: Path, told: Callable[[int, int], None] = lambda done, total: None) -> Iterator[Change]:
    """What `tthc fix` would change, in path order. Symbolic links and files that are no UTF-8 text are passed over. told: is told how many files
    were looked at, of how many."""
    files = list_files(content)
    for at, relative in enumerate(files):
        told(at, len(files))
        kind = kind_of(relative)
        file = content / relative
        if kind is None:
            continue
        try:
            before = read_regular(file, MAX_BYTES, follow=False)[0].decode("utf-8")
        except (OSError, UnicodeDecodeError):
            continue
        if BAD_CHARS.search(before):
            continue
        after, done = mend(before, kind)
        if after != before:
            yield Change(file, f"{content.name}/{relative}", before, after, tuple(done))


def _lines(text: str) -> list[str]:
    return [f"{line}\n" for line in text.replace("\r\n", "\n").split("\n")[:-1]] + (
        [last] if (last := text.replace("\r\n", "\n").split("\n")[-1]) else []
    )
