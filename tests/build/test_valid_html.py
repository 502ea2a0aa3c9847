"""Every kind of page is valid HTML by the checker of the W3C (vnu)."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.conftest import PROJECT
from tests.support.site_pages import pages

JAR = PROJECT / "tests" / "node" / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
JAVA = shutil.which("java")


@pytest.mark.slow
@pytest.mark.skipif(JAVA is None, reason="no Java on this machine")
@pytest.mark.skipif(not JAR.is_file(), reason="vnu-jar is not installed (make test installs it)")
def test_no_error_on_any_kind_of_page(real_site: Path) -> None:
    # it runs for seconds: a compiler that thinks long and a second thread for rubbish cost more than they bring
    quick = ["-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xss8m"]  # such code needs a deeper stack
    command = [JAVA, *quick, "-jar", JAR, "--errors-only", "--format", "gnu", *pages(real_site, each=1)]
    done = subprocess.run(list(map(str, command)), capture_output=True, text=True)
    assert (done.returncode, done.stdout, done.stderr.splitlines()[:10]) == (0, "", [])
