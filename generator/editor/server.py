"""The HTTP server: one process, threads, standard library. Security first, then the view whose prefix fits."""

from __future__ import annotations

import sys
import traceback
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from socketserver import TCPServer
from typing import Any
from urllib.parse import parse_qsl, unquote_to_bytes, urlencode, urlsplit

from generator.editor.app import Editor
from generator.editor.multipart import NotMultipart, read_multipart
from generator.editor.preview import ROOT
from generator.editor.requests import Request
from generator.editor.responses import Response, html, refusal
from generator.editor.routing import respond, takes_file, views
from generator.editor.security import HEADERS, POLICY, TOKEN

MAX_FIELDS = 40_000
MAX_DISCARDED = 400_000_000  # a browser that may not send everything shows no answer
TIMEOUT = 30  # seconds that a connection may keep a thread waiting


class EditorServer(ThreadingHTTPServer):
    """host, port: where it listens; port 0 takes a free one."""

    daemon_threads = True
    allow_reuse_address = sys.platform != "win32"  # there it would let two servers share a port

    def __init__(self, host: str, port: int, editor: Editor) -> None:
        self.editor = editor
        views()  # imported before the first request
        super().__init__((host, port), Handler)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A browser that closes its connection (a page left, a tab closed) is no fault; anything else is shown."""
        if not isinstance(sys.exc_info()[1], (ConnectionError, TimeoutError)):
            super().handle_error(request, client_address)

    def server_bind(self) -> None:
        """Skips the reverse lookup of the host's own name, which blocks without a network."""
        TCPServer.server_bind(self)
        self.server_name, self.server_port = str(self.server_address[0]), int(self.server_address[1])


class Handler(BaseHTTPRequestHandler):
    """One connection."""

    protocol_version = "HTTP/1.1"
    server_version = "tthc"
    sys_version = ""
    timeout = TIMEOUT
    server: EditorServer

    def log_message(self, format: str, *args: object) -> None:
        """No log: the officer's window shows only what matters."""

    def do_GET(self) -> None:
        self._answer("GET")

    def do_POST(self) -> None:
        self._answer("POST")

    def do_HEAD(self) -> None:
        self._answer("HEAD")

    do_PUT = do_DELETE = do_PATCH = do_OPTIONS = do_HEAD

    def _answer(self, method: str) -> None:
        try:
            response = self._response(self.command if method == "HEAD" else method)
        except (ConnectionError, TimeoutError):
            self.close_connection = True
            return
        except Exception:  # one broken page must not end the server
            traceback.print_exc(file=sys.stderr)
            reason = "Trang soạn gặp lỗi của chính nó, chưa lưu gì; bản nháp của lần kiểm tra trước vẫn còn."
            response = self._refusal(reason, 500)
        self._send(response)

    def _response(self, method: str) -> Response:
        editor, guard = self.server.editor, self.server.editor.guard
        headers = {name: self.headers.get(name, "") for name in self.headers}
        if guard.wrong_host(headers):
            self.close_connection = True
            return html("Địa chỉ này không phải của trang soạn.", 403)
        parts = urlsplit(self.path if self.path.startswith("/") else "/")
        query = parse_qsl(parts.query, keep_blank_values=True, max_num_fields=100) if len(parts.query) < 5000 else []
        path = unquote_to_bytes(parts.path).decode("utf-8", "replace")
        if method == "GET" and any(name == TOKEN and guard.knows(value) for name, value in query):
            rest = urlencode([(name, value) for name, value in query if name != TOKEN])
            to = "/" + parts.path.lstrip("/") + (f"?{rest}" if rest else "")
            return Response(b"", 303, headers={"Location": to, "Set-Cookie": guard.set_cookie()})
        if path.startswith("/tai-san/") and method == "GET":
            return editor.asset(path.removeprefix("/tai-san/"))
        if path.startswith(ROOT) and method == "GET":
            return editor.site_asset(path.removeprefix(ROOT))
        if not guard.admitted(headers):
            self.close_connection = True
            reason = "Hãy mở trang soạn bằng địa chỉ có ở cửa sổ lệnh (tthc edit hoặc tthc serve)"
            return self._refusal(f"{reason}, ở một thẻ khác của trình duyệt; rồi quay lại đây làm tiếp.", 403)
        refused = guard.refuses(method, headers, takes_file(path))
        if refused:
            self._discard()
            return Request(editor, method, path, "", wants_json=self._wants_json()).refused(
                refused.reason, refused.status
            )
        request = Request(editor, method, path, "", query, wants_json=self._wants_json())
        if method == "POST":
            body = self.rfile.read(int(self.headers["Content-Length"]))
            try:
                if headers["Content-Type"].lower().startswith("multipart/"):
                    request.form, request.files = read_multipart(headers["Content-Type"], body)
                else:
                    request.form = parse_qsl(body.decode("utf-8"), keep_blank_values=True, max_num_fields=MAX_FIELDS)
            except (ValueError, NotMultipart):
                return request.refused("Biểu mẫu gửi lên không đọc được.", 400)
        request.author = editor.author_of(headers)
        return respond(request)

    def _wants_json(self) -> bool:
        return "application/json" in self.headers.get("Accept", "")

    def _refusal(self, reason: str, status: int) -> Response:
        """As the page's script reads it, or as plain words: who is not admitted sees nothing else of the editor."""
        if self._wants_json():
            return refusal(reason, status)
        return html(reason, status) if status != 500 else self.server.editor.page("error.html", 500, reason=reason)

    def _discard(self) -> None:
        """Read and discard a refused request body, within limits, so that the browser can read the response."""
        self.close_connection = True
        length = self.headers.get("Content-Length", "0")
        left = min(int(length[:12]), MAX_DISCARDED) if length.isascii() and length.isdigit() else 0
        while left > 0 and (piece := self.rfile.read(min(left, 65536))):
            left -= len(piece)

    def _send(self, response: Response) -> None:
        try:
            self.send_response(response.status)
            merged = {"Content-Type": response.type, "Content-Security-Policy": POLICY} | HEADERS | response.headers
            for name, value in merged.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(response.body)))
            if self.close_connection:
                self.send_header("Connection", "close")
            self.end_headers()
            if self.command != "HEAD":
                self.wfile.write(response.body)
        except OSError:
            self.close_connection = True
