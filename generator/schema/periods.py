"""The one convention of periods: half-open. A period begins on its first day and ends on the first day that no longer belongs to it.

Content says the end in two ways, as the law texts do: `hieu_luc.den` of a procedure or unit is the last day it still held, `ngay_het_hieu_luc`
of a document and `bai_bo.ngay` are the first day it no longer did. `day_after` turns the first kind into the second where a record is
read; everything after that compares with the half-open period alone.
"""

from __future__ import annotations

import datetime as dt
from typing import Any, NamedTuple


class DateRange(NamedTuple):
    """since: the first day, None when unknown; end: the first day outside, None when open."""

    since: dt.date | None
    end: dt.date | None

    def began(self, day: dt.date) -> bool:
        """True if it has begun by `day`; an unknown first day counts as past."""
        return self.since is None or self.since <= day

    def ended(self, day: dt.date) -> bool:
        return self.end is not None and self.end <= day

    def holds(self, day: dt.date) -> bool:
        return self.began(day) and not self.ended(day)


def day_after(last: dt.date | None) -> dt.date | None:
    """The first day outside a period that ends with the day `last`, which still belongs to it."""
    return last + dt.timedelta(days=1) if last and last < dt.date.max else None


def period(term: Any) -> DateRange:
    """The period of a `hieu_luc` (of a procedure or a unit), None for a record without one: always."""
    if term is None:
        return DateRange(None, None)
    return DateRange(term.since if isinstance(term.since, dt.date) else None, day_after(term.until))
