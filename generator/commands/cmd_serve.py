"""`tthc serve`: look at the site while editing."""

from __future__ import annotations

import argparse

from generator.commands.content import add_content, config_file, missing

NAME = "serve"
HELP = "xem trang trên máy mình, tự cập nhật khi sửa nội dung (như mkdocs serve)"


def arguments(parser: argparse.ArgumentParser) -> None:
    add_content(parser)
    parser.add_argument("--address", default="127.0.0.1:8000", metavar="MÁY:CỔNG", help="địa chỉ xem trang")


def run(args: argparse.Namespace) -> int:
    if missing(args.content):
        return 2
    from generator.mkdocs_plugin import serve

    return serve(args.content, args.address, config_file())
