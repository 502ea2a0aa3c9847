"""`tthc build`: check and build the site."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from generator.commands._shared.content import add_content, config_file, report_missing_folder

NAME = "build"
HELP = "kiểm tra rồi dựng trang (như mkdocs build)"


def arguments(parser: argparse.ArgumentParser) -> None:
    add_content(parser)
    parser.add_argument("--out", type=Path, default=None, metavar="THƯ_MỤC", help="nơi ghi trang (mặc định: site)")
    parser.add_argument(
        "--no-strict",
        dest="strict",
        action="store_false",
        help="vẫn dựng khi có lỗi; hồ sơ lỗi được đánh dấu trên trang",
    )
    parser.add_argument("--timings", action="store_true", help="in bảng thời gian từng phần")
    which = parser.add_mutually_exclusive_group()
    which.add_argument(
        "--unit",
        default=None,
        metavar="ĐƠN_VỊ",
        help="dựng trang riêng của một xã, ví dụ tan-an (mặc định ghi vào site.ĐƠN_VỊ)",
    )
    which.add_argument(
        "--all-units",
        action="store_true",
        help="dựng trang riêng của mọi xã, mỗi xã một thư mục (mặc định trong site.xa)",
    )
    which.add_argument(
        "--shard",
        default=None,
        metavar="I/N",
        help="chỉ dựng phần thứ i trong n phần, để nhiều máy cùng dựng rồi “tthc merge” ghép lại",
    )


def run(args: argparse.Namespace) -> int:
    if report_missing_folder(args.content):
        return 2
    if args.unit or args.all_units:
        from generator.commands._shared.build_units import build_units

        return build_units(args)
    from generator.build.shards import ShardError, shard_of
    from generator.commands._shared.build_site import build
    from generator.commands._shared.build_steps import BuildOptions

    try:
        shard = shard_of(args.shard) if args.shard else None
    except ShardError as error:
        print(f"tthc: {error}", file=sys.stderr)
        return 2
    project = config_file()
    return build(BuildOptions(args.content, args.out, args.as_of, args.strict, project, args.timings, shard))
