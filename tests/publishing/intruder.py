"""What somebody does who can write on the web host: everything there fits together again afterwards, but for
signatures."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from pathlib import Path

from generator.publishing import release_log
from generator.publishing.manifest import Manifest, digest

EVIL = b"<script>alert(document.domain)</script>"
EVIL_NAME = "assets/evil.0123456789.html"


def replace(file: Path, data: bytes) -> None:
    """New bytes for one file alone: releases share theirs by hard links."""
    file.unlink(missing_ok=True)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data)


def manifest_of(folder: Path) -> Manifest:
    return Manifest.from_bytes((folder / "cong-bo/manifest.json").read_bytes())


def rewrite_manifest(folder: Path, change: Callable[[Manifest], object]) -> None:
    """Change a release's manifest, and the last line of its list so that it fits."""
    manifest = manifest_of(folder)
    change(manifest)
    replace(folder / "cong-bo/manifest.json", manifest.to_bytes())
    listed = folder / "cong-bo/danh-sach.jsonl"
    before = b"".join(listed.read_bytes().splitlines(keepends=True)[:-1])
    replace(listed, release_log.append(before, manifest))


def change_page(folder: Path, name: str = "index.html") -> None:
    """Another page, with its hash in the manifest and the list."""
    replace(folder / name, EVIL)
    rewrite_manifest(folder, lambda manifest: manifest.files.__setitem__(name, digest(EVIL)))


def add_hashed_file(folder: Path) -> None:
    """A page of his own, named like the files that stay for open tabs."""
    replace(folder / EVIL_NAME, EVIL)
    rewrite_manifest(folder, lambda manifest: manifest.files.__setitem__(EVIL_NAME, digest(EVIL)))


def rewrite_list(folder: Path) -> None:
    """The first release never was, the second a year earlier."""
    listed = folder / "cong-bo/danh-sach.jsonl"
    new, before = b"", ""
    for line in release_log.parse_log(listed.read_bytes())[1:-1]:
        row = dataclasses.replace(line, time="2022-01-01T00:00:00+07:00", previous=before).to_bytes()
        new, before = new + row, digest(row)
    manifest = manifest_of(folder)
    manifest.previous_log = digest(new)
    replace(folder / "cong-bo/manifest.json", manifest.to_bytes())
    replace(listed, release_log.append(new, manifest))


def point_back(root: Path, release: str) -> None:
    """`current` leads to an older release."""
    (root / "current").unlink()
    (root / "current").symlink_to(f"releases/{release}")


def harmless_on_a_terminal(text: str) -> bool:
    """Whether something is said, in lines of printable characters, and not by a crash."""
    return bool(text) and all(char == "\n" or char.isprintable() for char in text) and "Traceback" not in text
