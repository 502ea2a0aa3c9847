"""A built site on a local port, with the headers that the real host sends."""

from __future__ import annotations

import functools
import gzip
import http.server
import re
import socket
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, ClassVar

from generator.publishing.webservers.policy import IMMUTABLE, NEXT_PAGE, REVALIDATE, TYPES, ServerPolicy

HASHED = re.compile(r"/(assets|tim-kiem)/.+\.[0-9a-f]{10}\.[a-z]+$")  # names that go with what is in the file
# no unsafe-inline anywhere; wasm-unsafe-eval is for Pagefind alone
CSP = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"  # noqa: E501


@functools.lru_cache(maxsize=1000)
def _compressed(file: Path, changed: int) -> bytes:
    """The same few scripts and styles are asked for with every page."""
    return gzip.compress(file.read_bytes(), 6, mtime=0)


class Handler(http.server.SimpleHTTPRequestHandler):
    """Static files; unknown addresses get 404.html like on the real host. As there, connections stay open: what keeps a
    commune's pages asks for hundreds, and a connection and a thread for each cost as much as the answers. And as there,
    browsers keep scripts and styles: fetching them for every page is a seventh of its processor time."""

    protocol_version = "HTTP/1.1"
    wbufsize = 1 << 16  # an answer in one piece: in two, the second waits until the first is acknowledged
    POLICY: str | None = CSP
    KEPT = IMMUTABLE  # what is said of files with a hash in their names

    def log_message(self, *args: object) -> None:
        """Stay silent."""

    def send_response(self, code: int, message: str | None = None) -> None:
        super().send_response(code, message)
        self.send_header("Cache-Control", self.KEPT if code == 200 and HASHED.search(self.path) else REVALIDATE)

    def end_headers(self) -> None:
        if self.POLICY:
            self.send_header("Content-Security-Policy", self.POLICY)
        super().end_headers()

    def do_GET(self) -> None:  # noqa: N802 (the library's name)
        """Text goes out compressed, as every host does it (theirs is brotli, which is smaller still)."""
        path = Path(self.translate_path(self.path))
        file = path / "index.html" if path.is_dir() and self.path.partition("?")[0].endswith("/") else path
        kind = self.guess_type(str(file))
        if (
            not file.is_file()
            or "gzip" not in self.headers.get("Accept-Encoding", "")
            or not kind.startswith(("text/", "image/svg", "application/json"))
        ):
            super().do_GET()
            return
        data = _compressed(file, file.stat().st_mtime_ns)
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        page = Path(self.directory) / "404.html"
        if code != 404 or not page.is_file():
            super().send_error(code, message, explain)
            return
        data = page.read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)


class ForgetfulHandler(Handler):
    """Lets browsers keep nothing: what they have without network, the worker has kept."""

    KEPT = REVALIDATE


class HostHandler(Handler):
    """Also says what may be fetched ahead, as the real host does."""

    ahead: ClassVar[list[str]] = []  # paths that were asked for before anybody followed a link to them

    def end_headers(self) -> None:
        self.send_header("Speculation-Rules", ServerPolicy().headers["Speculation-Rules"])
        super().end_headers()

    def do_GET(self) -> None:  # noqa: N802 (the library's name)
        if "prefetch" in self.headers.get("Sec-Purpose", ""):
            self.ahead.append(self.path)
        if self.path != f"/{NEXT_PAGE}":
            super().do_GET()
            return
        data = ServerPolicy().next_page.encode()
        self.send_response(200)
        self.send_header("Content-Type", TYPES[NEXT_PAGE.rpartition(".")[2]])
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)


class Server(http.server.ThreadingHTTPServer):
    """Says nothing of a browser that went away in the middle of an answer: they do when a page is left."""

    def __init__(self, *arguments: Any, **options: Any) -> None:
        self._open: set[socket.socket] = set()
        super().__init__(*arguments, **options)

    def process_request(self, request: socket.socket, client_address: Any) -> None:  # type: ignore[override]
        self._open.add(request)
        super().process_request(request, client_address)

    def shutdown_request(self, request: socket.socket) -> None:  # type: ignore[override]
        self._open.discard(request)
        super().shutdown_request(request)

    def stop(self) -> None:
        """Answer nobody any more, on connections that are open neither."""
        self.shutdown()
        self.server_close()
        for connection in list(self._open):
            with suppress(OSError):  # the browser closed it in this moment
                connection.shutdown(socket.SHUT_RDWR)

    def handle_error(self, request: object, client_address: object) -> None:
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


@contextmanager
def serving(folder: Path, handler: type[Handler] = Handler) -> Iterator[str]:
    """The address of `folder`, served while the block runs; ends with `/`."""
    server = Server(("127.0.0.1", 0), functools.partial(handler, directory=str(folder)))
    threading.Thread(target=server.serve_forever, args=[0.02], daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
