"""Publish a prepared release: all of it or nothing."""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from generator.publishing import history
from generator.publishing.error import PublishError
from generator.publishing.fill import Earlier, fill
from generator.publishing.lock import PATIENCE, Lock
from generator.publishing.manifest import Manifest, content_hash, digest
from generator.publishing.names import (
    MANIFEST,
    NOTE,
    RELEASE_ID,
    RELEASE_LIST,
    SIGNATURE,
    SNAPSHOT,
    UNLISTED,
    is_hashed,
)
from generator.publishing.place import PARTS, RELEASES, Place
from generator.publishing.prepare import Prepared, date_files
from generator.publishing.sign import sign
from generator.publishing.state import State, releases, state_of
from generator.publishing.switch import switch

KEEP = 5
PART = re.compile(r"[0-9a-f]{32}")


@dataclass(slots=True)
class Settings:
    """keep: how many releases stay; key: SSH key to sign with; clock: gives seconds since 1970; say: tells of progress."""

    keep: int = KEEP
    key: Path | None = None
    patience: float = PATIENCE
    clock: Callable[[], float] = time.time
    say: Callable[[str], None] = lambda text: None


@dataclass(slots=True)
class Outcome:
    """manifest: of what is public now; changed: False when it was public already; note: what changes for citizens."""

    manifest: Manifest
    changed: bool = True
    note: str = ""


def publish(place: Place, prepared: Prepared, settings: Settings) -> Outcome:
    """Upload to a new release, check every hash there, switch once. Goes on from where a cut run stopped. Raises
    PublishError, in which case readers still have what they had."""
    place.prepare()
    with Lock(place, settings.patience, settings.say) as lock:
        now = state_of(place)
        content = content_hash(prepared.files)
        if (
            now.folder
            and now.manifest
            and now.manifest.content == content
            and is_whole(place, now.folder, now.manifest)
        ):
            return Outcome(now.manifest, changed=False)
        part = tidy(place, now, content)
        before = place.read(f"{now.folder}/{SNAPSHOT}") if now.folder else None
        note = prepared.describe(before)
        manifest = next_manifest(now, content, prepared, settings)
        (prepared.folder / NOTE).write_text(note, "utf-8")
        own = prepared.files | {NOTE: digest(note.encode())}
        kept = kept_files(now, own, manifest.number, settings.keep)
        date_files(prepared.folder, manifest.file_time)
        settings.say(f"Gửi bản {manifest.id} lên {place.label} …")
        earlier: list[Earlier] = [(now.folder, now.manifest.files)] if now.folder and now.manifest else []
        lost = fill(place, part, prepared.folder, own | kept_hashes(now, kept), earlier)
        complete(place, part, now, manifest, own, {path: kept[path] for path in kept if path not in lost}, settings)
        switch(place, part, manifest.id, now.folder, lock)
        prune(place, manifest, settings.keep)
        return Outcome(manifest, note=note)


def is_whole(place: Place, folder: str, manifest: Manifest) -> bool:
    """True when the files there are still those of the manifest."""
    have = place.hashes(folder)
    return {path: have[path] for path in have if path not in UNLISTED} == manifest.files


def tidy(place: Place, now: State, content: str) -> str:
    """Clear what cut runs left; returns the folder to fill, which may hold part of this very content."""
    part = f"{PARTS}/{content[:32]}"
    for number, name in releases(place).items():
        unused = number > now.number  # finished but never switched to
        if unused and not (name.endswith(content[:12]) and place.rename(f"{RELEASES}/{name}", part)):
            place.remove(f"{RELEASES}/{name}")
    for name in place.names(PARTS):
        if f"{PARTS}/{name}" != part and PART.fullmatch(name):
            place.remove(f"{PARTS}/{name}")
    return part


def next_manifest(now: State, content: str, prepared: Prepared, settings: Settings) -> Manifest:
    """The manifest of the release after `now`, without its files yet."""
    seconds = int(settings.clock())
    file_time = max(seconds, now.manifest.file_time + 1) if now.manifest else seconds
    return Manifest(
        now.number + 1,
        seconds,
        file_time,
        content,
        prepared.site,
        prepared.source,
        now.manifest_digest,
        prepared.records,
    )


def kept_files(now: State, own: dict[str, str], number: int, keep: int) -> dict[str, int]:
    """Files with hashed names that a page of an earlier release may still ask for: path → release they are from."""
    if now.manifest is None:
        return {}
    since = {
        path: now.manifest.kept.get(path, now.manifest.number)
        for path in now.manifest.files
        if is_hashed(path) and path not in own
    }
    return {path: at for path, at in since.items() if at >= number - max(keep, 1)}


def kept_hashes(now: State, kept: dict[str, int]) -> dict[str, str]:
    """Their hashes."""
    return {path: now.manifest.files[path] for path in kept} if now.manifest else {}


def complete(
    place: Place,
    part: str,
    now: State,
    manifest: Manifest,
    own: dict[str, str],
    kept: dict[str, int],
    settings: Settings,
    of: str = "",
) -> None:
    """Add what the release says about itself: its name, manifest, signature and the list of releases; read them back."""
    manifest.files, manifest.kept = own | kept_hashes(now, kept), kept
    manifest.action, manifest.of, manifest.list_before = (
        history.RETURNED if of else history.PUBLISHED,
        of,
        digest(now.list),
    )
    data = manifest.to_bytes()
    files = {
        MANIFEST: data,
        RELEASE_ID: f"{manifest.id}\n".encode(),
        RELEASE_LIST: history.appended(now.list, manifest),
    }
    if settings.key:
        files[SIGNATURE] = sign(data, settings.key)
    for name, wanted in files.items():
        place.write(f"{part}/{name}", wanted)
        if place.read(f"{part}/{name}") != wanted:
            raise PublishError(f"{name} ở {place.label} không giống bản gửi đi.", "Chạy lại lệnh.")
    if set(place.hashes(part)) != set(manifest.files) | set(files):
        raise PublishError(f"Bản ở {place.label} thừa hoặc thiếu tệp.", "Chạy lại lệnh.")


def prune(place: Place, manifest: Manifest, keep: int) -> None:
    """Remove the oldest releases beyond `keep`; what is public stays."""
    for number, name in releases(place).items():
        if number <= manifest.number - max(keep, 1) and name != manifest.id:
            place.remove(f"{RELEASES}/{name}")
