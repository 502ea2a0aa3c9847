"""Publishes a prepared release: all of it or nothing."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path

from generator.publishing import release_log
from generator.publishing.activate import activate
from generator.publishing.error import PublishError
from generator.publishing.ledger import FALLBACK, Ledger, ledger_name
from generator.publishing.lock import LEASE_TIMEOUT, Lock
from generator.publishing.manifest import Manifest, content_hash, digest
from generator.publishing.prepare import PreparedRelease, set_mtimes
from generator.publishing.release_paths import MANIFEST, NOTE, RELEASE_ID, RELEASE_LIST, SIGNATURE, SNAPSHOT, is_hashed
from generator.publishing.remote_state import RemoteState, read_remote_state, releases
from generator.publishing.sign import Signers, objection, sign
from generator.publishing.target import PARTS, RELEASES, PublishTarget
from generator.publishing.untrusted import release_number
from generator.publishing.upload import EarlierReleases, upload_release

KEEP = 5
STABLE_NAME = re.compile(r"(?:[^/]+/)?id/.+(?=/index\.html$)")  # with the folder of its edition
PART = re.compile(r"[0-9a-f]{32}")
UNKNOWN = "Không nêu được điều gì thay đổi: hồ sơ của bản trước không còn nguyên vẹn trên máy chủ.\n"


@dataclass(slots=True)
class Settings:
    """keep: number of releases to retain; key: SSH key to sign with; clock: returns Unix seconds; notify: progress
    messages; ledger: the file of our own record of this target; signers: who must have signed; reason: why to continue
    when the target does not match the ledger, empty to refuse."""

    keep: int = KEEP
    key: Path | None = None
    patience: float = LEASE_TIMEOUT
    clock: Callable[[], float] = time.time
    notify: Callable[[str], None] = lambda text: None
    ledger: Path | None = None
    signers: Signers = Signers()
    reason: str = ""


@dataclass(slots=True)
class PublishResult:
    """manifest: of the active release; changed: False when it was public already; note: what changes for citizens;
    damaged: files that were public and differed from what we had published; reason: why a mismatch was accepted;
    unanswered: stable names of the previous release that lead nowhere in this one."""

    manifest: Manifest
    changed: bool = True
    note: str = ""
    damaged: list[str] = field(default_factory=list)
    reason: str = ""
    unanswered: list[str] = field(default_factory=list)


def publish(target: PublishTarget, prepared: PreparedRelease, settings: Settings) -> PublishResult:
    """Upload a new release, verify every hash on the target, activate once; resumes an interrupted upload. Nothing on
    the target is trusted unless the ledger confirms it. Raises PublishError, in which case the active release is
    unchanged."""
    target.prepare()
    with Lock(target, settings.patience, settings.notify) as lock:
        ledger = ledger_of(target, settings)
        now = read_remote_state(target, ledger, settings.signers, settings.reason)
        carried = _carried_files(now, prepared)
        content = content_hash(prepared.files | carried)
        signed = ledger.signature or not settings.key
        if now.manifest and now.manifest.content == content and signed and not now.damaged and not now.reason:
            return PublishResult(now.manifest, changed=False)
        part = clean_partials(target, now, content)
        note = _note(target, now, prepared)
        manifest = next_manifest(now, content, prepared, settings)
        (prepared.folder / NOTE).write_text(note, "utf-8")
        new_files = prepared.files | carried | {NOTE: digest(note.encode())}
        retained = retained_files(now, new_files, manifest.number, settings.keep)
        set_mtimes(prepared.folder, manifest.file_time)
        settings.notify(f"Gửi bản {manifest.id} lên {target.label} …")
        earlier: list[EarlierReleases] = [(now.folder, now.manifest.files)] if now.folder and now.manifest else []
        lost = upload_release(target, part, prepared.folder, new_files | retained_hashes(now, retained), earlier)
        if lost & set(carried):
            raise _not_carried(sorted(lost & set(carried))[0], target.label)
        retained = {path: retained[path] for path in retained if path not in lost}
        finalise(target, part, now, manifest, new_files, retained, settings, ledger)
        activate(target, part, manifest.id, now.active, lock)
        ledger.commit()
        prune(target, manifest, settings.keep)
        unanswered = sorted(stable_names(now.manifest.files if now.manifest else {}) - stable_names(new_files))
        return PublishResult(manifest, note=note, damaged=now.damaged, reason=now.reason, unanswered=unanswered)


def _carried_files(now: RemoteState, prepared: PreparedRelease) -> dict[str, str]:
    """The files of frozen editions that the previous release has: they are linked, not built or sent again. Raises
    PublishError when it lacks one that was not built either."""
    known = now.manifest.files if now.manifest else {}
    found: dict[str, str] = {}
    for folder in prepared.carried:
        files = {path: known[path] for path in known if path.startswith(folder) and path not in prepared.files}
        if not files:
            raise _not_carried(folder, "bản trước")
        found |= files
    return found


def _not_carried(path: str, source: str) -> PublishError:
    """The error for a frozen edition that cannot be taken over."""
    return PublishError(
        f"Không giữ lại được bản đóng băng: {source} không còn nguyên {path}.",
        "Chạy lại với --rebuild-frozen để dựng lại.",
    )


def stable_names(files: Iterable[str]) -> set[str]:
    """The stable names of the open data that these files answer, such as `id/thu-tuc/1.001193`."""
    return {found[0] for path in files if (found := STABLE_NAME.match(path))}


def ledger_of(target: PublishTarget, settings: Settings) -> Ledger:
    """Our own record of the target. Raises PublishError."""
    return Ledger(settings.ledger or FALLBACK / ledger_name(target.label))


def clean_partials(target: PublishTarget, now: RemoteState, content: str) -> str:
    """Remove what interrupted runs of ours left; returns the folder to upload to, which may hold part of this content.
    Releases that the ledger does not know are left alone, unless they have the id that the next one needs."""
    part = f"{PARTS}/{content[:32]}"
    for name in releases(target):
        if (release_number(name) or 0) <= now.number:
            continue
        mine = name == now.unswitched  # complete but never activated
        if name.endswith(content[:12]) and target.rename(f"{RELEASES}/{name}", part):
            continue
        if mine or name == f"{now.number + 1:05d}-{content[:12]}":
            target.remove(f"{RELEASES}/{name}")
    for name in target.listdir(PARTS):
        if f"{PARTS}/{name}" != part and PART.fullmatch(name):
            target.remove(f"{PARTS}/{name}")
    return part


def _note(target: PublishTarget, now: RemoteState, prepared: PreparedRelease) -> str:
    """What changes for citizens since the last release. The note is signed, so the host's snapshot is used only if it
    is still the one that we published."""
    if now.adopted or (now.listed and now.manifest is None):
        return UNKNOWN
    wanted = now.manifest.files.get(SNAPSHOT) if now.manifest else None
    before = target.read(f"{now.folder}/{SNAPSHOT}") if wanted else None
    if wanted and (before is None or digest(before) != wanted):
        return UNKNOWN
    return prepared.describe(before)


def next_manifest(now: RemoteState, content: str, prepared: PreparedRelease, settings: Settings) -> Manifest:
    """The manifest of the release after `now`, without its files yet."""
    seconds = int(settings.clock())
    file_time = max(seconds, now.manifest.file_time + 1) if now.manifest else seconds
    last = release_log.parse_log(now.listed)[-1:] if now.listed else []
    return Manifest(
        now.number + 1,
        seconds,
        file_time,
        content,
        prepared.site,
        prepared.source,
        last[0].manifest if last else "",
        prepared.records,
        reason=now.reason,
        adopted=now.adopted,
    )


def retained_files(now: RemoteState, new_files: dict[str, str], number: int, keep: int) -> dict[str, int]:
    """Hashed files that open pages of earlier releases may still request: path → number of the release they are
    from."""
    if now.manifest is None:
        return {}
    since = {
        path: now.manifest.retained.get(path, now.manifest.number)
        for path in now.manifest.files
        if is_hashed(path) and path not in new_files
    }
    return {path: at for path, at in since.items() if at >= number - max(keep, 1)}


def retained_hashes(now: RemoteState, retained: dict[str, int]) -> dict[str, str]:
    """The SHA-256 of the retained files."""
    return {path: now.manifest.files[path] for path in retained} if now.manifest else {}


def finalise(
    target: PublishTarget,
    part: str,
    now: RemoteState,
    manifest: Manifest,
    new_files: dict[str, str],
    retained: dict[str, int],
    settings: Settings,
    ledger: Ledger,
    of: str = "",
) -> None:
    """Add the release metadata (id, manifest, signature, release log) and compare what is stored. Then record in the
    ledger that the release is about to be public."""
    manifest.files, manifest.retained = new_files | retained_hashes(now, retained), retained
    manifest.action, manifest.of, manifest.previous_log = (
        release_log.RETURNED if of else release_log.PUBLISHED,
        of,
        digest(now.listed),
    )
    data = manifest.to_bytes()
    files = {
        MANIFEST: data,
        RELEASE_ID: f"{manifest.id}\n".encode(),
        RELEASE_LIST: release_log.append(now.listed, manifest),
    }
    if settings.key:
        files[SIGNATURE] = sign(data, settings.key)
    why = objection(data, files.get(SIGNATURE, b""), settings.signers)
    if why:
        raise PublishError(
            f"Bản này không đăng được: {why.rstrip('.')}.",
            "site.yml có nêu người ký (nguoi_ky): ký bằng khóa của một người trong đó "
            "(--key, hoặc khoa_ky của nơi đăng).",
            wrong_call=True,
        )
    for name, wanted in files.items():
        target.write(f"{part}/{name}", wanted)
    stored = target.hashes(part)
    for name, wanted in files.items():
        if stored.get(name) != digest(wanted):
            raise PublishError(f"{name} ở {target.label} không giống bản gửi đi.", "Chạy lại lệnh.")
    if set(stored) != set(manifest.files) | set(files):
        raise PublishError(f"Bản ở {target.label} thừa hoặc thiếu tệp.", "Chạy lại lệnh.")
    ledger.begin(files[RELEASE_LIST], data, files.get(SIGNATURE, b""))


def prune(target: PublishTarget, manifest: Manifest, keep: int) -> None:
    """Remove the oldest releases beyond `keep`; the active one stays."""
    for name in releases(target):
        if (release_number(name) or 0) <= manifest.number - max(keep, 1) and name != manifest.id:
            target.remove(f"{RELEASES}/{name}")
