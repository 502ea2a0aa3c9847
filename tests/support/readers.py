"""Readers that fetch all the time and remember everything wrong they ever saw."""

from __future__ import annotations

import os
import re
import threading
import time
from types import TracebackType

from generator.publishing.http_check import HttpClient
from tests.support.made_site import NAMES, page, style

VERSION = re.compile(rb"<!-- ban (\d+) -->")
PAUSE = 0.002 if "TTHC_KILLS" in os.environ else 0.02  # seconds between pages: the machine has other work too


class Reader:
    """Goes round all pages of one address, asking for smaller copies every other time. A page must be whole, as some
    version has it; versions never go back; the style it names must be there, also a moment later, as for an open
    tab.

    cut: pages that ended too early and were whole when they were asked for again. Apache looks up the size of a file
    before it opens it; if the switch falls between, it sends the new file up to the size of the old one
    (docs/publishing.md)."""

    def __init__(self, base: str, path: str = "") -> None:
        self.base, self.path = base, path
        self.pages = self.version = self.switches = self.cut = 0
        self.wrong: list[str] = []
        self.ended = threading.Event()
        self.thread = threading.Thread(target=self._read, daemon=True)

    def __enter__(self) -> Reader:
        self.thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.ended.set()
        self.thread.join(30)

    def _read(self) -> None:
        browser, tab = HttpClient(self.base), ""
        while not self.ended.is_set():
            for number, name in enumerate(NAMES):
                where = name.removesuffix("index.html")
                encoding = "br" if self.pages % 2 else "identity"
                status, data = self._get(browser, where, encoding)
                if status == 200 and _is_cut(data, number):
                    self.cut += 1
                    status, data = self._get(browser, where, encoding)
                self.pages += 1
                version = self._version(status, data, number, where)
                time.sleep(PAUSE)
                if version is None:
                    continue
                if version < self.version:
                    self.wrong.append(f"{where}: version {version} after {self.version}")
                if version != self.version:
                    self.switches += 1
                self.version = version
                for asked in {style(version), tab} - {""}:
                    if browser.get(asked)[0] != 200:
                        self.wrong.append(f"{asked}: gone, while a page of version {version} was shown")
                tab = style(version) if number == 0 else tab
        browser.close()

    @staticmethod
    def _get(browser: HttpClient, where: str, encoding: str) -> tuple[int, bytes]:
        """Status and body; the body is empty if it cannot be decoded."""
        status, data, headers = browser.get(where, encoding)
        if headers.get("content-encoding") == "br":
            import brotli

            try:
                data = brotli.decompress(data)
            except brotli.error:
                data = b""
        return status, data

    def _version(self, status: int, data: bytes, number: int, where: str) -> int | None:
        said = VERSION.match(data)
        if status != 200 or not said:
            self.wrong.append(f"{where}: status {status}, {len(data)} bytes")
            return None
        version = int(said[1])
        if data != page(version, number):
            self.wrong.append(f"{where}: not the page of version {version}, {len(data)} bytes")
        return version


def _is_cut(data: bytes, number: int) -> bool:
    """True if `data` is only the beginning of a page."""
    said = VERSION.match(data)
    whole = page(int(said[1]), number) if said else b"<!--"
    return data != whole and whole.startswith(data)
