"""`tthc build`: check and build the site."""

from __future__ import annotations

import argparse
from pathlib import Path

from generator.commands.content import add_content, config_file, missing

NAME = "build"
HELP = "kiểm tra rồi dựng trang (như mkdocs build)"


def arguments(parser: argparse.ArgumentParser) -> None:
    add_content(parser)
    parser.add_argument("--out", type=Path, default=None, metavar="THƯ_MỤC", help="nơi ghi trang (mặc định: site)")
    parser.add_argument("--no-strict", dest="strict", action="store_false", help="vẫn dựng khi có lỗi; hồ sơ lỗi được đánh dấu trên trang")
    parser.add_argument("--timings", action="store_true", help="in bảng thời gian từng phần")


def run(args: argparse.Namespace) -> int:
    if missing(args.content):
        return 2
    from generator.mkdocs_plugin import build

    return build(args.content, args.out, args.as_of, args.strict, config_file(), timings=args.timings)
