"""The release log: one JSON line per release, append-only, each line holding the hash of the previous one.

It is part of every release, so activation publishes the release and its log entry together.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import Any

from generator.publishing.error import PublishError
from generator.publishing.manifest import Manifest, digest
from generator.publishing.untrusted import (
    HASH,
    RELEASE,
    TIME,
    number_of,
    parse_json,
    release_number,
    seconds_of,
    text_of,
    time_text,
)

PUBLISHED, RETURNED = "đăng", "quay lại"
WORD = re.compile(r"[^\W\d_]+( [^\W\d_]+){0,3}")


@dataclass(frozen=True, slots=True)
class ReleaseLogEntry:
    """One release: public from `time` until the time of the next entry. of: the release returned to, if any; reason,
    adopted: as in the manifest."""

    number: int
    id: str
    time: str
    action: str
    manifest: str
    of: str
    before: str
    clock_back: bool
    reason: str = ""
    adopted: bool = False

    def to_bytes(self) -> bytes:
        data: dict[str, Any] = {
            "so": self.number,
            "ma": self.id,
            "luc": self.time,
            "viec": self.action,
            "manifest": self.manifest,
            "cua": self.of,
            "truoc": self.before,
        }
        if self.clock_back:
            data["dong_ho_lui"] = True
        if self.reason:
            data["ly_do"] = self.reason
        if self.adopted:
            data["theo_may_chu"] = True
        return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


def parse_log(data: bytes) -> list[ReleaseLogEntry]:
    """Parse and verify a log: numbers increase, every line holds the previous line's hash. Raises PublishError."""
    found: list[ReleaseLogEntry] = []
    before = ""
    for place, row in enumerate(data.splitlines(keepends=True), 1):
        try:
            line = _line(parse_json(row))
        except (ValueError, KeyError, TypeError, AttributeError):
            raise PublishError(f"Danh sách bản công bố hỏng hoặc bị sửa ở dòng {place}.") from None
        if line.before != before or (found and line.number <= found[-1].number) or line.to_bytes() != row:
            raise PublishError(f"Danh sách bản công bố bị sửa ở dòng {place}: không nối với dòng trước.")
        found.append(line)
        before = digest(row)
    return found


def _line(given: dict[str, Any]) -> ReleaseLogEntry:
    """Raises ValueError, KeyError, TypeError or AttributeError for an invalid entry."""
    line = ReleaseLogEntry(
        number_of(given["so"]),
        text_of(given["ma"], RELEASE),
        text_of(given["luc"], TIME),
        text_of(given["viec"], WORD),
        text_of(given["manifest"], HASH),
        text_of(given["cua"]),
        text_of(given["truoc"]),
        given.get("dong_ho_lui") is True,
        text_of(given.get("ly_do", "")),
        given.get("theo_may_chu") is True,
    )
    seconds_of(line.time)
    if release_number(line.id) != line.number or (line.of and not RELEASE.fullmatch(line.of)):
        raise ValueError
    return line


def append(data: bytes, manifest: Manifest) -> bytes:
    """The log with one more entry. A clock that runs backwards is recorded as such, never hidden."""
    known = parse_log(data)
    rows = data.splitlines(keepends=True)
    time = time_text(manifest.time)
    back = bool(known) and manifest.time < seconds_of(known[-1].time)
    line = ReleaseLogEntry(
        manifest.number,
        manifest.id,
        time,
        manifest.action,
        digest(manifest.to_bytes()),
        manifest.of,
        digest(rows[-1]) if rows else "",
        back,
        manifest.reason,
        manifest.adopted,
    )
    return data + line.to_bytes()


def verify_tail(data: bytes, manifest: Manifest) -> bool:
    """True when the log is the one that `manifest` refers to, plus its own entry at the end. Raises PublishError."""
    before = b"".join(data.splitlines(keepends=True)[:-1])
    return digest(before) == manifest.list_before and append(before, manifest) == data
