"""Forms with files, as browsers send them (multipart/form-data, RFC 7578)."""

from __future__ import annotations

import re
from typing import NamedTuple

MAX_PARTS = 50
_BOUNDARY = re.compile(r";\s*boundary=\"?([\w'()+,./:=?-]{1,70})\"?\s*(?:;|$)", re.ASCII)
_NAME = re.compile(r";\s*name=\"([^\"]*)\"")
_FILE = re.compile(r";\s*filename=\"([^\"]*)\"")


class NotMultipart(Exception):
    """The body is not what its type says."""


class SentFile(NamedTuple):
    """name: as the browser gave it, whatever it may contain."""

    name: str
    data: bytes


def read_multipart(content_type: str, body: bytes) -> tuple[list[tuple[str, str]], dict[str, SentFile]]:
    """(pairs of the form in order, files by the name of their control). Raises NotMultipart, UnicodeDecodeError."""
    boundary = _BOUNDARY.search(content_type)
    if boundary is None:
        raise NotMultipart
    _, *parts = (b"\r\n" + body).split(b"\r\n--" + boundary[1].encode(), MAX_PARTS)
    if not parts or not parts.pop().startswith(b"--"):  # cut off, or more parts than any form has
        raise NotMultipart
    pairs: list[tuple[str, str]] = []
    files: dict[str, SentFile] = {}
    for part in parts:
        head, gap, data = part.partition(b"\r\n\r\n")
        lines = head.decode("utf-8").split("\r\n")
        about = next((line for line in lines if line.lower().startswith("content-disposition:")), "")
        name, file = _NAME.search(about), _FILE.search(about)
        if not gap or name is None:
            raise NotMultipart
        if file:
            files[name[1]] = SentFile(file[1], data)
        else:
            pairs.append((name[1], data.decode("utf-8")))
    return pairs, files
