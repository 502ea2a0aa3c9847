"""The manifest of a release: every file with its hash, every record with its version, the time and the predecessor."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, field

from generator.io.causes import cause_of
from generator.publishing.error import PublishError
from generator.publishing.release_paths import UNLISTED, checked_path
from generator.publishing.untrusted import HASH, number_of, parse_json, printable, seconds_of, text_of, time_text

SCHEMA_VERSION = 1


@dataclass(slots=True)
class Manifest:
    """number: counts releases of a target from 1; time: of publishing, Unix seconds; file_time: mtime of new files,
    always later than in the previous release, as web servers that derive ETags from mtime and size (nginx, Apache)
    would otherwise treat an old copy as fresh; files: path → SHA-256; retained: hashed files of earlier releases, for
    open tabs, path → number of the release they are from; action, of: as in the release log; previous_log: hash of
    the log up to here, so that signing the manifest signs the whole log; reason: why it was published although the host
    differed from the ledger; adopted: the log before it was taken over from the host, without a ledger."""

    number: int
    time: int
    file_time: int
    content: str
    site: str = ""
    source: str = ""
    previous: str = ""
    records: dict[str, str] = field(default_factory=dict)
    files: dict[str, str] = field(default_factory=dict)
    retained: dict[str, int] = field(default_factory=dict)
    action: str = ""
    of: str = ""
    previous_log: str = ""
    reason: str = ""
    adopted: bool = False

    @property
    def id(self) -> str:
        """The release id: its number and the start of its content hash."""
        return f"{self.number:05d}-{self.content[:12]}"

    def to_bytes(self) -> bytes:
        """Canonical JSON: equal manifests are equal bytes."""
        data = {
            "dinh_dang": SCHEMA_VERSION,
            "ma": self.id,
            "so": self.number,
            "luc": time_text(self.time),
            "luc_tep": self.file_time,
            "trang": self.site,
            "nguon": self.source,
            "truoc": self.previous,
            "noi_dung": self.content,
            "viec": self.action,
            "cua": self.of,
            "danh_sach_truoc": self.previous_log,
            **({"ly_do": self.reason} if self.reason else {}),
            **({"theo_may_chu": True} if self.adopted else {}),
            "ho_so": dict(sorted(self.records.items())),
            "giu_lai": dict(sorted(self.retained.items())),
            "tep": dict(sorted(self.files.items())),
        }
        return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode()

    @classmethod
    def from_bytes(cls, data: bytes) -> Manifest:
        """Parse a manifest. Raises PublishError for invalid data or paths outside the release folder."""
        try:
            fields = parse_json(data)
            if fields["dinh_dang"] != SCHEMA_VERSION:
                raise PublishError(
                    f"Danh mục tệp có dạng {printable(fields['dinh_dang'], 40)}, "
                    f"công cụ này chỉ hiểu dạng {SCHEMA_VERSION}.",
                    "Cập nhật công cụ.",
                )
            found = cls(
                number_of(fields["so"]),
                seconds_of(fields["luc"]),
                number_of(fields["luc_tep"]),
                text_of(fields["noi_dung"], HASH),
                text_of(fields["trang"]),
                text_of(fields["nguon"]),
                text_of(fields["truoc"]),
                {text_of(key): text_of(version) for key, version in fields["ho_so"].items()},
                {checked_path(path): text_of(digest, HASH) for path, digest in fields["tep"].items()},
                {text_of(path): number_of(number) for path, number in fields["giu_lai"].items()},
                text_of(fields["viec"]),
                text_of(fields["cua"]),
                text_of(fields["danh_sach_truoc"]),
                text_of(fields.get("ly_do", "")),
                fields.get("theo_may_chu") is True,
            )
            if found.id != fields["ma"] or set(found.files) & set(UNLISTED) or set(found.retained) - set(found.files):
                raise ValueError("tự mâu thuẫn")
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise PublishError(f"Danh mục tệp (manifest) hỏng: {cause_of(error)}.") from None
        return found


def content_hash(files: dict[str, str]) -> str:
    """One hash for a set of files (path → SHA-256)."""
    return hashlib.sha256("".join(f"{digest}  {path}\n" for path, digest in sorted(files.items())).encode()).hexdigest()


def digest(data: bytes) -> str:
    """SHA-256 of `data`, in hexadecimal."""
    return hashlib.sha256(data).hexdigest()
