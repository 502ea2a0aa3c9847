"""The publisher's own record of what it published to a target: the only source it trusts about that target.

`NAME.jsonl` is the release log, byte for byte as published: each line holds the hash of its release's manifest and of
the previous line. `NAME.manifest.json` and `NAME.manifest.json.sig` belong to the last release. `NAME.pending.json`
exists from before activation until after it; an interrupted run leaves it behind, and the next run sees from the target
whether activation took place. Nothing in these files is secret: all of it is public, or about to be.
"""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path

from generator.io.causes import cause_of
from generator.io.file import replace_file
from generator.publishing import release_log
from generator.publishing.error import PublishError
from generator.publishing.manifest import Manifest, digest
from generator.publishing.untrusted import parse_json, text_of

FALLBACK = Path(".cache/publications")  # when the caller names no file; the commands name one beside the content


def ledger_name(label: str) -> str:
    """A file name for a target, from its name or address: readable, and unique per target."""
    if re.fullmatch(r"[a-zA-Z0-9][\w-]{0,60}", label, re.ASCII):
        return f"{label}.jsonl"
    plain = re.sub(r"[^a-zA-Z0-9]+", "-", label).strip("-")[-60:]
    return f"{plain}-{hashlib.sha256(label.encode('utf-8', 'surrogateescape')).hexdigest()[:10]}.jsonl"


class Ledger:
    """Read with `Ledger(file)`. list: bytes of the release log, empty when nothing was published; signature: of the
    last release, empty for none; pending: the log including the release whose activation has begun; settle: complete
    what an interrupted run left, False to write nothing. Raises PublishError for unreadable or damaged files."""

    def __init__(self, file: Path, settle: bool = True) -> None:
        self.file = file
        self.list = self._read(file) or b""
        self.pending = b""
        self._pending_manifest, self._pending_signature = b"", b""
        try:
            release_log.parse_log(self.list)
            waiting = self._read(self._beside("pending.json"))
            if waiting:
                given = parse_json(waiting)
                self.pending = text_of(given["danh_sach"]).encode()
                self._pending_manifest = text_of(given["manifest"]).encode()
                self._pending_signature = text_of(given["chu_ky"]).encode()
                release_log.parse_log(self.pending)
        except (PublishError, ValueError, KeyError, TypeError) as error:
            raise PublishError(
                f"Sổ đăng {file} hỏng: {cause_of(error)}", "Lấy lại tệp này từ git hoặc từ bản lưu rồi chạy lại."
            ) from None
        if settle and self.pending and self.list == self.pending:  # interrupted between the last two steps
            self.commit()
        data, signature = self._read(self._beside("manifest.json")), self._read(self._beside("manifest.json.sig"))
        fits = data is not None and bool(self.list) and digest(data) == self.last.manifest
        self.manifest_bytes = data if fits and data else b""
        self.signature = signature if fits and signature else b""

    @property
    def exists(self) -> bool:
        """True when something was published, or was about to be."""
        return bool(self.list or self.pending)

    @property
    def lines(self) -> list[release_log.ReleaseLogEntry]:
        return release_log.parse_log(self.list)

    @property
    def last(self) -> release_log.ReleaseLogEntry:
        """The log entry of the last release; the log must not be empty."""
        return self.lines[-1]

    @property
    def unswitched(self) -> str:
        """The id of the release that was about to be activated when a run was interrupted, empty for none."""
        return release_log.parse_log(self.pending)[-1].id if self.pending else ""

    def begin(self, listed: bytes, manifest: bytes, signature: bytes) -> None:
        """Record that the last release of the log `listed` is about to be activated. Raises PublishError when this
        cannot be written: then nothing may be activated."""
        self.pending, self._pending_manifest, self._pending_signature = listed, manifest, signature
        waiting = {"danh_sach": listed.decode(), "manifest": manifest.decode(), "chu_ky": signature.decode()}
        self._write(self._beside("pending.json"), json.dumps(waiting, ensure_ascii=False, indent=1).encode() + b"\n")

    def commit(self) -> None:
        """The pending release is public: make its log the current one."""
        self.take(self.pending, self._pending_manifest, self._pending_signature)
        self._beside("pending.json").unlink(missing_ok=True)
        self.pending = b""

    def take(self, listed: bytes, manifest: bytes, signature: bytes) -> None:
        """Replace the log with `listed`, and the manifest and signature with those of its last release."""
        self._write(self._beside("manifest.json"), manifest)
        if signature:
            self._write(self._beside("manifest.json.sig"), signature)
        else:
            self._beside("manifest.json.sig").unlink(missing_ok=True)
        self._write(self.file, listed)
        self.list, self.manifest_bytes, self.signature = listed, manifest, signature

    def manifest(self) -> Manifest | None:
        """The manifest of the last release, as published; None when only the log is left."""
        return Manifest.from_bytes(self.manifest_bytes) if self.manifest_bytes else None

    def _beside(self, suffix: str) -> Path:
        return self.file.with_name(f"{self.file.stem}.{suffix}")

    def _read(self, file: Path) -> bytes | None:
        try:
            return file.read_bytes()
        except FileNotFoundError:
            return None
        except OSError as error:
            raise PublishError(f"Không đọc được sổ đăng {file}: {cause_of(error)}.") from None

    def _write(self, file: Path, data: bytes) -> None:
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            replace_file(file, data, durable=True)
        except OSError as error:
            raise PublishError(
                f"Không ghi được sổ đăng {file}: {cause_of(error)}.",
                "Xem quyền ghi và ổ đĩa của máy này; không có sổ thì không chuyển bản.",
            ) from None
