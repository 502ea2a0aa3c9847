"""The state of the last build of a site: what it was made from, and what was made."""

from __future__ import annotations

import datetime as dt
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, NamedTuple

from generator.build.build_report import BuildReport
from generator.build.content import LastCheck
from generator.build.output_state import OutputState
from generator.io import cache_file
from generator.problem import Problem


class OutputRecord(NamedTuple):
    """What a build made of one output. files: below the output folder; inputs: their digest; whole_records: content
    files whose records it shows as a whole, private texts included."""

    files: tuple[str, ...]
    inputs: bytes
    whole_records: tuple[str, ...]


@dataclass(slots=True)
class BuildState:
    """days: the content's; last_check: of the content; join_digest: see Content.join_digest; outputs: by name; site:
    the output folder; pagefind: digest of the texts that Pagefind indexed."""

    days: list[dt.date]
    last_check: LastCheck
    join_digest: bytes
    outputs: dict[str, OutputRecord]
    site: OutputState
    report: BuildReport
    pagefind: bytes


def load_state(file: Path, key: bytes) -> BuildState | None:
    """The state stored in `file` by a build with the same key."""
    found = cache_file.read_value(file, key)
    if not found:
        return None
    days, (files, kind_digests, problems, reads), join_digest, outputs, site, report, pagefind = found
    last_check = LastCheck(files, kind_digests, [Problem(*item) for item in problems], reads)
    days = list(map(dt.date.fromordinal, days))
    outputs = {name: OutputRecord._make(output) for name, output in outputs.items()}
    return BuildState(days, last_check, join_digest, outputs, site, BuildReport(**report), pagefind)


def save_state(file: Path, key: bytes, state: BuildState) -> None:
    """Store `state`; a folder that cannot be written to is ignored."""
    files, kind_digests, problems, reads = state.last_check
    last_check = (files, kind_digests, [tuple(item) for item in problems], reads)
    outputs = {name: tuple(output) for name, output in state.outputs.items()}
    values: list[Any] = [[day.toordinal() for day in state.days], last_check, state.join_digest, outputs, state.site]
    values += [asdict(state.report), state.pagefind]
    cache_file.write_value(file, key, values)
