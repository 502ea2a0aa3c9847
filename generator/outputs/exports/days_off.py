"""days-off.json: official days off and make-up working days, for the due date calculator."""

from __future__ import annotations

from collections.abc import Iterator

from generator.catalogue.catalogue import Catalogue
from generator.outputs.exports.registry import compact_json


def data(catalogue: Catalogue) -> Iterator[tuple[str, bytes]]:
    """{years: the years covered, off: {day: name}, worked: {day: name}}, days as yyyy-mm-dd."""
    years = sorted(catalogue.holidays, key=lambda item: item.year or 0)
    off = {day.date.isoformat(): day.name or "" for item in years for day in item.days if day.date}
    worked = {day.date.isoformat(): day.name or "" for item in years for day in item.worked if day.date}
    yield "days-off.json", compact_json({"years": [item.year for item in years], "off": off, "worked": worked})
