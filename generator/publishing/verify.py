"""Is this exactly what was published? For a folder, or for what an address gives."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from generator.publishing import history
from generator.publishing.error import PublishError
from generator.publishing.manifest import Manifest, said_time
from generator.publishing.names import MANIFEST, RELEASE_LIST, SIGNATURE, UNLISTED
from generator.publishing.place import CURRENT
from generator.publishing.public import Browser, differences
from generator.publishing.sign import signer
from generator.publishing.targets.local import file_hashes


@dataclass(slots=True)
class Proof:
    """What was found. wrong: a line for each difference, none when all is as published; signed_by: empty without one."""

    manifest: Manifest
    wrong: list[str] = field(default_factory=list)
    signed_by: str = ""
    releases: list[history.Line] = field(default_factory=list)

    @property
    def time(self) -> str:
        return said_time(self.manifest.time)


def verify_folder(folder: Path, allowed: Path | None = None) -> Proof:
    """Check a release's folder, or the public release of a place's root."""
    if (folder / CURRENT).is_symlink():
        folder = folder / CURRENT
    folder = folder.resolve()

    def read(name: str) -> bytes | None:
        return (folder / name).read_bytes() if (folder / name).is_file() else None

    proof = _documents(read(MANIFEST), read(SIGNATURE), read(RELEASE_LIST), str(folder), allowed)
    have = file_hashes(folder)
    wanted = proof.manifest.files
    proof.wrong += [f"{path}: thiếu" for path in sorted(set(wanted) - set(have))]
    proof.wrong += [
        f"{path}: nội dung khác bản đã đăng" for path in sorted(wanted) if path in have and have[path] != wanted[path]
    ]
    proof.wrong += [f"{path}: không có trong danh mục" for path in sorted(set(have) - set(wanted) - set(UNLISTED))]
    return proof


def verify_address(
    base: str, allowed: Path | None = None, told: Callable[[int, int], None] = lambda done, total: None
) -> Proof:
    """Fetch everything that a release says it has from `base`, and compare. told: is told how many answers came, of how many."""
    browser = Browser(base)

    def read(name: str) -> bytes | None:
        status, data, _ = browser.get(name)
        return data if status == 200 else None

    proof = _documents(read(MANIFEST), read(SIGNATURE), read(RELEASE_LIST), base, allowed)
    browser.close()
    proof.wrong += differences(base, proof.manifest.files, told)
    return proof


def _documents(
    manifest: bytes | None, signature: bytes | None, listed: bytes | None, label: str, allowed: Path | None
) -> Proof:
    if manifest is None:
        raise PublishError(
            f"{label} không có {MANIFEST}.", "Chỉ kiểm được trang do “tthc publish” đăng.", wrong_call=True
        )
    proof = Proof(Manifest.from_bytes(manifest))
    proof.releases = history.lines(listed or b"")
    if not history.ends_with(listed or b"", proof.manifest) or proof.manifest.to_bytes() != manifest:
        proof.wrong.append(f"{RELEASE_LIST}: không khớp với danh mục của bản này")
    if signature:
        proof.signed_by = signer(manifest, signature, allowed)
    elif allowed:
        proof.wrong.append("chưa được ký")
    return proof
