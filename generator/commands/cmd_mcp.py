"""`tthc mcp SITE`: a server for assistants (Model Context Protocol) over stdio."""

from __future__ import annotations

import argparse
import sys

NAME = "mcp"
HELP = "máy chủ MCP (stdio) cho trợ lý tự động, đọc một trang đã dựng hoặc đã đăng"
MISSING = "Thiếu thư viện cho máy chủ MCP: pip install 'tthc[mcp]'"


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("site", metavar="THƯ_MỤC|ĐỊA_CHỈ", help="thư mục trang đã dựng (site) hoặc https://…")


def run(args: argparse.Namespace) -> int:
    from generator.assistant.answers import Answers
    from generator.assistant.published_site import PublishedSite, SiteUnreadable
    from generator.assistant.server import make_server

    try:
        make_server(Answers(PublishedSite(args.site))).run()
    except ImportError as error:
        if error.name not in ("mcp", "py_mini_racer"):
            raise
        print(MISSING, file=sys.stderr)
        return 2
    except SiteUnreadable as error:
        print(error, file=sys.stderr)
        return 2
    return 0
