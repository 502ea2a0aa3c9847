"""One slip in a value, one message.

Values of a record of each kind are changed in each way of value_slips.py, one at a time, and the whole small content is
checked. `python -m tests.hostile.test_value_slips [KIND …]` prints those with several messages by the rules that
report them."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Iterator, Mapping

import pytest

from generator.problem import Problem
from tests.hostile.value_slips import ValueSlip, value_slips
from tests.support.plan_samples import PLACES as PLAN_PLACES
from tests.support.rule_samples import PLACES, SAMPLES, problems

NOTHING: Mapping[str, str] = {}
MOST = 3  # slips with several messages, of about 1,800; may only become fewer


def new(
    path: str, slip: ValueSlip, standing: Counter[tuple[str, str]], around: Mapping[str, str] = NOTHING
) -> list[Problem]:
    """What is reported after the slip, of each file and rule only what is more than before. around: further files."""
    left, found = standing.copy(), []
    for problem in problems({**around, path: slip.text}):
        if left[problem.path, problem.id] > 0:
            left[problem.path, problem.id] -= 1
        else:
            found.append(problem)
    return found


def several(kinds: tuple[str, ...] = tuple(SAMPLES)) -> Iterator[tuple[str, ValueSlip, list[Problem]]]:
    """The slips with more than one message."""
    standing = Counter((problem.path, problem.id) for problem in problems({}))
    for kind in kinds:
        for slip in value_slips(SAMPLES[kind]):
            if len(found := new(PLACES[kind], slip, standing)) > 1:
                yield kind, slip, found


@pytest.mark.slow
def test_a_slip_in_a_value_has_one_message() -> None:
    found = [
        (kind, slip.way, slip.place, [(one.path, one.line, one.id) for one in said]) for kind, slip, said in several()
    ]
    assert len(found) <= MOST, found


@pytest.mark.slow
def test_a_slip_in_the_plan_has_one_message() -> None:
    """Of the plan and its registers: every slip at night, every eighth by day."""
    standing = Counter((problem.path, problem.id) for problem in problems(PLAN_PLACES))
    slips = [(place, slip) for place, text in PLAN_PLACES.items() for slip in value_slips(text)]
    for place, slip in slips[:: 1 if os.environ.get("TTHC_ALL") else 8]:
        found = new(place, slip, standing, PLAN_PLACES)
        assert len(found) < 2, (place, slip.way, slip.place, found)


if __name__ == "__main__":
    groups: dict[tuple[str, ...], list[str]] = {}
    for kind, slip, found in several(tuple(sys.argv[1:]) or tuple(SAMPLES)):
        rules = tuple(sorted(one.id for one in found))
        groups.setdefault(rules, []).append(f"{kind} {slip.lines[0]} {'.'.join(slip.place)}: {slip.way}")
    for rules, slips in sorted(groups.items(), key=lambda item: -len(item[1])):
        print(f"{' + '.join(rules)}: {len(slips)}", *slips[:4], sep="\n  ")
    print(sum(map(len, groups.values())), "slips with several messages")
