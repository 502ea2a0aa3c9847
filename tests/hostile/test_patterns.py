"""Every regular expression of the product takes time that grows with the text, not with its square.

Only CPU time of this process is looked at, the shortest of several runs, and one length is compared with four times
that length: a loaded machine slows both. TTHC_FUZZ set: longer texts.
"""

from __future__ import annotations

import functools
import itertools
import os
import pkgutil
import re
import signal
import time
from collections.abc import Iterator, Set

import pytest

import generator
from tests.hostile.patterns import ANYWHERE, START, WHOLE, Expression, collected, texts_for

LONG = 24_000 if "TTHC_FUZZ" in os.environ else 6_000
QUICK = 0.02  # seconds of CPU: below, nothing is slow
CUT = LONG / 15_000  # seconds of CPU after which a run is given up
RUNS = 4  # of one text, of which the shortest counts
RATIO = 9  # four times the text: 4 is linear, 16 a square


class TooSlow(Exception):
    """The run was cut off."""


@pytest.fixture(autouse=True)
def cut_off() -> Iterator[None]:
    """What takes longer than the timer that `spent` sets is given up."""

    def stop(*_: object) -> None:
        raise TooSlow

    before = signal.signal(signal.SIGPROF, stop)
    yield
    signal.signal(signal.SIGPROF, before)


def spent(pattern: re.Pattern[str], text: str, ways: Set[str]) -> float:
    """CPU seconds of the ways an expression is used."""
    begun = time.process_time()
    signal.setitimer(signal.ITIMER_PROF, CUT)
    try:
        if ANYWHERE in ways:
            for _ in pattern.finditer(text):
                pass
        if START in ways:
            pattern.match(text)
        if WHOLE in ways:
            pattern.fullmatch(text)
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
    return time.process_time() - begun


def slow(source: str, flags: int, ways: Set[str] = frozenset({ANYWHERE})) -> str:
    """A text (shortened) on which the time grows faster than the text; empty when there is none."""
    if not set("*+{") & set(source):  # it repeats nothing: no more work at each place than it is long
        return ""
    pattern = re.compile(source, flags)
    lengths = (texts_for(source, flags, n) for n in (LONG // 4, LONG // 2, LONG))
    for quarter, half, whole in dict.fromkeys(zip(*lengths, strict=True)):  # many parts give the same text
        try:  # an exponential one is given up, whatever the length
            if spent(pattern, half, ways) < QUICK / 8:  # twice that is quick, were it a cube
                continue
            if (first := spent(pattern, whole, ways)) < QUICK:
                continue
            short = min(spent(pattern, quarter, ways) for _ in range(RUNS))
            runs = itertools.chain([first], (spent(pattern, whole, ways) for _ in range(RUNS)))
            if all((long := run) > max(QUICK, RATIO * short) for run in runs):
                return f"{whole[:60]!r}: {short:.3f} s, four times the text {long:.3f} s"
        except TooSlow:
            return f"{whole[:60]!r}: cut off"
    return ""


ROOMS = sorted(info.name for info in pkgutil.iter_modules(generator.__path__) if info.name != "__main__")


@functools.cache
def expressions() -> list[Expression]:
    """All of them; to collect them takes as long as to import the whole product."""
    return sorted(collected(), key=lambda one: (one.where.partition(":")[0], one.source))


def test_expressions_are_collected() -> None:
    """Those of modules, of objects in modules, and those that are only compiled inside a function."""
    ways = {one.source: one.ways for one in expressions()}
    assert len(ways) > 200
    assert ways[r"\d{4}-\d{2}-\d{2}"] == {WHOLE} and ways[r"[^a-z0-9]+"] == {ANYWHERE}
    assert r"\Asite\.ya?ml" in ways and r"[a-z][a-z0-9_]*\s*:" in ways
    assert {one.where.split(".")[1].partition(":")[0] for one in expressions()} <= set(ROOMS)


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


@pytest.mark.parametrize("room", ROOMS)
def test_every_expression_of_a_room_is_linear(room: str) -> None:
    found = [one for one in expressions() if one.where.split(".")[1].partition(":")[0] == room]
    wrong = [(one.where, one.source, how) for one in found if (how := slow(one.source, one.flags, one.ways))]
    assert wrong == []
