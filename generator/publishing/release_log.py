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
    previous: str
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
            "truoc": self.previous,
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
    entries: list[ReleaseLogEntry] = []
    previous = ""
    for place, row in enumerate(data.splitlines(keepends=True), 1):
        try:
            line = _line(parse_json(row))
        except (ValueError, KeyError, TypeError, AttributeError):
            raise PublishError(f"Danh sách bản công bố hỏng hoặc bị sửa ở dòng {place}.") from None
        if line.previous != previous or (entries and line.number <= entries[-1].number) or line.to_bytes() != row:
            raise PublishError(f"Danh sách bản công bố bị sửa ở dòng {place}: không nối với dòng trước.")
        entries.append(line)
        previous = digest(row)
    return entries


def _line(data: dict[str, Any]) -> ReleaseLogEntry:
    """Raises ValueError, KeyError, TypeError or AttributeError for an invalid entry."""
    line = ReleaseLogEntry(
        number_of(data["so"]),
        text_of(data["ma"], RELEASE),
        text_of(data["luc"], TIME),
        text_of(data["viec"], WORD),
        text_of(data["manifest"], HASH),
        text_of(data["cua"]),
        text_of(data["truoc"]),
        data.get("dong_ho_lui") is True,
        text_of(data.get("ly_do", "")),
        data.get("theo_may_chu") is True,
    )
    seconds_of(line.time)
    if release_number(line.id) != line.number or (line.of and not RELEASE.fullmatch(line.of)):
        raise ValueError
    return line


def append(data: bytes, manifest: Manifest) -> bytes:
    """The log with one more entry. A clock that runs backwards is recorded as such, never hidden."""
    entries = parse_log(data)
    rows = data.splitlines(keepends=True)
    time = time_text(manifest.time)
    back = bool(entries) and manifest.time < seconds_of(entries[-1].time)
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
    previous = b"".join(data.splitlines(keepends=True)[:-1])
    return digest(previous) == manifest.previous_log and append(previous, manifest) == data
