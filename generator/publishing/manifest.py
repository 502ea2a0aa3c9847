"""What a release is made of, as data: every file with its hash, every record with its version, when, and after what."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from dataclasses import dataclass, field
from typing import Any

from generator.publishing.error import PublishError
from generator.publishing.names import UNLISTED, checked

FORM = 1
VIETNAM = dt.timezone(dt.timedelta(hours=7))


@dataclass(slots=True)
class Manifest:
    """number: counts releases of a place from 1; time: when, in seconds since 1970; file_time: what new files are dated,
    always later than in the release before, or hosts that tell versions apart by date and size (nginx, Apache) would
    call an old copy fresh; files: path → SHA-256; kept: those of earlier releases that stay for open tabs, path → number
    of the release they are from; action, of: as in the list of releases; list_before: hash of that list up to here, so that
    who signs the manifest signs the whole list."""

    number: int
    time: int
    file_time: int
    content: str
    site: str = ""
    source: str = ""
    before: str = ""
    records: dict[str, str] = field(default_factory=dict)
    files: dict[str, str] = field(default_factory=dict)
    kept: dict[str, int] = field(default_factory=dict)
    action: str = ""
    of: str = ""
    list_before: str = ""

    @property
    def id(self) -> str:
        """The release's name: its number and the start of its content's hash."""
        return f"{self.number:05d}-{self.content[:12]}"

    def to_bytes(self) -> bytes:
        """Canonical JSON: equal manifests are equal bytes."""
        data = {
            "dinh_dang": FORM,
            "ma": self.id,
            "so": self.number,
            "luc": said_time(self.time),
            "luc_tep": self.file_time,
            "trang": self.site,
            "nguon": self.source,
            "truoc": self.before,
            "noi_dung": self.content,
            "viec": self.action,
            "cua": self.of,
            "danh_sach_truoc": self.list_before,
            "ho_so": dict(sorted(self.records.items())),
            "giu_lai": dict(sorted(self.kept.items())),
            "tep": dict(sorted(self.files.items())),
        }
        return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode()

    @classmethod
    def from_bytes(cls, data: bytes) -> Manifest:
        """Raises PublishError for what is no manifest, or names files outside of its folder."""
        try:
            given: dict[str, Any] = json.loads(data)
            if given["dinh_dang"] != FORM:
                raise PublishError(
                    f"Danh mục tệp có dạng {given['dinh_dang']}, công cụ này chỉ hiểu dạng {FORM}.", "Cập nhật công cụ."
                )
            time = int(dt.datetime.fromisoformat(given["luc"]).timestamp())
            files = {checked(path): str(digest) for path, digest in given["tep"].items()}
            kept = {path: int(number) for path, number in given["giu_lai"].items()}
            records = {str(key): str(version) for key, version in given["ho_so"].items()}
            found = cls(
                int(given["so"]),
                time,
                int(given["luc_tep"]),
                str(given["noi_dung"]),
                given["trang"],
                given["nguon"],
                given["truoc"],
                records,
                files,
                kept,
            )
            found.action, found.of, found.list_before = (
                str(given["viec"]),
                str(given["cua"]),
                str(given["danh_sach_truoc"]),
            )
            found_id = str(given["ma"])
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise PublishError(f"Danh mục tệp (manifest) hỏng: {error}.") from None
        if found.id != found_id or set(files) & set(UNLISTED):
            raise PublishError("Danh mục tệp (manifest) tự mâu thuẫn.")
        return found


def content_hash(files: dict[str, str]) -> str:
    """One hash for a set of files."""
    return hashlib.sha256("".join(f"{digest}  {path}\n" for path, digest in sorted(files.items())).encode()).hexdigest()


def digest(data: bytes) -> str:
    """SHA-256, in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def said_time(seconds: int) -> str:
    """Seconds since 1970 as Vietnamese time, whatever this machine's time zone is."""
    return dt.datetime.fromtimestamp(seconds, VIETNAM).isoformat()
