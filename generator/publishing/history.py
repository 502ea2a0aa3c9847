"""The list of releases: one JSON line each, only ever appended to, each line naming the hash of the one before.

It travels inside every release, so the one switch publishes the release and its line together.
"""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import dataclass

from generator.publishing.error import PublishError
from generator.publishing.manifest import Manifest, digest, said_time

PUBLISHED, RETURNED = "đăng", "quay lại"


@dataclass(frozen=True, slots=True)
class Line:
    """One release: what was public from `time` until the time of the next line. of: the release returned to, if any."""

    number: int
    id: str
    time: str
    action: str
    manifest: str
    of: str
    before: str
    clock_back: bool

    def to_bytes(self) -> bytes:
        data = {
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
        return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


def lines(data: bytes) -> list[Line]:
    """Parse and check a list: numbers rise, every line names the hash of the one before. Raises PublishError."""
    found: list[Line] = []
    before = ""
    for place, row in enumerate(data.splitlines(keepends=True), 1):
        try:
            given = json.loads(row)
            line = Line(
                given["so"],
                given["ma"],
                given["luc"],
                given["viec"],
                given["manifest"],
                given["cua"],
                given["truoc"],
                given.get("dong_ho_lui", False),
            )
        except (ValueError, KeyError, TypeError):
            raise PublishError(f"Danh sách bản công bố hỏng ở dòng {place}.") from None
        if line.before != before or (found and line.number <= found[-1].number) or line.to_bytes() != row:
            raise PublishError(f"Danh sách bản công bố bị sửa ở dòng {place}: không nối với dòng trước.")
        found.append(line)
        before = digest(row)
    return found


def appended(data: bytes, manifest: Manifest) -> bytes:
    """The list with the line of one more release. A clock that runs back is recorded as such, never hidden."""
    known = lines(data)
    rows = data.splitlines(keepends=True)
    time = said_time(manifest.time)
    back = bool(known) and manifest.time < int(dt.datetime.fromisoformat(known[-1].time).timestamp())
    line = Line(
        manifest.number,
        manifest.id,
        time,
        manifest.action,
        digest(manifest.to_bytes()),
        manifest.of,
        digest(rows[-1]) if rows else "",
        back,
    )
    return data + line.to_bytes()


def ends_with(data: bytes, manifest: Manifest) -> bool:
    """True when the list is the one that `manifest` was made after, with its own line at the end. Raises PublishError."""
    before = b"".join(data.splitlines(keepends=True)[:-1])
    return digest(before) == manifest.list_before and appended(before, manifest) == data
