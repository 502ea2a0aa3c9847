"""`tthc host KIND`: the configuration of a web server for this site."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from urllib.parse import urlsplit

from generator.commands._shared.content import add_content, report_missing_folder

NAME = "host"
HELP = "in cấu hình máy chủ web (nginx, apache, iis) cho trang này"


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("kind", choices=("nginx", "apache", "iis"), metavar="LOẠI", help="nginx, apache hoặc iis")
    add_content(parser)
    parser.add_argument(
        "--base",
        metavar="ĐƯỜNG_DẪN",
        help="đường dẫn của trang trên máy chủ, ví dụ /tthc/ (mặc định: theo dia_chi_trang)",
    )
    parser.add_argument(
        "--root", default="/srv/tthc", metavar="THƯ_MỤC", help="thư mục mà tthc publish đăng vào (mặc định: /srv/tthc)"
    )
    parser.add_argument("--listen", default="80", metavar="CỔNG", help="địa chỉ và cổng (mặc định: 80)")
    parser.add_argument("--no-brotli", dest="brotli", action="store_false", help="nginx không có mô-đun brotli")


def run(args: argparse.Namespace) -> int:
    if report_missing_folder(args.content):
        return 2
    from generator.catalogue.edition import edition_folders
    from generator.commands._shared.publishing import site_record
    from generator.publishing.error import PublishError
    from generator.publishing.webservers import apache, iis, nginx
    from generator.publishing.webservers.policy import ServerPolicy

    record = site_record(Path(args.content))
    address = urlsplit(record.url or "")
    base = "/" + f"{args.base if args.base is not None else address.path}".strip("/") + "/"
    try:
        base = base.replace("//", "/")
        host, folders = address.hostname or "_", edition_folders(record)
        site = ServerPolicy(base, args.root, tuple(record.embedders), host, args.listen, folders)
        print(
            {"apache": apache.render, "iis": iis.render}[args.kind](site)
            if args.kind != "nginx"
            else nginx.render(site, args.brotli),
            end="",
        )
    except PublishError as refused:
        print(f"tthc host: {refused}", file=sys.stderr)
        return 2
    return 0
