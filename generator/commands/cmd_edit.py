"""`tthc edit`: the page on which officers change records."""

from __future__ import annotations

import argparse
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from generator.commands._shared.content import add_content, config_file, report_missing_folder
from generator.io.causes import cause_of, failure

if TYPE_CHECKING:
    from generator.editor.server import EditorServer

NAME = "edit"
PORT = 8001
HELP = "mở trang soạn nội dung trong trình duyệt: sửa thủ tục, liên hệ, thông báo mà không cần biết lập trình"


def arguments(parser: argparse.ArgumentParser) -> None:
    add_content(parser)
    parser.add_argument(
        "--port",
        type=_port,
        metavar="CỔNG",
        help=f"cổng (mặc định: {PORT}, đang bận thì cổng trống khác; 0: cổng trống bất kỳ)",
    )
    parser.add_argument("--no-browser", action="store_true", help="không mở trình duyệt, chỉ in địa chỉ")
    parser.add_argument(
        "--author", default="", metavar="TÊN", help="tên người soạn, dạng “Họ Tên <hộp@thư>” (mặc định: của git)"
    )
    parser.add_argument(
        "--host", default="127.0.0.1", metavar="MÁY", help="địa chỉ mạng để nghe (mặc định: chỉ máy này)"
    )
    parser.add_argument(
        "--public",
        default="",
        metavar="ĐỊA_CHỈ",
        help="địa chỉ https mà máy chủ đứng trước dùng, khi đặt sau cổng đăng nhập",
    )
    parser.add_argument(
        "--author-header",
        default="",
        metavar="TÊN",
        help="tiêu đề HTTP mang tên người đăng nhập, do máy chủ đứng trước ghi",
    )
    parser.add_argument("--alone", action="store_true", help="cho người soạn tự duyệt (nơi chỉ có một người phụ trách)")
    parser.add_argument(
        "--repository",
        type=Path,
        metavar="THƯ_MỤC",
        help="lập kho chung ở đó, kho tự kiểm tra những gì nhận được, rồi thôi",
    )
    parser.add_argument("--until-input-ends", action="store_true", help=argparse.SUPPRESS)  # beside `tthc serve`
    parser.add_argument("--receive", action="store_true", help=argparse.SUPPRESS)  # the hook of that repository


def run(args: argparse.Namespace) -> int:
    if args.receive:
        from generator.editor.review.receiving import main

        return main()
    if report_missing_folder(args.content):
        return 2
    if args.repository is not None:
        return _repository(args)
    from generator.editor.app import Editor
    from generator.editor.security import TOKEN, Guard
    from generator.editor.server import EditorServer

    if wrong := _wrong_address(args.host, args.public):
        print(f"tthc edit: {wrong}", file=sys.stderr)
        return 2
    editor = Editor(
        args.content,
        Guard.for_port(args.port or 0, args.public.rstrip("/")),
        as_of=args.as_of,
        author=args.author,
        author_header=args.author_header,
        alone=args.alone,
        theme_dirs=lambda: _theme_dirs(args),
    )
    try:
        server = _listening(args.port, lambda port: EditorServer(args.host, port, editor))
    except OSError as error:
        print(
            f"tthc edit: không mở được cổng {args.port}: {cause_of(error)}. Thử: tthc edit --port 0",
            file=sys.stderr,
        )
        return 2
    editor.guard = Guard.for_port(server.server_port, args.public.rstrip("/"))
    address = f"{args.public.rstrip('/') or f'http://127.0.0.1:{server.server_port}'}/?{TOKEN}={editor.guard.token}"
    print(address, flush=True)
    editor.warm_up()
    if args.until_input_ends:
        threading.Thread(target=_stop_when_input_ends, args=[server], daemon=True).start()
    if not args.no_browser:
        import webbrowser

        webbrowser.open(address)
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        pass
    finally:
        server.server_close()
    return 0


def _wrong_address(host: str, public: str) -> str:
    """What is wrong with where the editor shall listen and by which address it is reached; "" if nothing."""
    from generator.schema.web_address import web_address

    if host not in ("127.0.0.1", "localhost", "::1") and not public:
        return "nghe ngoài máy này thì phải có --public (địa chỉ của cổng đăng nhập đứng trước)."
    address = web_address(public)
    if public and not (address.startswith("https://") and address.rstrip("/").count("/") == 2):
        return f"“{public}” không phải địa chỉ https của cổng đăng nhập; viết như https://soan.example.vn."
    return ""


def _listening(port: int | None, start: Callable[[int], EditorServer]) -> EditorServer:
    """The server on the port that was asked for; without one on the usual port, or if that is in use (soan.cmd was
    opened twice) on any free one. Raises OSError."""
    if port is not None:
        return start(port)
    try:
        return start(PORT)
    except OSError:
        return start(0)


def _stop_when_input_ends(server: EditorServer) -> None:
    sys.stdin.read()
    server.shutdown()


def _repository(args: argparse.Namespace) -> int:
    from generator.editor.review.setting_up import set_up
    from generator.io.git import GitError

    try:
        print(set_up(args.content, args.repository))
    except (GitError, OSError) as error:
        print(f"tthc edit: chưa lập được kho: {failure(error)}.", file=sys.stderr)
        return 2
    return 0


def _theme_dirs(args: argparse.Namespace) -> list[str]:
    from generator.mkdocs_plugin import theme_dirs

    return theme_dirs(config_file(), args.content)


def _port(text: str) -> int:
    if not (text.isascii() and text.isdigit()) or int(text[:6]) > 65535:
        raise argparse.ArgumentTypeError(f"“{text}” không phải cổng; cổng là số từ 0 đến 65535")
    return int(text)
