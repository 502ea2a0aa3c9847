"""Assembles a release on this machine: the built site, its metadata and the precompressed copies."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from generator.io.mark import MARK
from generator.publishing.compress import compress
from generator.publishing.error import PublishError
from generator.publishing.release_paths import FOLDER, LICENCES, SBOM, UNSERVED, checked_path
from generator.publishing.sbom import licences, sbom
from generator.publishing.targets.local import file_hashes
from generator.publishing.webservers import apache, iis
from generator.publishing.webservers.policy import NEXT_PAGE, ServerPolicy


@dataclass(slots=True)
class PreparedRelease:
    """folder: local folder of the release; files: path → SHA-256; records: key → version; describe: builds the change
    note for citizens from the previous release's snapshot (None for none); carried: folders (with a closing `/`) that
    are taken over from the previous release as they are: frozen editions."""

    folder: Path
    files: dict[str, str]
    records: dict[str, str] = field(default_factory=dict)
    site: str = ""
    source: str = ""
    describe: Callable[[bytes | None], str] = lambda before: ""
    carried: tuple[str, ...] = ()


def prepare(
    site: Path,
    folder: Path,
    documents: dict[str, bytes] | None = None,
    cache: Path | None = None,
    host: ServerPolicy | None = None,
) -> dict[str, str]:
    """Copy `site`, without the marker file of the build, to the empty `folder` and complete it; returns path → SHA-256.
    documents: further files by path (the snapshot of the records, the audit's result); host: how it will be served.
    Raises for links and unsafe names."""
    for name, digest in file_hashes(site).items():
        checked_path(name)
        if not digest:
            raise PublishError(f"{site}/{name} là liên kết, không phải tệp.", "Chỉ đăng tệp thường.")
    if (site / FOLDER).exists():
        raise PublishError(
            f"{site}/{FOLDER} trùng với nơi ghi thông tin bản công bố.", "Dựng lại trang vào thư mục mới."
        )
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(site, folder, copy_function=shutil.copyfile, ignore=shutil.ignore_patterns(MARK))
    (folder / FOLDER).mkdir()
    for name, data in ({SBOM: sbom(), LICENCES: licences()} | (documents or {})).items():
        (folder / name).write_bytes(data)
    policy = host or ServerPolicy()
    for name, text in (
        (apache.FILE, apache.htaccess(policy)),
        (iis.FILE, iis.render(policy)),
        (NEXT_PAGE, policy.next_page),
    ):
        (folder / name).write_text(text, "utf-8")
    compress(folder, cache, skip=frozenset(UNSERVED))
    return file_hashes(folder)


def set_mtimes(folder: Path, seconds: int) -> None:
    """Set one mtime, and modes that any web server may read whatever this user's umask is, on every file."""
    for path in [folder, *folder.rglob("*")]:
        path.chmod(0o755 if path.is_dir() else 0o644)
        os.utime(path, (seconds, seconds))
