"""Fixtures: a folder that a web server's own user may read, and SSH servers, one for a whole module."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.publishing.servers import SshServer


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """pytest's own folders are for one user alone; web servers run as another."""
    folder = Path(tempfile.mkdtemp(prefix="tthc-test-"))
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(folder, ignore_errors=True)


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
