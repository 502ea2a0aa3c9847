"""The state of the last build of a site: what it was made from, and what was made."""

from __future__ import annotations

import datetime as dt
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from generator.build.build_report import BuildReport
from generator.build.content import LastCheck
from generator.build.output_state import OutputState
from generator.io import cache_file
from generator.problem import Problem

# of an output: its files below the output folder; the digest of its inputs; the records that it shows as a whole, by
# their file below the content folder
Facts = tuple[tuple[str, ...], bytes, tuple[str, ...]]


@dataclass(slots=True)
class BuildState:
    """days: of the content; last_check: of it; join_digest: of what the catalogues were joined from;
    outputs: by name; site: state of the output folder; pagefind: digest of the texts that
    Pagefind indexed."""

    days: list[dt.date]
    last_check: LastCheck
    join_digest: bytes
    outputs: dict[str, Facts]
    site: OutputState
    report: BuildReport
    pagefind: bytes


def load_state(file: Path, key: bytes) -> BuildState | None:
    """The state stored in `file` by a build with the same key."""
    found = cache_file.read_value(file, key)
    if not found:
        return None
    days, (files, sums, problems, reads), joined, outputs, site, report, pagefind = found
    checked = LastCheck(files, sums, [Problem(*item) for item in problems], reads)
    days = list(map(dt.date.fromordinal, days))
    return BuildState(days, checked, joined, outputs, site, BuildReport(**report), pagefind)


def save_state(file: Path, key: bytes, state: BuildState) -> None:
    """Store `state`; a folder that cannot be written to is ignored."""
    files, sums, problems, reads = state.last_check
    checked = (files, sums, [tuple(item) for item in problems], reads)
    values: list[Any] = [[day.toordinal() for day in state.days], checked, state.join_digest, state.outputs, state.site]
    values += [asdict(state.report), state.pagefind]
    cache_file.write_value(file, key, values)


def remove_state(file: Path) -> None:
    """Delete the state before the site is changed, so that the build after a killed one makes everything."""
    cache_file.remove(file)
