"""Lighthouse (mobile) on the kinds of page that citizens meet first: what does not depend on how busy the machine is
must be perfect.
Performance is measured by benchmarks/lighthouse/run.py. At night (TTHC_ALL); by day axe looks at the pages, the `visit`
of the browser tests at what the console complains of, and KT-002 of the audit at language, title, description and
viewport."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from benchmarks.lighthouse.run import AIM, LIGHTHOUSE, PAGES, scores
from tests.support.http_server import serving

STEADY = ("accessibility", "best-practices", "seo")


@pytest.mark.slow
@pytest.mark.skipif("TTHC_ALL" not in os.environ, reason="at night: half a minute a page")
@pytest.mark.skipif(not LIGHTHOUSE.exists(), reason="Lighthouse is not installed (make test installs it)")
@pytest.mark.parametrize("kind", PAGES)
def test_nothing_is_taken_away(real_site: Path, kind: str) -> None:
    with serving(real_site) as site:
        found, _, lost = scores(site + PAGES[kind], STEADY, "--throttling-method=provided")
    assert min(found.values()) >= AIM, (found, lost)
