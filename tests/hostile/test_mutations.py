"""Spoilt files: whatever is done to a file, checking and mending it end with diagnostics, never with a traceback.

500 cases, the same every day; 400,000 new ones at night (TTHC_FUZZ). Any exception, or a problem outside its
file, fails.
"""

import datetime as dt
import os

import pytest
from hypothesis import HealthCheck, given, settings

from generator.checks._engine.runner import check
from generator.checks.fixes._runner import fix
from generator.loading.decoding import BAD_CHARS, decode
from generator.loading.folder import read_text
from generator.loading.store import Store
from generator.reporting.context import Context
from generator.reporting.text import render
from generator.schema.kinds import BY_NAME, KINDS
from tests.support.mutations import spoilt, spoilt_bytes

CASES = int(os.environ.get("TTHC_FUZZ", "500"))
SAME = "TTHC_FUZZ" not in os.environ  # the usual run tries the same cases every time, the night new ones
DAY = dt.date(2023, 12, 31)
pytestmark = pytest.mark.slow


def look(kind: str, text: str) -> None:
    """Read, check and report one file as `tthc check` would."""
    store = Store({kind.name: [] for kind in KINDS})
    read_text(text, "content/x.yml", BY_NAME[kind], store)
    found = check(store, DAY)
    lines = text.split("\n")
    for problem in found:
        assert problem.path == "content/x.yml" and problem.message and problem.id.startswith("TT-")
        assert 1 <= problem.line <= len(lines) + 1 and problem.column >= 1
    render(found[:5], Context(source=lambda path: text, colour=True))


@settings(max_examples=CASES * 8 // 10, deadline=None, derandomize=SAME, suppress_health_check=list(HealthCheck))
@given(spoilt())
def test_spoilt_texts(case: tuple[str, str]) -> None:
    kind, text = case
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not BAD_CHARS.search(text):  # the reader stops at these
        look(kind, text)


@settings(max_examples=CASES // 10, deadline=None, derandomize=SAME, suppress_health_check=list(HealthCheck))
@given(spoilt_bytes())
def test_spoilt_bytes(raw: bytes) -> None:
    text, problems = decode(raw, "content/x.yml")
    assert text is not None or problems
    if text is not None:
        look("procedure", text)


@settings(max_examples=CASES // 10, deadline=None, derandomize=SAME, suppress_health_check=list(HealthCheck))
@given(spoilt())
def test_mending_spoilt_texts(case: tuple[str, str]) -> None:
    kind, text = case
    after, _ = fix(text, BY_NAME[kind])
    assert fix(after, BY_NAME[kind])[0] == after
