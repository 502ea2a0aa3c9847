"""Yearly compliance cost of a procedure, and the saving of a proposal (TT 02/2017/TT-VPCP Điều 27 khoản 3).

One procedure, once: for each piece of work, hours × average hourly income + services, then fees and other fixed costs.
One year: that, times the number of times per person and year, times the number of people. The saving is the difference.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from generator.schema.plan.review import Cost, Work


@dataclass(frozen=True, slots=True)
class Costed:
    """lines: (work, đồng each time); once: đồng for one procedure; yearly: đồng per year, for everybody."""

    lines: tuple[tuple[Work, int], ...]
    once: int
    yearly: int


@dataclass(frozen=True, slots=True)
class Saving:
    """amount: đồng per year; percent: of the present cost, one decimal."""

    amount: int
    percent: float


def costed(cost: Cost | None) -> Costed | None:
    """The cost in đồng, rounded to whole đồng line by line as on the form; None if a figure is missing."""
    if cost is None or cost.hourly is None or cost.times is None or cost.people is None or not cost.works:
        return None
    if any(work.minutes is None for work in cost.works):
        return None
    lines = tuple((work, line(work, cost.hourly)) for work in cost.works)
    once = sum(amount for _, amount in lines)
    return Costed(lines, once, once * cost.times * cost.people)


def line(work: Work, hourly: int) -> int:
    """One piece of work: time at the average income, services, fees, other costs. Halves are rounded up."""
    time = Fraction((work.minutes or 0) * hourly, 60)
    return int(time + Fraction(1, 2)) + (work.service or 0) + (work.fee or 0) + (work.other or 0)


def saving(before: Costed | None, after: Costed | None) -> Saving | None:
    """The yearly saving; None unless both costs are known and the earlier one is not zero."""
    if before is None or after is None or before.yearly == 0:
        return None
    amount = before.yearly - after.yearly
    return Saving(amount, round(100 * amount / before.yearly, 1))
