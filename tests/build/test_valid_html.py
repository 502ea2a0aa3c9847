"""Every page is valid HTML by the checker of the W3C (vnu)."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.conftest import PROJECT

JAR = PROJECT / "tests" / "node" / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
JAVA = shutil.which("java")


@pytest.mark.slow
@pytest.mark.skipif(JAVA is None, reason="no Java on this machine")
@pytest.mark.skipif(not JAR.is_file(), reason="vnu-jar is not installed (make test installs it)")
def test_no_error_on_any_page(real_site: Path) -> None:
    done = subprocess.run(
        [JAVA, "-jar", str(JAR), "--errors-only", "--skip-non-html", "--format", "gnu", "."],
        cwd=real_site,
        capture_output=True,
        text=True,
    )
    assert done.stderr.splitlines()[:10] == []
