"""The way out: the same content builds to the same bytes with ProperDocs, the fork that goes on when MkDocs 1.x
ends."""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from generator.publishing.targets.local import file_hashes
from tests.conftest import PROJECT, SMALL


@pytest.mark.slow
def test_properdocs_makes_the_same_site(tmp_path: Path, small_site: Path) -> None:
    if importlib.util.find_spec("properdocs") is None:
        pytest.skip("properdocs is not installed")
    project = tmp_path / "project"
    project.mkdir()
    shutil.copytree(SMALL, project / "content")
    shutil.copytree(PROJECT / "theme", project / "theme")
    shutil.copy(PROJECT / "mkdocs.yml", project / "mkdocs.yml")
    command = [
        sys.executable,
        "-m",
        "properdocs",
        "build",
        "--quiet",
        "-f",
        str(project / "mkdocs.yml"),
        "-d",
        str(tmp_path / "site"),
    ]
    done = subprocess.run(
        command, cwd=project, env=os.environ | {"PYTHONPATH": str(PROJECT)}, capture_output=True, text=True, timeout=300
    )
    assert done.returncode == 0, done.stderr[-2000:]
    assert file_hashes(tmp_path / "site") == file_hashes(small_site)
