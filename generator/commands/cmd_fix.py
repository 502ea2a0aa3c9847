"""`tthc fix`: shows the automatic fixes, then applies them when the editor agrees."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from generator.commands._shared.content import add_folder, all_below, report_missing_folder

NAME = "fix"
HELP = "sửa những lỗi chắc chắn (Unicode, khoảng trắng, ngoặc kép quanh mã, thứ tự khóa, dạng ngày); cho xem trước"


def arguments(parser: argparse.ArgumentParser) -> None:
    add_folder(parser)
    parser.add_argument(
        "files",
        nargs="*",
        type=Path,
        metavar="TỆP",
        help="chỉ sửa các tệp này (mặc định: mọi tệp trong thư mục nội dung)",
    )
    parser.add_argument("--yes", action="store_true", help="ghi luôn, không hỏi")


def run(args: argparse.Namespace) -> int:
    if report_missing_folder(args.content):
        return 2
    only = all_below(args.content, args.files) if args.files else None
    if args.files and only is None:
        return 2
    links = [file for file in args.files if file.is_symlink()]
    if links:
        print(f"tthc fix: “{links[0]}” là liên kết; sửa thẳng tệp mà nó dẫn tới.", file=sys.stderr)
        return 2
    from generator.build.progress import progress
    from generator.checks.fixes._files import Unfit, planned_fixes
    from generator.io.transaction import write_all
    from generator.reporting.context import wants_colour

    try:
        with progress("Đang xem") as on_progress:
            changes = list(planned_fixes(args.content, on_progress, only))
    except Unfit as why:
        print(f"tthc fix: {why}. Chưa ghi tệp nào.", file=sys.stderr)
        return 2
    colour = wants_colour(os.environ, sys.stdout.isatty())
    for change in changes:
        print(f"{change.display_path}: {', '.join(change.descriptions)}")
        print(_coloured(change.diff()) if colour else change.diff())
    if not changes:
        print("Không có gì phải sửa.")
        return 0
    if not args.yes and not _agreed(len(changes)):
        print(f"{len(changes)} tệp có thể sửa, chưa ghi tệp nào. Thêm --yes để ghi.")
        return 0
    if stale := [change.display_path for change in changes if change.stale()]:
        print(f"tthc fix: {', '.join(stale)} vừa được sửa. Chưa ghi tệp nào, hãy chạy lại.", file=sys.stderr)
        return 2
    write_all(args.content, {change.file: change.new_text.encode("utf-8") for change in changes})
    print(f"Đã sửa {len(changes)} tệp.")
    return 0


def _agreed(count: int) -> bool:
    """Ask on a terminal; without one the answer is no."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        return False
    try:
        return input(f"Ghi {count} tệp? [c/K] ").strip().lower() in {"c", "có", "co", "y"}
    except EOFError:
        return False


def _coloured(diff: str) -> str:
    paint = {"+": "\x1b[32m", "-": "\x1b[31m", "@": "\x1b[36m"}
    return "\n".join(f"{paint[line[0]]}{line}\x1b[0m" if line[:1] in paint else line for line in diff.split("\n"))
