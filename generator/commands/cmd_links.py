"""`tthc links SITE`: finds dead links to other sites."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

NAME = "links"
HELP = "thử các liên kết dẫn ra trang khác (cần mạng)"


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("site", type=Path, metavar="THƯ_MỤC", help="thư mục trang đã dựng, ví dụ site")


def run(args: argparse.Namespace) -> int:
    from generator.audit.external_links import dead_links, external_links
    from generator.audit.site import BuiltSite
    from generator.build.progress import progress
    from generator.commands._shared.content import report_missing_folder

    if report_missing_folder(args.site):
        return 2
    if not (args.site / "index.html").is_file():
        print(f"tthc links: “{args.site}” không phải trang đã dựng (không có index.html).", file=sys.stderr)
        return 2
    links = external_links(BuiltSite(args.site))
    with progress("Đang hỏi") as on_progress:
        dead = dead_links(links, on_progress=on_progress)
    for link, page, why in dead:
        print(f"{args.site.name}/{page}: {link}: {why}")
    print(f"{len(links)} địa chỉ, {len(dead)} hỏng.")
    return 1 if dead else 0
