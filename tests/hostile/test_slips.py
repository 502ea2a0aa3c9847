"""One slip of a hand, one message, at the line of the slip.

Every line of a record of each kind is changed in each way of slips.py, one at a time. A report of what is counted:
`python -m tests.hostile.test_slips [KIND …]`. TTHC_ALL=1 tries every line, the usual run every fourth.
"""

from __future__ import annotations

import os
import re
import sys
from collections import Counter
from collections.abc import Iterator

import pytest

from generator.problem import Problem
from tests.hostile.slips import Slip, slips
from tests.support.rule_samples import PLACES, SAMPLES, problems

EACH = 1 if os.environ.get("TTHC_ALL") else 4
FAR = {"line deleted", "line doubled"}  # the place is gone, or the slip makes an item of a list that lacks its parts
MOST, MAX_FAR = 2, 5
# a key without a colon joins the paragraph above; the line after a lost key is where that shows
NEAR = 1


def known(problem: Problem) -> tuple[str, str, str]:
    """What a problem is known by here: counts in its message change when one thing is taken from them."""
    return problem.path, problem.id, re.sub(r"\d+", "0", problem.message)


STANDING = Counter(map(known, problems({})))


def new(kind: str, slip: Slip) -> list[Problem]:
    """What is wrong after the slip and was not before."""
    left, found = Counter(STANDING), []
    for problem in problems({PLACES[kind]: slip.text}):
        if left[known(problem)]:
            left[known(problem)] -= 1
        else:
            found.append(problem)
    return found


def bad(kind: str, each: int = EACH) -> Iterator[tuple[Slip, list[Problem], str]]:
    """Slips that are told too often, elsewhere, or not at all though the file cannot mean the same."""
    for number, slip in enumerate(slips(SAMPLES[kind])):
        if number % each:
            continue
        found = new(kind, slip)
        own = [one for one in found if one.path == f"content/{PLACES[kind]}"]
        if len(found) > (MAX_FAR if slip.way in FAR else MOST):
            yield slip, found, "too often"
        elif found and not own and slip.way not in FAR:
            yield slip, found, "in other files only"
        elif own and slip.way not in FAR and min(abs(one.line - slip.line) for one in own) > NEAR:
            yield slip, found, "elsewhere"


@pytest.mark.slow
@pytest.mark.parametrize("kind", SAMPLES)
def test_a_slip_is_told_at_its_line_and_not_more_than_twice(kind: str) -> None:
    wrong = [(slip.way, slip.line, why, found) for slip, found, why in bad(kind)]
    assert wrong == []


def test_most_slips_are_told_exactly_once() -> None:
    counts = Counter(len(new("procedure", slip)) for slip in list(slips(SAMPLES["procedure"]))[::7])
    assert counts[1] >= 0.95 * sum(counts.values()), counts


def report(kinds: list[str]) -> None:
    """Print how often slips are told, and each that is told badly."""
    for kind in kinds or list(SAMPLES):
        ways: dict[str, Counter[int]] = {}
        for slip in slips(SAMPLES[kind]):
            ways.setdefault(slip.way, Counter())[len(new(kind, slip))] += 1
        print(f"# {kind}")
        for way, counts in sorted(ways.items()):
            print(f"{way}: " + ", ".join(f"{count} × {times}" for times, count in sorted(counts.items())))
        for slip, found, why in bad(kind, 1):
            print(f"-- {slip.way}, line {slip.line}: {why}")
            for one in found:
                print(f"   {one.path}:{one.line}:{one.column} {one.id} {one.message} → {one.hint}")


if __name__ == "__main__":
    report(sys.argv[1:])
