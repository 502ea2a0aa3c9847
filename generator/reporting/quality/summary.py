"""Everything the quality page and `tthc report` show, as one object."""

from __future__ import annotations

import datetime as dt
from dataclasses import asdict, dataclass

from generator.plain_data import JsonObject
from generator.reporting.quality import differing as different
from generator.reporting.quality import expired, incomplete, not_posted
from generator.reporting.quality.completeness import Completeness, completeness, lacking
from generator.reporting.quality.confirmed import Confirmed, confirmed
from generator.reporting.quality.facts import Facts, Report
from generator.reporting.quality.register_count import LevelCount, count_levels


@dataclass(frozen=True, slots=True)
class Quality:
    """as_of: the date; shares, confirmed: all first, then by field; lacking: number of records without each part a–g;
    levels: of the official register; reports: four."""

    as_of: dt.date
    shares: tuple[Completeness, ...]
    confirmed: tuple[Confirmed, ...]
    levels: tuple[LevelCount, ...]
    lacking: dict[str, int]
    reports: tuple[Report, ...]

    @property
    def overall(self) -> Completeness:
        """The share of all procedures in force."""
        return self.shares[0]


def quality(facts: Facts) -> Quality:
    """Compute the reports and the shares."""
    made = tuple(part.report(facts) for part in (not_posted, incomplete, expired, different))
    shares, sure, levels = tuple(completeness(facts)), tuple(confirmed(facts)), tuple(count_levels(facts))
    return Quality(facts.as_of, shares, sure, levels, lacking(facts), made)


def as_data(result: Quality) -> JsonObject:
    """Plain dictionaries and lists, for JSON and for templates."""
    return {
        "as_of": result.as_of.isoformat(),
        "completeness": [
            asdict(share)
            | {"national_percent": share.percent(share.national), "ours_percent": share.percent(share.ours)}
            for share in result.shares
        ],
        "confirmed": [asdict(group) for group in result.confirmed],
        "register": [asdict(level) for level in result.levels],
        "lacking": result.lacking,
        "reports": [
            asdict(report) | {"count": len(report.lines), "lines": [asdict(line) for line in report.lines]}
            for report in result.reports
        ],
    }
