"""Shared by several commands: options for the content folder and the effective date, loading and checking with
progress."""

from __future__ import annotations

import argparse
import datetime as dt
import os
import sys
from collections.abc import Callable, Collection, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from generator.schema.dates import iso_day

if TYPE_CHECKING:
    from generator.build.content import Content
    from generator.loading.store import Store
    from generator.problem import Problem

Item = TypeVar("Item")


def add_folder(parser: argparse.ArgumentParser) -> None:
    """The --content option."""
    help = "thư mục nội dung (mặc định: content)"
    parser.add_argument("--content", type=folder_of, default=Path("content"), metavar="THƯ_MỤC", help=help)


def folder_of(text: str) -> Path:
    """A folder option; `.` and `..` are resolved, because messages begin with the folder's name."""
    folder = Path(text)
    return folder if folder.name not in ("", "..") else Path(os.path.abspath(folder))


def add_content(parser: argparse.ArgumentParser) -> None:
    """The --content and --as-of options."""
    add_folder(parser)
    parser.add_argument(
        "--as-of",
        type=parse_day,
        default=None,
        metavar="NĂM-THÁNG-NGÀY",
        help="ngày mà nội dung được tính đến (mặc định: as_of trong site.yml)",
    )


def report_missing_folder(folder: Path) -> bool:
    """True, after printing a message, when `folder` is not a folder."""
    from generator.io import staging, transaction

    staging.recover(folder)  # an interrupted build may have left the site under another name
    transaction.recover(folder)
    if folder.is_dir():
        return False
    print(f"tthc: không có thư mục “{folder}”.", file=sys.stderr)
    return True


def below(content: Path, file: Path) -> str | None:
    """The posix path of `file` relative to `content`, None when it is no file in there."""
    try:
        return file.resolve().relative_to(content.resolve()).as_posix() if file.is_file() else None
    except (OSError, ValueError):
        return None


def all_below(content: Path, files: Sequence[Path]) -> list[str] | None:
    """`below` for several files; None, after printing a message, if one of them is no file there."""
    paths = [below(content, file) for file in files]
    if None in paths:
        print(f"tthc: không có tệp “{files[paths.index(None)]}” trong thư mục “{content}”.", file=sys.stderr)
        return None
    return [path for path in paths if path is not None]


def read_content(content: Path) -> Store:
    """Read all of `content`, with a progress bar on the terminal."""
    from generator.build.progress import progress
    from generator.loading.folder import read_folder

    with progress("Đang đọc") as on_progress:
        return read_folder(content, on_progress)


def warn_of_unread(store: Store, command: str, source: str, what: str) -> None:
    """Say that files of `source` could not be read: their records would look as if they were gone. what: the result
    that is therefore not whole, in Vietnamese."""
    from generator.problem import ERROR

    faults = [problem for problem in store.problems if problem.severity == ERROR]
    if faults:
        print(
            f"tthc {command}: “{source}” có {len(faults)} lỗi khi đọc (đầu tiên: {faults[0].path}:{faults[0].line}); "
            f"phần không đọc được coi như không có, nên {what} có thể thừa, thiếu. Chạy tthc check để xem lỗi.",
            file=sys.stderr,
        )


def read_checked(content: Path, as_of: dt.date | None) -> Content:
    """Read all of `content`, changed files only where there is a cache, with a progress bar; its `check()` returns the
    findings. Of procedures only the summaries are in its store."""
    from generator.build.pool import parallel_map
    from generator.build.progress import progress
    from generator.build.reading import cache_beside, read_content

    with progress("Đang đọc, kiểm tra") as on_progress:

        def share(work: Callable[[list[Any]], Any], files: Sequence[Any], size: int) -> list[Any]:
            return parallel_map(work, files, on_progress, size)

        return read_content(content, as_of, cache_beside(content), share)


def check_content(store: Store, day: dt.date, others: Sequence[dt.date] = ()) -> list[Problem]:
    """Run all checks in parallel, with a progress bar; returns the findings. others: further days the site
    publishes."""
    from generator.build.pool import parallel_map
    from generator.build.progress import progress
    from generator.checks._engine.runner import check

    with progress("Đang kiểm tra") as on_progress:
        return check(store, day, lambda work, entries: parallel_map(work, entries, on_progress), others)


def published(store: Store, as_of: dt.date | None) -> tuple[dt.date, list[dt.date]]:
    """The day of the root and the days of the other editions, for `check_content`; only `as_of`, if there is
    one."""
    first, *others = store.days(as_of)
    return first, others


def with_progress(items: Collection[Item], label: str) -> Iterator[Item]:
    """Iterate over `items` with a progress bar."""
    from generator.build.progress import progress

    with progress(label) as on_progress:
        for at, item in enumerate(items):
            on_progress(at, len(items))
            yield item


def parse_day(text: str) -> dt.date:
    """A date option; argparse reports invalid dates."""
    day = iso_day(text)
    if not day:
        raise argparse.ArgumentTypeError(f"“{text}” không phải ngày dạng năm-tháng-ngày, ví dụ 2023-12-31")
    return day


def config_file() -> Path | None:
    """mkdocs.yml of the current folder; None without one: then the command's own defaults apply, never the settings of
    the project that this package was installed from."""
    return next((here for here in (Path("mkdocs.yml"), Path("mkdocs.yaml")) if here.is_file()), None)
