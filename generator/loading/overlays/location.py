"""Location of an overlay, which names its unit: content/units/SLUG/overlay/NAME.yml."""

from __future__ import annotations

from pathlib import PurePosixPath

from generator.loading.entry import Entry

WHOLE_UNIT = "don-vi"  # the file that speaks for everything the unit does


def unit_of(entry: Entry) -> str:
    """The slug of the unit that an overlay belongs to."""
    return PurePosixPath(entry.path).parent.parent.name


def path_of(unit: str, code: str | None) -> str:
    """Path below content/ of the overlay of `unit` for a procedure, or for the whole unit."""
    return f"units/{unit}/overlay/{code or WHOLE_UNIT}.yml"
