"""The figures of the quality page on other days, as recorded in content/quality.yml."""

from __future__ import annotations

import datetime as dt

from generator.loading.store import Store
from generator.reporting.quality.summary import Quality
from generator.schema.quality_day import QualityDay
from generator.schema.record import specs

FILE = "quality.yml"
HEAD = "# tthc report --record NGÀY ghi tệp này; đừng sửa tay\n"


def figures(quality: Quality, day: dt.date) -> QualityDay:
    """The figures of `quality` as counted on `day`."""
    whole = quality.confirmed[0]
    official = [level for level in quality.levels if level.official is not None]
    return QualityDay.model_construct(
        day=day,
        content_day=quality.as_of,
        total=whole.total,
        sure=whole.sure,
        place=whole.awaiting["place"],
        time=whole.awaiting["time"],
        fee=whole.awaiting["fee"],
        papers=whole.awaiting["papers"],
        official=sum(level.official or 0 for level in official) if official else None,
        posted=sum(level.posted for level in official) if official else None,
    )


def recorded(store: Store) -> list[QualityDay]:
    """The recorded days, oldest first."""
    found = [entry.record for entry in store.of("quality_day") if entry.record.day]
    return sorted(found, key=lambda one: (one.day, one.content_day or dt.date.min))


def written(days: list[QualityDay]) -> str:
    """The text of the file; of one day and edition the last counts."""
    kept = {(one.day, one.content_day): one for one in days}
    blocks = []
    for one in sorted(kept.values(), key=lambda one: (one.day or dt.date.min, one.content_day or dt.date.min)):
        values = [(spec.key, getattr(one, spec.name)) for spec in specs(QualityDay)]
        lines = [f"{key}: {value}" for key, value in values if value is not None]
        blocks.append("- " + "\n  ".join(lines) + "\n")
    return HEAD + "".join(blocks)
