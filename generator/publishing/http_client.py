"""HTTP client that requests files as browsers do and treats every response as untrusted."""

from __future__ import annotations

import http.client
import socket
import ssl
import threading
import time
import zlib
from contextlib import suppress
from random import SystemRandom
from typing import Any
from urllib.parse import quote, urlsplit

from generator.io.causes import cause_of
from generator.publishing.error import PublishError

TIMEOUT = 20.0  # seconds without receiving a byte
MAX_SECONDS = 60.0  # seconds for one response
MAX_RESPONSE_BYTES = 100_000_000  # bytes of one response, also after decompression
AS_BROWSER = "gzip, deflate, br, zstd"

# User-Agent values of real browsers, one picked at random per connection, so that no host can serve us other pages
_CHROME = "Mozilla/5.0 ({}) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/{}.0.0.0 {}Safari/537.36"
USER_AGENTS = (
    _CHROME.format("Windows NT 10.0; Win64; x64", 131, ""),
    _CHROME.format("Windows NT 10.0; Win64; x64", 126, ""),
    _CHROME.format("Linux; Android 10; K", 131, "Mobile "),
    _CHROME.format("Linux; Android 10; K", 124, "Mobile "),
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:133.0) Gecko/20100101 Firefox/133.0",
    "Mozilla/5.0 (iPhone; CPU iPhone OS 17_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) "
    "Version/17.6 Mobile/15E148 Safari/604.1",
)
PAGE = "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8"


class Unreachable(PublishError):
    """No response, or one that does not end; this says nothing about the site's content."""


class HttpClient:
    """Keeps one connection to the host of `base` (http or https) open."""

    def __init__(self, base: str) -> None:
        parts = urlsplit("")
        try:
            parts = urlsplit(base)
            parts.port  # noqa: B018  (raises for an invalid port)
            usable = parts.scheme in ("http", "https") and bool(parts.hostname) and base.isprintable()
        except ValueError:
            usable = False
        if not usable:
            raise PublishError(f"“{base}” không phải địa chỉ trang (http:// hoặc https://).", wrong_call=True)
        self.base, self.parts, self.path = base, parts, parts.path.rstrip("/") + "/"
        self.agent = SystemRandom().choice(USER_AGENTS)
        self.connection: http.client.HTTPConnection | None = None

    def get(self, path: str, encoding: str = "identity") -> tuple[int, bytes, dict[str, str]]:
        """Return (status, body as sent, headers in lower case). Raises Unreachable after a second attempt."""
        begun = time.monotonic()
        for last in (False, True):
            try:
                return self._get(path, encoding)
            except (OSError, http.client.HTTPException) as error:
                self.close()
                if last or time.monotonic() - begun > MAX_SECONDS / 2:
                    raise Unreachable(f"Không mở được {self.base}: {cause_of(error)}.") from None
        raise AssertionError

    def close(self) -> None:
        if self.connection:
            self.connection.close()
        self.connection = None

    def _get(self, path: str, encoding: str) -> tuple[int, bytes, dict[str, str]]:
        if self.connection is None or self.connection.sock is None:
            self.connection = self._connect()
            self.connection.connect()
        end = threading.Timer(
            MAX_SECONDS, self._cut, [self.connection.sock]
        )  # the connection object drops the socket while the response is still being read
        end.daemon = True
        end.start()  # a server that sends a byte now and then would never hit the timeout of a single read
        try:
            self.connection.request("GET", self.path + quote(path), headers=self._headers(path, encoding))
            answer = self.connection.getresponse()
            data = answer.read(MAX_RESPONSE_BYTES + 1)
            if len(data) > MAX_RESPONSE_BYTES:
                raise http.client.HTTPException(f"câu trả lời dài quá {MAX_RESPONSE_BYTES // 1_000_000} MB")
            if not answer.isclosed():
                self.close()
            return answer.status, data, {name.lower(): value for name, value in answer.getheaders()}
        finally:
            end.cancel()

    def _headers(self, path: str, encoding: str) -> dict[str, str]:
        page = path.endswith(("/", ".html")) or not path
        return {
            "User-Agent": self.agent,
            "Accept": PAGE if page else "*/*",
            "Accept-Language": "vi-VN,vi;q=0.9,en-US;q=0.6,en;q=0.5",
            "Accept-Encoding": encoding,
            "Sec-Fetch-Dest": "document" if page else "empty",
            "Sec-Fetch-Mode": "navigate" if page else "cors",
            "Sec-Fetch-Site": "none" if page else "same-origin",
        }

    @staticmethod
    def _cut(line: socket.socket) -> None:
        with suppress(OSError):
            line.shutdown(socket.SHUT_RDWR)

    def _connect(self) -> http.client.HTTPConnection:
        host, port = self.parts.hostname or "", self.parts.port
        if self.parts.scheme == "https":
            return http.client.HTTPSConnection(host, port, timeout=TIMEOUT, context=ssl.create_default_context())
        return http.client.HTTPConnection(host, port, timeout=TIMEOUT)


def unpacked(data: bytes, encoding: str) -> bytes | None:
    """Decode a body with this Content-Encoding, up to MAX_RESPONSE_BYTES bytes; None when it cannot be decoded."""
    import brotli

    if encoding in ("", "identity"):
        return data
    try:
        if encoding in ("gzip", "x-gzip"):
            small = zlib.decompressobj(wbits=31)
            content = small.decompress(data, MAX_RESPONSE_BYTES)
            return content if small.eof and not small.unused_data else None
        if encoding == "br":
            return _from_brotli(brotli.Decompressor(), data)
    except (zlib.error, brotli.error):
        return None
    return None


def _from_brotli(small: Any, data: bytes) -> bytes | None:
    parts, size = [small.process(data, output_buffer_limit=1 << 20)], 0
    while parts[-1]:  # an empty part: end of the stream, or truncated
        size += len(parts[-1])
        if size > MAX_RESPONSE_BYTES:
            return None
        parts.append(b"" if small.is_finished() else small.process(b"", output_buffer_limit=1 << 20))
    return b"".join(parts) if small.is_finished() else None
