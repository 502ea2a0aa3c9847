"""`tthc serve`: previews the site while editing."""

from __future__ import annotations

import argparse
import errno
import ipaddress
import socket
import sys

from generator.commands._shared.content import add_content, config_file, report_missing_folder
from generator.io.causes import cause_of

NAME = "serve"
HELP = "xem trang trên máy mình, tự cập nhật khi sửa nội dung (như mkdocs serve)"
TRIED = 20  # ports after a busy one that are tried
NO_SUCH_HOST = (errno.EADDRNOTAVAIL, errno.EAFNOSUPPORT)
WORDS = {
    errno.EADDRINUSE: "cổng {port} đang có chương trình khác dùng (có thể là một tthc serve chưa tắt)",
    errno.EACCES: "không được phép dùng cổng {port}; cổng dưới 1024 dành cho người quản trị máy",
    errno.EPERM: "không được phép dùng cổng {port}",
    **dict.fromkeys(NO_SUCH_HOST, "máy này không có địa chỉ “{host}”"),
}


def arguments(parser: argparse.ArgumentParser) -> None:
    add_content(parser)
    parser.add_argument(
        "--address",
        type=address_of,
        default=("127.0.0.1", 8000),
        metavar="MÁY:CỔNG",
        help="địa chỉ xem trang (mặc định: 127.0.0.1:8000)",
    )


def run(args: argparse.Namespace) -> int:
    host, port = args.address
    if report_missing_folder(args.content):
        return 2
    wrong = hindrance(host, port)
    if wrong:
        print(f"tthc serve: {wrong}", file=sys.stderr)
        return 2
    from generator.mkdocs_plugin import serve

    print(f"Xem trang ở http://{host_and_port(host, port)}/ sau khi dựng xong; dừng: Ctrl+C.", flush=True)
    try:
        return serve(args.content, host_and_port(host, port), config_file())
    except OSError as error:
        if error.errno not in WORDS:
            raise
        print(f"tthc serve: {explanation(error, host, port)}", file=sys.stderr)  # taken by another program meanwhile
        return 2


def address_of(text: str) -> tuple[str, int]:
    """Parse an address option, `127.0.0.1:8000`, `[::1]:8000` or only a port: (host, port). argparse reports errors."""
    host, colon, port = text.strip().rpartition(":")
    host = host if colon else "127.0.0.1"
    named = host[1:-1] if host.startswith("[") and host.endswith("]") else host
    try:
        right = named == "localhost" or (ipaddress.ip_address(named).version == 6) == (named != host)
    except ValueError:
        right = False
    if not right or not (port.isascii() and port.isdigit()) or not 1 <= int(port[:6]) <= 65535:
        raise argparse.ArgumentTypeError(
            f"“{text}” không phải địa chỉ; viết MÁY:CỔNG với cổng từ 1 đến 65535, "
            "ví dụ 127.0.0.1:8000, localhost:8000, [::1]:8000"
        )
    return named, int(port)


def host_and_port(host: str, port: int) -> str:
    """The address in the form that the option accepts."""
    return f"[{host}]:{port}" if ":" in host else f"{host}:{port}"


def hindrance(host: str, port: int) -> str:
    """The reason why the address cannot be used and what to do, '' if it can."""
    error = _error(host, port)
    return explanation(error, host, port) if error else ""


def explanation(error: OSError, host: str, port: int) -> str:
    """Explain `error`, raised when starting a server there, and what to do."""
    words = WORDS.get(error.errno or 0, "không mở được {at}: {error}").format(
        at=host_and_port(host, port), host=host, port=port, error=cause_of(error)
    )
    if error.errno in NO_SUCH_HOST:
        host = "127.0.0.1"
    begin = port if host == "127.0.0.1" and error.errno in NO_SUCH_HOST else max(port + 1, 8000)
    free = next((other for other in range(begin, min(begin + TRIED, 65536)) if _error(host, other) is None), None)
    return f"{words}." + (f" Thử: tthc serve --address {host_and_port(host, free)}" if free else "")


def _error(host: str, port: int) -> OSError | None:
    """Try to bind the address; returns the error, if any."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        with socket.socket(family, socket.SOCK_STREAM) as probe:
            if sys.platform != "win32":  # as servers do: a port closed just now is free
                probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind((host, port))
            probe.listen(1)
    except OSError as error:
        return error
    return None
