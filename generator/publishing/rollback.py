"""Back to an earlier release, as a new release: the list of what was public is never shortened."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path

from generator.publishing import history
from generator.publishing.error import PublishError
from generator.publishing.fill import fill
from generator.publishing.lock import Lock
from generator.publishing.place import RELEASES, Place
from generator.publishing.prepare import Prepared
from generator.publishing.release import (
    Outcome,
    Settings,
    complete,
    kept_files,
    kept_hashes,
    next_manifest,
    prune,
    tidy,
)
from generator.publishing.state import State, release_manifest, releases, state_of
from generator.publishing.switch import switch


def rollback(place: Place, settings: Settings, to: str = "") -> Outcome:
    """Make the release `to` (its name or number; empty: the one before) public again. Nothing is uploaded: its files get a
    second name on the host, every hash is checked there, then the same one switch. Raises PublishError."""
    if place.pointed() is None:  # before any folder is made
        raise PublishError(f"{place.label} chưa có bản nào để quay lại.", wrong_call=True)
    place.prepare()
    with Lock(place, settings.patience, settings.say) as lock:
        now = state_of(place)
        if now.folder is None or now.manifest is None:
            raise PublishError(f"{place.label} chưa có bản nào để quay lại.", wrong_call=True)
        name = _chosen(place, now, to)
        old = release_manifest(place, f"{RELEASES}/{name}")
        part = tidy(place, now, old.content)
        own = {path: digest for path, digest in old.files.items() if path not in old.kept}
        manifest = next_manifest(now, old.content, Prepared(Path(), {}, old.records, old.site, old.source), settings)
        kept = kept_files(now, own, manifest.number, settings.keep)
        settings.say(f"Quay lại bản {name} …")
        with tempfile.TemporaryDirectory(prefix="tthc-nothing-") as nothing:
            wanted = own | kept_hashes(now, kept)
            lost = fill(
                place,
                part,
                Path(nothing),
                wanted,
                [(f"{RELEASES}/{name}", old.files), (now.folder, now.manifest.files)],
            )
        if lost & set(own):
            raise PublishError(
                f"Bản {name} ở {place.label} đã hỏng {len(lost & set(own))} tệp.",
                "Trang đang công khai vẫn như cũ; quay lại một bản khác.",
            )
        complete(
            place, part, now, manifest, own, {path: kept[path] for path in kept if path not in lost}, settings, of=name
        )
        switch(place, part, manifest.id, now.folder, lock)
        prune(place, manifest, settings.keep)
        return Outcome(replace(manifest))


def _chosen(place: Place, now: State, to: str) -> str:
    there = releases(place)
    if to:
        found = [name for number, name in there.items() if to in (name, str(number))]
        if not found:
            raise PublishError(
                f"{place.label} không còn bản “{to}”.",
                f"Các bản còn giữ: {', '.join(there.values())}.",
                wrong_call=True,
            )
        return found[0]
    lines = history.lines(now.list)
    shown = int((lines[-1].of or lines[-1].id)[:5])
    earlier = [line.id for line in lines if line.number < shown and not line.of and there.get(line.number) == line.id]
    if not earlier:
        raise PublishError(f"{place.label} không còn bản nào trước bản đang công khai.", wrong_call=True)
    return earlier[-1]
