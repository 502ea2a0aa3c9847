"""The state of the last build of a site: what it was made from, and what was made."""

from __future__ import annotations

import datetime as dt
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from generator.build.build_report import BuildReport
from generator.build.content import Identities
from generator.build.output_state import OutputState
from generator.io import cache_file
from generator.problem import Problem


@dataclass(slots=True)
class BuildState:
    """days: of the content; files: what identifies them; outputs: files and digest of the inputs of each; problems:
    of the whole check; site: state of the output folder; pagefind: digest of the texts that Pagefind indexed."""

    days: list[dt.date]
    files: Identities
    outputs: dict[str, tuple[tuple[str, ...], bytes]]
    problems: list[Problem]
    site: OutputState
    report: BuildReport
    pagefind: bytes


def load_state(file: Path, key: bytes) -> BuildState | None:
    """The state stored in `file` by a build with the same key."""
    found = cache_file.read_value(file, key)
    if not found:
        return None
    days, files, outputs, problems, site, report, pagefind = found
    problems = [Problem(*item) for item in problems]
    days = list(map(dt.date.fromordinal, days))
    return BuildState(days, files, outputs, problems, site, BuildReport(**report), pagefind)


def save_state(file: Path, key: bytes, state: BuildState) -> None:
    """Store `state`; a folder that cannot be written to is ignored."""
    values: list[Any] = [[day.toordinal() for day in state.days], state.files, state.outputs]
    values += [[tuple(item) for item in state.problems], state.site, asdict(state.report), state.pagefind]
    cache_file.write_value(file, key, values)


def remove_state(file: Path) -> None:
    """Delete the state before the site is changed, so that the build after a killed one makes everything."""
    cache_file.remove(file)
