"""Every regular expression of the product takes time that grows with the text, not with its square.

What decides is the number of steps (`tests/hostile/steps.py`), not time: for each character of a text four times as
long it has to stay what it is. Counting takes long, so by day only those texts are counted on which the expression is
not quick; a loaded machine makes more of them be counted, and none fail. TTHC_FUZZ set: all are counted.
"""

from __future__ import annotations

import functools
import itertools
import pkgutil
import re
import signal
import time
from collections.abc import Iterator, Set
from re import _constants as sre  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]

import pytest

import generator
from tests.hostile.pattern_texts import NIGHT, flat, texts_for
from tests.hostile.patterns import ANYWHERE, START, WHOLE, Expression, collected
from tests.hostile.steps import REPEATS, Matcher, TooMany

LONG = 6_000  # characters of the texts whose time is looked at
QUICK = 0.02  # seconds of CPU: below, steps are not counted
CUT = 0.4  # seconds of CPU after which a run is given up
COUNTED = 256  # characters of the texts whose steps are counted, or more:
BOUNDS = 5  # times the longest repetition with a bound, which is passed soon in so long a text
# steps for each character, after which counting is given up; those of our expressions are 1,500 at most by day
MOST = 20_000 if NIGHT else 5_000
GROWTH = 1.75  # of the steps for each character in four times the text: 1 is linear, 4 a square


class TooSlow(Exception):
    """The run was cut off."""


@pytest.fixture(autouse=True)
def cut_off() -> Iterator[None]:
    """What takes longer than the timer that `quick` sets is given up."""

    def stop(*_: object) -> None:
        raise TooSlow

    before = signal.signal(signal.SIGPROF, stop)
    yield
    signal.signal(signal.SIGPROF, before)


def quick(pattern: re.Pattern[str], text: str, ways: Set[str], seconds: float) -> bool:
    """Whether the ways an expression is used take less CPU time than that."""
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
    except TooSlow:
        return False
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
    return time.process_time() - begun < seconds


def steps(matcher: Matcher, text: str, ways: Set[str]) -> float:
    """Steps for each character."""
    matcher.start(text, MOST * len(text))
    try:
        if START in ways:
            matcher.match(0)
        if WHOLE in ways:
            matcher.match(0, whole=True)
        place = 0 if ANYWHERE in ways else len(text) + 1
        while place <= len(text):
            place = max(place + 1, matcher.match(place) or 0)
    except TooMany:
        return MOST
    return matcher.steps / (len(text) + 1)


def slow(source: str, flags: int, ways: Set[str] = frozenset({ANYWHERE})) -> str:
    """A text (shortened) on which the steps grow faster than the text; empty when there is none."""
    if not set("*+{") & set(source):  # it repeats nothing: no more work at each place than it is long
        return ""
    pattern, matcher = re.compile(source, flags), Matcher(source, flags)
    bounds = (value[1] for op, value in flat(parser.parse(source, flags)) if op in REPEATS)
    n = min(LONG, max(COUNTED, *(BOUNDS * bound for bound in bounds if bound is not sre.MAXREPEAT), 0))
    lengths = (texts_for(source, flags, length) for length in (LONG // 2, LONG, n // 4, n, 4 * n))
    for half, whole, *counted in dict.fromkeys(zip(*lengths, strict=True)):  # many parts give the same text
        # twice what is so quick is quick, were it a cube
        if not NIGHT and (quick(pattern, half, ways, QUICK / 8) or quick(pattern, whole, ways, QUICK)):
            continue
        before = after = 0.0
        for text in counted:  # twice: a repetition with a bound may begin to run into it between the first two lengths
            before, after = after, steps(matcher, text, ways)
            if after == MOST:
                return f"{whole[:60]!r}: given up"
            if before and after < GROWTH * before:
                break
        else:
            return f"{whole[:60]!r}: {before:.0f} steps a character, in four times the text {after:.0f}"
    return ""


PACKAGES = sorted(info.name for info in pkgutil.iter_modules(generator.__path__) if info.name != "__main__")


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
    assert {one.where.split(".")[1].partition(":")[0] for one in expressions()} <= set(PACKAGES)


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


def test_the_counted_matches_are_those_of_python() -> None:
    """At the first places of some texts of every expression."""
    for one in expressions():
        pattern, matcher = re.compile(one.source, one.flags), Matcher(one.source, one.flags)
        for text in itertools.islice(texts_for(one.source, one.flags, 40), 0, None, 1 if NIGHT else 5):
            matcher.start(text, MOST * 40)
            for place in range(3):
                match = pattern.match(text, place)
                assert matcher.match(place) == (match and match.end()), (one.where, one.source, text)
            if WHOLE in one.ways:
                match = pattern.fullmatch(text)
                assert matcher.match(0, whole=True) == (match and match.end()), (one.where, one.source, text)


@pytest.mark.parametrize("package", PACKAGES)
def test_every_expression_of_a_package_is_linear(package: str) -> None:
    found = [one for one in expressions() if one.where.split(".")[1].partition(":")[0] == package]
    wrong = [(one.where, one.source, how) for one in found if (how := slow(one.source, one.flags, one.ways))]
    assert wrong == []
