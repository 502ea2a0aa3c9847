"""`tthc merge`: merges what `tthc build --shard` built on several machines."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from generator.io.causes import failure

NAME = "merge"
HELP = "ghép các phần do “tthc build --shard i/n” dựng thành một trang"


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("shards", nargs="+", type=Path, metavar="PHẦN", help="thư mục của từng phần, đủ cả n phần")
    parser.add_argument(
        "--out", type=Path, default=Path("site"), metavar="THƯ_MỤC", help="nơi ghi trang (mặc định: site)"
    )
    parser.add_argument("--no-pagefind", dest="search", action="store_false", help="không chạy Pagefind")


def run(args: argparse.Namespace) -> int:
    from generator.build.shards import ShardError, merge
    from generator.outputs.search.pagefind import PagefindError

    try:
        made = merge(args.shards, args.out, search=args.search)
    except (ShardError, PagefindError, OSError) as error:
        print(f"tthc: {failure(error)}", file=sys.stderr)
        return 2 if isinstance(error, ShardError) else 1
    print(f"Đã ghép {len(args.shards)} phần: {made.files} tệp, {round(made.bytes / 1e6)} MB.")
    if made.pagefind:
        print(made.pagefind)
    return 0
