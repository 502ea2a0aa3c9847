"""Fetch what a web server gives and compare it with what was published."""

from __future__ import annotations

import hashlib
import http.client
import ssl
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from itertools import count
from urllib.parse import quote, urlsplit

from generator.publishing.error import PublishError
from generator.publishing.names import UNSERVED

WORKERS = 4
TIMEOUT = 20.0


class Unreachable(PublishError):
    """No answer at all: this says nothing about the site."""


class Browser:
    """Keeps one connection to the host of `base` (http or https) open."""

    def __init__(self, base: str) -> None:
        parts = urlsplit(base)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise PublishError(f"“{base}” không phải địa chỉ trang (http:// hoặc https://).", wrong_call=True)
        self.base, self.parts, self.path = base, parts, parts.path.rstrip("/") + "/"
        self.connection: http.client.HTTPConnection | None = None

    def get(self, path: str, encoding: str = "identity") -> tuple[int, bytes, dict[str, str]]:
        """(status, bytes as sent, headers in lower case). Raises Unreachable after a second try."""
        for last in (False, True):
            try:
                if self.connection is None:
                    self.connection = self._connect()
                self.connection.request(
                    "GET", self.path + quote(path), headers={"Accept-Encoding": encoding, "User-Agent": "tthc"}
                )
                answer = self.connection.getresponse()
                return answer.status, answer.read(), {name.lower(): value for name, value in answer.getheaders()}
            except (OSError, http.client.HTTPException) as error:
                self.close()
                if last:
                    raise Unreachable(f"Không mở được {self.base}: {error}.") from None
        raise AssertionError

    def close(self) -> None:
        if self.connection:
            self.connection.close()
        self.connection = None

    def _connect(self) -> http.client.HTTPConnection:
        host, port = self.parts.hostname or "", self.parts.port
        if self.parts.scheme == "https":
            return http.client.HTTPSConnection(host, port, timeout=TIMEOUT, context=ssl.create_default_context())
        return http.client.HTTPConnection(host, port, timeout=TIMEOUT)


def differences(
    base: str, files: dict[str, str], told: Callable[[int, int], None] = lambda done, total: None
) -> list[str]:
    """What readers get against `files` (path → SHA-256): a line for every difference. Smaller copies are asked for as a
    browser does, for a sample of pages. told: is told how many answers came, of how many. Raises Unreachable."""
    plain = sorted(path for path in files if not path.endswith((".br", ".gz")) and path not in UNSERVED)
    sample = [path for path in plain if f"{path}.br" in files][::25]
    jobs = [(path, "identity") for path in plain] + [(path, encoding) for path in sample for encoding in ("br", "gzip")]
    shares, came = [jobs[start::WORKERS] for start in range(WORKERS)], count(1)
    with ThreadPoolExecutor(WORKERS) as pool:
        found = list(pool.map(lambda share: _compare(base, files, share, lambda: told(next(came), len(jobs))), shares))
    return sorted(line for share in found for line in share)


def address(path: str) -> str:
    """The path that readers use for a file: a folder for its index.html."""
    return path[: -len("index.html")] if path == "index.html" or path.endswith("/index.html") else path


def _compare(base: str, files: dict[str, str], jobs: list[tuple[str, str]], answered: Callable[[], None]) -> list[str]:
    browser, found = Browser(base), []
    for path, encoding in jobs:
        status, data, headers = browser.get(address(path), encoding)
        answered()
        sent = headers.get("content-encoding", "identity")
        wanted = files.get(path + {"br": ".br", "gzip": ".gz"}.get(sent, ""))
        if status != 200:
            found.append(f"{address(path) or '/'}: máy chủ trả lời {status}")
        elif hashlib.sha256(data).hexdigest() != wanted:
            found.append(
                f"{address(path) or '/'}: nội dung khác bản đã đăng" + (f" ({sent})" if sent != "identity" else "")
            )
    browser.close()
    return found
