"""Fixtures: a folder that a web server's own user may read, and SSH servers, one for a whole module."""

from __future__ import annotations

import re
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.publishing.ledger import FALLBACK
from tests.publishing.signed_site import Site
from tests.support.servers import SshServer

MEMORY = Path("/dev/shm")  # publishing has every file written through to the disk, which a busy disk makes slow


@pytest.fixture
def tmp_path() -> Iterator[Path]:
    """A fresh folder, in memory where there is room."""
    free = MEMORY.is_dir() and shutil.disk_usage(MEMORY).free > 100_000_000
    folder = Path(tempfile.mkdtemp(prefix="tthc-test-", dir=MEMORY if free else None))
    yield folder
    shutil.rmtree(folder, ignore_errors=True)
    plain = re.sub(r"[^a-zA-Z0-9]+", "-", folder.name).strip("-")
    for file in FALLBACK.glob(f"*{plain}*"):  # the record of a place that is gone
        file.unlink()


@pytest.fixture
def open_folder(tmp_path: Path) -> Path:
    """One that web servers, which run as another user, may read."""
    tmp_path.chmod(0o755)
    return tmp_path


@pytest.fixture(scope="session")
def published(tmp_path_factory: pytest.TempPathFactory) -> Site:
    return Site(tmp_path_factory.mktemp("published"))


@pytest.fixture
def site(tmp_path: Path, published: Site) -> Site:
    return Site(tmp_path, published)


def _server(tmp_path_factory: pytest.TempPathFactory, sftp_only: bool) -> Iterator[SshServer]:
    server = SshServer(tmp_path_factory.mktemp("sshd"), sftp_only)
    server.start()
    yield server
    server.stop()


@pytest.fixture(scope="module")
def ssh_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SshServer]:
    yield from _server(tmp_path_factory, sftp_only=False)


@pytest.fixture(scope="module")
def sftp_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SshServer]:
    yield from _server(tmp_path_factory, sftp_only=True)
