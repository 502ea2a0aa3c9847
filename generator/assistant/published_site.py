"""Reads the data of a built site, from a folder or over HTTP."""

from __future__ import annotations

import http.client
import json
import os
import urllib.error
import urllib.request
from pathlib import Path
from typing import Any
from urllib.parse import quote, urljoin

from generator import urls
from generator.io.causes import cause_of
from generator.schema.web_address import web_address

MAX_BYTES = 200_000_000
TIMEOUT = 30.0


class SiteUnreadable(Exception):
    """The site, or a file every site has, cannot be read; the text is for the user."""


class PublishedSite:
    """place: a folder with a built site, or the address of a published one."""

    def __init__(self, place: str) -> None:
        self.address = web_address(place).rstrip("/") + "/" if "://" in place else ""
        if self.address == "/":
            raise SiteUnreadable(f"“{place}” không phải địa chỉ trang (http:// hoặc https://).")
        self.folder = None if self.address else Path(place)

    def read(self, path: str) -> bytes | None:
        """The bytes of a file below the site, None when there is none. Raises SiteUnreadable."""
        if self.folder:
            # Path.resolve() raises RuntimeError for links in a circle
            file = Path(os.path.realpath(self.folder / path))
            if not file.is_relative_to(os.path.realpath(self.folder)):
                return None
            return file.read_bytes() if file.is_file() else None
        try:
            with urllib.request.urlopen(urljoin(self.address, quote(path)), timeout=TIMEOUT) as answer:
                data: bytes = answer.read(MAX_BYTES + 1)
        except urllib.error.HTTPError as error:
            if error.code == 404:
                return None
            raise SiteUnreadable(f"{self.address}{path}: máy chủ trả lời {error.code}") from error
        except (OSError, http.client.HTTPException) as error:  # http.client's for answers that are no HTTP
            raise SiteUnreadable(f"Không mở được {self.address}{path}: {cause_of(error)}") from error
        if len(data) > MAX_BYTES:
            raise SiteUnreadable(f"{self.address}{path} quá lớn.")
        return data

    def json(self, path: str) -> Any:
        """A JSON file that every site has. Raises SiteUnreadable."""
        data = self.read(path)
        if data is None:
            raise SiteUnreadable(f"Không thấy {path}: đây có phải trang do tthc dựng không?")
        try:
            return json.loads(data)
        except ValueError as error:
            raise SiteUnreadable(f"{path} không đọc được: {cause_of(error)}") from error

    def documents(self, data_set: str, edition: str = "") -> list[dict[str, Any]]:
        """Every document of a data set. edition: folder of another edition, such as `hien-nay/`. Raises
        SiteUnreadable."""
        path = f"{edition}{urls.data_file(data_set, 'jsonl')}"
        data = self.read(path)
        if data is None:
            raise SiteUnreadable(f"Không thấy {path}: trang này dựng từ trước khi có dữ liệu mở?")
        try:
            return [json.loads(line) for line in data.splitlines() if line]
        except ValueError as error:
            raise SiteUnreadable(f"{path} không đọc được: {cause_of(error)}") from error
