"""`tthc diff A B`: what changes for citizens between two states of the content."""

from __future__ import annotations

import argparse
import re
import sys
import tarfile
import tempfile
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from generator.commands._shared.content import add_folder, warn_of_unread
from generator.schema.dates import iso_day

if TYPE_CHECKING:
    from generator.loading.diff.snapshot import Snapshot
    from generator.loading.store import Store

NAME = "diff"
HELP = "cho biết điều gì thay đổi đối với người dân giữa hai ngày, hai bản"
DAY = re.compile(r"\d{4}-\d\d-\d\d")


def arguments(parser: argparse.ArgumentParser) -> None:
    help = "một ngày (2023-12-31), thư mục nội dung, thư mục một bản đã đăng, hoặc phiên bản git (main, HEAD~1)"
    parser.add_argument("old", metavar="CŨ", help=help)
    parser.add_argument("new", metavar="MỚI", help="như trên")
    parser.add_argument("--format", choices=("text", "markdown", "json"), default="text", help="dạng kết quả")
    add_folder(parser)


class UnusableSource(ValueError):
    """One of the two states cannot be read; the message says which."""


def run(args: argparse.Namespace) -> int:
    from generator.loading.diff.compare import compare
    from generator.loading.diff.render import render
    from generator.publishing.untrusted import printable

    try:
        text = render(compare(_state(args.old, args.content), _state(args.new, args.content)), args.format)
        print("\n".join(printable(line, len(line)) for line in text.split("\n")))  # the text may come from a host
    except UnusableSource as wrong:
        print(f"tthc diff: {wrong}", file=sys.stderr)
        return 2
    return 0


def _state(source: str, content: Path) -> Snapshot:
    from generator.loading.diff.snapshot import from_bytes, snapshot
    from generator.loading.folder import site_file
    from generator.publishing.release_paths import SNAPSHOT
    from generator.publishing.targets.local import read_small

    folder = Path(source)
    if DAY.fullmatch(source) and not folder.is_dir():
        return _on_day(source, content)
    if not folder.is_dir():
        return _from_git(source, content)
    snapshots = [folder / SNAPSHOT, folder / "current" / SNAPSHOT]
    for file in snapshots:
        if file.is_file():
            try:
                return from_bytes(read_small(file) or b"")
            except ValueError:
                raise UnusableSource(f"{file} hỏng.") from None
    if not site_file(folder).is_file():
        raise UnusableSource(f"“{source}” không phải thư mục nội dung (không có site.yml) hay một bản đã đăng.")
    return snapshot(_read(folder, source))


def _read(folder: Path, source: str) -> Store:
    """The content, with a warning when files of it cannot be read: their records would look as if they were gone."""
    from generator.loading.folder import read_folder

    store = read_folder(folder)
    warn_of_unread(store, "diff", source, "so sánh dưới đây")
    return store


def _on_day(text: str, content: Path) -> Snapshot:
    from generator.loading.diff.on_day import snapshot_on
    from generator.loading.folder import site_file

    day = iso_day(text)
    if not day:
        raise UnusableSource(f"không có ngày “{text}”; viết năm-tháng-ngày, ví dụ 2025-07-01.")
    if not site_file(content).is_file():
        raise UnusableSource(f"“{content}” không phải thư mục nội dung (không có site.yml).")
    return snapshot_on(_read(content, str(content)), day)


def _from_git(revision: str, content: Path) -> Snapshot:
    from generator.io import git
    from generator.loading.diff.snapshot import snapshot

    if revision.startswith("-"):
        raise UnusableSource(f"“{revision}” không phải thư mục hay phiên bản git.")
    try:
        data = git.archive(revision, content)
    except git.GitError as why:
        raise UnusableSource(
            f"“{revision}” không phải thư mục, cũng không phải phiên bản git có {content}: {why}."
        ) from None
    with tempfile.TemporaryDirectory(prefix="tthc-diff-") as folder:
        try:
            with tarfile.open(fileobj=BytesIO(data)) as archive:
                archive.extractall(folder, filter="data")
        except (tarfile.TarError, OSError) as wrong:  # a link out of the content, names this system does not allow
            raise UnusableSource(f"không lấy được {content} của phiên bản “{revision}”: {wrong}") from None
        return snapshot(_read(Path(folder) / content.name, revision))
