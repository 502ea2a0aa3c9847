"""`tthc diff A B`: what changes for citizens between two states of the content."""

from __future__ import annotations

import argparse
import subprocess
import sys
import tarfile
import tempfile
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.diffing.snapshot import Snapshot

NAME = "diff"
HELP = "cho biết điều gì thay đổi đối với người dân giữa hai bản"


def arguments(parser: argparse.ArgumentParser) -> None:
    help = "thư mục nội dung, thư mục một bản đã đăng, hoặc phiên bản git (ví dụ main, HEAD~1)"
    parser.add_argument("old", metavar="CŨ", help=help)
    parser.add_argument("new", metavar="MỚI", help="như trên")
    parser.add_argument("--format", choices=("text", "markdown", "json"), default="text", help="dạng kết quả")
    parser.add_argument(
        "--content", default="content", metavar="THƯ_MỤC", help="thư mục nội dung trong kho git (mặc định: content)"
    )


class Unusable(ValueError):
    """One of the two cannot be read; the message says which."""


def run(args: argparse.Namespace) -> int:
    from generator.diffing.compare import compare
    from generator.diffing.render import render
    from generator.publishing.untrusted import printable

    try:
        text = render(compare(_state(args.old, args.content), _state(args.new, args.content)), args.format)
        print("\n".join(printable(line, len(line)) for line in text.split("\n")))  # one of them may be a host's
    except Unusable as wrong:
        print(f"tthc diff: {wrong}", file=sys.stderr)
        return 2
    return 0


def _state(given: str, content: str) -> Snapshot:
    from generator.diffing.snapshot import from_bytes, snapshot
    from generator.publishing.names import SNAPSHOT
    from generator.publishing.targets.local import read_small
    from generator.reading.folder import read_folder

    folder = Path(given)
    if not folder.is_dir():
        return _from_git(given, content)
    kept = [folder / SNAPSHOT, folder / "current" / SNAPSHOT]
    for file in kept:
        if file.is_file():
            try:
                return from_bytes(read_small(file) or b"")
            except ValueError:
                raise Unusable(f"{file} hỏng.") from None
    if not (folder / "site.yml").is_file():
        raise Unusable(f"“{given}” không phải thư mục nội dung (không có site.yml) hay một bản đã đăng.")
    return snapshot(read_folder(folder))


def _from_git(revision: str, content: str) -> Snapshot:
    from generator.diffing.snapshot import snapshot
    from generator.reading.folder import read_folder

    if revision.startswith("-"):
        raise Unusable(f"“{revision}” không phải thư mục hay phiên bản git.")
    try:
        done = subprocess.run(
            ["git", "archive", "--format=tar", revision, "--", content], capture_output=True, check=False
        )
    except FileNotFoundError:
        raise Unusable(f"không có thư mục “{revision}”, và máy này chưa có git.") from None
    if done.returncode:
        raise Unusable(f"“{revision}” không phải thư mục, cũng không phải phiên bản git có {content}.")
    with tempfile.TemporaryDirectory(prefix="tthc-diff-") as folder:
        with tarfile.open(fileobj=BytesIO(done.stdout)) as archive:
            archive.extractall(folder, filter="data")
        return snapshot(read_folder(Path(folder) / content))
