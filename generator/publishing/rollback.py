"""Returns to an earlier release by publishing it as a new one: the release log is never shortened."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path

from generator.publishing import release_log
from generator.publishing.activate import activate
from generator.publishing.error import PublishError
from generator.publishing.lock import Lock
from generator.publishing.prepare import PreparedRelease
from generator.publishing.release import (
    PublishResult,
    Settings,
    clean_partials,
    finalise,
    ledger_of,
    next_manifest,
    prune,
    retained_files,
    retained_hashes,
)
from generator.publishing.remote_state import RemoteState, read_remote_state, release_manifest, releases
from generator.publishing.target import RELEASES, PublishTarget
from generator.publishing.untrusted import release_number
from generator.publishing.upload import EarlierReleases, upload_release


def rollback(target: PublishTarget, settings: Settings, release: str = "") -> PublishResult:
    """Make `release` (id or number; empty: the previous one) public again. Nothing is uploaded: its files are
    hard-linked on the host, every hash is verified there, then the release is activated. Raises PublishError."""
    if target.active() is None:  # before any folder is created
        raise PublishError(f"{target.label} chưa có bản nào để quay lại.", wrong_call=True)
    target.prepare()
    with Lock(target, settings.patience, settings.notify) as lock:
        ledger = ledger_of(target, settings)
        now = read_remote_state(target, ledger, settings.signers, settings.reason)
        if not now.listed:
            raise PublishError(f"{target.label} chưa có bản nào để quay lại.", wrong_call=True)
        name = _chosen(target, now, release)
        old = release_manifest(target, now, name, settings.signers)
        part = clean_partials(target, now, old.content)
        new_files = {path: digest for path, digest in old.files.items() if path not in old.retained}
        previous = PreparedRelease(Path(), {}, old.records, old.site, old.source)
        manifest = next_manifest(now, old.content, previous, settings)
        retained = retained_files(now, new_files, manifest.number, settings.keep)
        settings.notify(f"Quay lại bản {name} …")
        current: list[EarlierReleases] = [(now.folder, now.manifest.files)] if now.folder and now.manifest else []
        with tempfile.TemporaryDirectory(prefix="tthc-nothing-") as nothing:
            wanted = new_files | retained_hashes(now, retained)
            lost = upload_release(
                target,
                part,
                Path(nothing),
                wanted,
                [(f"{RELEASES}/{name}", old.files), *current],
            )
        if lost & set(new_files):
            raise PublishError(
                f"Bản {name} ở {target.label} đã hỏng {len(lost & set(new_files))} tệp.",
                "Trang đang công khai vẫn như cũ; quay lại một bản khác.",
            )
        retained = {path: retained[path] for path in retained if path not in lost}
        finalise(target, part, now, manifest, new_files, retained, settings, ledger, of=name)
        activate(target, part, manifest.id, now.active, lock)
        ledger.commit()
        prune(target, manifest, settings.keep)
        return PublishResult(replace(manifest), damaged=now.damaged, reason=now.reason)


def _chosen(target: PublishTarget, now: RemoteState, release: str) -> str:
    there, lines = releases(target), release_log.parse_log(now.listed)
    if release:
        matches = [line.id for line in lines if release in (line.id, str(line.number)) and line.id in there]
        if not matches:
            available = [line.id for line in lines if line.id in there]
            raise PublishError(
                f"{target.label} không còn bản “{release}” nào có trong sổ đăng.",
                f"Các bản còn giữ: {', '.join(available)}.",
                wrong_call=True,
            )
        return matches[-1]
    shown = release_number(lines[-1].of or lines[-1].id) or 0
    earlier = [line.id for line in lines if line.number < shown and not line.of and line.id in there]
    if not earlier:
        raise PublishError(f"{target.label} không còn bản nào trước bản đang công khai.", wrong_call=True)
    return earlier[-1]
