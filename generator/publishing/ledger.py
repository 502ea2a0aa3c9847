"""The publisher's own record of what it published at a place: the only thing that it believes about that place.

`NAME.jsonl` is the list of releases, byte for byte as it is public: each line names the hash of its release's manifest and of
the line before. `NAME.manifest.json` and `NAME.manifest.json.sig` are those of the last release. `NAME.pending.json` is there
from before a switch until after it; a run that was cut in between leaves it, and the next run sees from the place whether
the switch took place. Nothing in them is secret: all of it is public, or about to be.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
from pathlib import Path

from generator.publishing import release_log
from generator.publishing.error import PublishError
from generator.publishing.manifest import Manifest, digest
from generator.publishing.untrusted import parse_json, text_of

FALLBACK = Path(".cache/publications")  # of a caller that names no file; the commands name one beside the content


def ledger_name(label: str) -> str:
    """A file name for a place, from its name or address: readable, and different for different places."""
    if re.fullmatch(r"[a-zA-Z0-9][\w-]{0,60}", label, re.ASCII):
        return f"{label}.jsonl"
    plain = re.sub(r"[^a-zA-Z0-9]+", "-", label).strip("-")[-60:]
    return f"{plain}-{hashlib.sha256(label.encode('utf-8', 'surrogateescape')).hexdigest()[:10]}.jsonl"


class Ledger:
    """Read with `Ledger(file)`. list: bytes of the list of releases, empty when nothing was published; signature: of the last
    release, empty for none; pending: the list with the line of the release that a switch is under way to. Raises PublishError for
    files that cannot be read or were damaged. settle: finish what a run that was cut left, False to write nothing."""

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
                f"Sổ đăng {file} hỏng: {error}", "Lấy lại tệp này từ git hoặc từ bản lưu rồi chạy lại."
            ) from None
        if settle and self.pending and self.list == self.pending:  # cut between its last two steps
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
        """The line of the last release; there must be one."""
        return self.lines[-1]

    @property
    def unswitched(self) -> str:
        """The name of the release that was about to be public when a run was cut, empty for none."""
        return release_log.parse_log(self.pending)[-1].id if self.pending else ""

    def begin(self, listed: bytes, manifest: bytes, signature: bytes) -> None:
        """Note that the release at the end of the list `listed` is about to be public. Raises PublishError when this cannot be
        written: then nothing must be switched."""
        self.pending, self._pending_manifest, self._pending_signature = listed, manifest, signature
        waiting = {"danh_sach": listed.decode(), "manifest": manifest.decode(), "chu_ky": signature.decode()}
        self._write(self._beside("pending.json"), json.dumps(waiting, ensure_ascii=False, indent=1).encode() + b"\n")

    def commit(self) -> None:
        """The pending release is public: its list becomes ours."""
        self.take(self.pending, self._pending_manifest, self._pending_signature)
        self._beside("pending.json").unlink(missing_ok=True)
        self.pending = b""

    def take(self, listed: bytes, manifest: bytes, signature: bytes) -> None:
        """Make `listed` the list, with the manifest and the signature of its last release."""
        self._write(self._beside("manifest.json"), manifest)
        if signature:
            self._write(self._beside("manifest.json.sig"), signature)
        else:
            self._beside("manifest.json.sig").unlink(missing_ok=True)
        self._write(self.file, listed)
        self.list, self.manifest_bytes, self.signature = listed, manifest, signature

    def manifest(self) -> Manifest | None:
        """Of the last release, as it was published; None when only the list is left."""
        return Manifest.from_bytes(self.manifest_bytes) if self.manifest_bytes else None

    def _beside(self, suffix: str) -> Path:
        return self.file.with_name(f"{self.file.stem}.{suffix}")

    def _read(self, file: Path) -> bytes | None:
        try:
            return file.read_bytes()
        except FileNotFoundError:
            return None
        except OSError as error:
            raise PublishError(f"Không đọc được sổ đăng {file}: {error.strerror or error}.") from None

    def _write(self, file: Path, data: bytes) -> None:
        new = file.with_name(f"{file.name}.new-{os.getpid()}")
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            with new.open("wb") as stream:
                stream.write(data)
                stream.flush()
                os.fsync(stream.fileno())
            new.replace(file)
        except OSError as error:
            new.unlink(missing_ok=True)
            raise PublishError(
                f"Không ghi được sổ đăng {file}: {error.strerror or error}.",
                "Xem quyền ghi và ổ đĩa của máy này; không có sổ thì không chuyển bản.",
            ) from None
