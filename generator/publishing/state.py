"""What a place has: which release is public, what it is made of, and the list of all releases so far."""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.publishing import history
from generator.publishing.error import PublishError
from generator.publishing.manifest import Manifest, digest
from generator.publishing.names import MANIFEST, RELEASE_LIST
from generator.publishing.place import RELEASES, Place

RELEASE = re.compile(r"[0-9]{5}-[0-9a-f]{12}")  # any other name is somebody's own folder


@dataclass(slots=True)
class State:
    """folder: where `current` leads; manifest: of that release; list: bytes of its list of releases."""

    folder: str | None = None
    manifest: Manifest | None = None
    list: bytes = b""
    manifest_digest: str = ""

    @property
    def number(self) -> int:
        return self.manifest.number if self.manifest else 0


def state_of(place: Place) -> State:
    """Read the place. Raises PublishError when what is public has no readable manifest or a list that was tampered with."""
    folder = place.pointed()
    if folder is None:
        return State()
    manifest = release_manifest(place, folder)
    listed = place.read(f"{folder}/{RELEASE_LIST}") or b""
    if not history.ends_with(listed, manifest):
        raise PublishError(f"Danh sách bản công bố ở {place.label} không khớp với bản đang công khai.")
    return State(folder, manifest, listed, digest(manifest.to_bytes()))


def release_manifest(place: Place, folder: str) -> Manifest:
    """The manifest of a release. Raises PublishError when it is missing or broken."""
    data = place.read(f"{folder}/{MANIFEST}")
    if data is None:
        raise PublishError(f"{place.label}/{folder} không có danh mục tệp (manifest).")
    return Manifest.from_bytes(data)


def releases(place: Place) -> dict[int, str]:
    """Number → name of the whole releases there."""
    return {int(name[:5]): name for name in place.names(RELEASES) if RELEASE.fullmatch(name)}
