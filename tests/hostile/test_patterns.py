"""Every regular expression of the product takes time that grows with the text, not with its square.

Only CPU time of this process is looked at, the shortest of several runs, and one length is compared with four times
that length: a
loaded machine slows both. TTHC_FUZZ set: longer texts.
"""

from __future__ import annotations

import os
import re
import signal
import time
from collections.abc import Iterator, Set
from contextlib import contextmanager

import pytest

from tests.hostile.patterns import ANYWHERE, START, WHOLE, Expression, collected, texts_for

LONG = 24_000 if "TTHC_FUZZ" in os.environ else 6_000
QUICK = 0.02  # seconds of CPU: below, nothing is slow
CUT = 1.0  # seconds of CPU after which a run is given up
RATIO = 9  # four times the text: 4 is linear, 16 a square
SIZES = (12, 20, 28, 100, 400, LONG // 4)  # on the way up, so that an exponential one is met while it is small


class TooSlow(Exception):
    """The run was cut off."""


@contextmanager
def cut_off() -> Iterator[None]:
    def stop(*_: object) -> None:
        raise TooSlow

    before = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, CUT)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def spent(pattern: re.Pattern[str], text: str, ways: Set[str]) -> float:
    """CPU seconds of the ways an expression is used."""
    begun = time.process_time()
    with cut_off():
        if ANYWHERE in ways:
            for _ in pattern.finditer(text):
                pass
        if START in ways:
            pattern.match(text)
        if WHOLE in ways:
            pattern.fullmatch(text)
    return time.process_time() - begun


def slow(source: str, flags: int, ways: Set[str] = frozenset({ANYWHERE})) -> str:
    """A text (shortened) on which the time grows faster than the text; empty when there is none."""
    pattern = re.compile(source, flags)
    short = list(zip(*(texts_for(source, flags, size) for size in SIZES), texts_for(source, flags, LONG), strict=True))
    for texts in short:
        try:
            times = [spent(pattern, text, ways) for text in texts]
            if times[-1] < QUICK:
                continue
            quarter, whole = (min(spent(pattern, text, ways) for _ in range(4)) for text in texts[-2:])
            if whole > max(QUICK, RATIO * quarter):
                return f"{texts[0][:60]!r}: {quarter:.3f} s, four times the text {whole:.3f} s"
        except TooSlow:
            return f"{texts[0][:60]!r}: cut off"
    return ""


EXPRESSIONS = sorted(collected(), key=lambda one: (one.where.partition(":")[0], one.source))


def test_expressions_are_collected() -> None:
    """Those of modules, of objects in modules, and those that are only compiled inside a function."""
    ways = {one.source: one.ways for one in EXPRESSIONS}
    assert len(ways) > 200
    assert ways[r"\d{4}-\d{2}-\d{2}"] == {WHOLE} and ways[r"[^a-z0-9]+"] == {ANYWHERE} and r"site\.ya?ml" in ways


@pytest.mark.parametrize(
    ("pattern", "linear"),
    [
        (r"[\w.+-]+@[\w-]+", False),
        (r"(a+)+b", False),
        (r"(?:a|a)*b", False),
        (r"a+b", False),
        (r"x[ab]*[bc]*d", False),
        (r"(?<!a)a+b", True),
        (r"a{1,64}b", True),
        (r"[ab]c", True),
    ],
)
def test_the_measure_itself(pattern: str, linear: bool) -> None:
    assert (slow(pattern, re.compile(pattern).flags) == "") is linear


@pytest.mark.parametrize(
    "one", EXPRESSIONS, ids=lambda one: f"{one.where.removeprefix('generator.')} {one.source[:40]}"
)
def test_an_expression_is_linear(one: Expression) -> None:
    assert slow(one.source, one.flags, one.ways) == ""
