"""The state of the last build of a site: what it was made from, and what was made."""

from __future__ import annotations

import datetime as dt
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from generator.build import cache_file
from generator.build.artefacts import SUMMARISED
from generator.build.build_report import BuildReport
from generator.build.content import Content
from generator.build.output_state import OutputState
from generator.checks._engine.rule import all_rules
from generator.checks._engine.suppressions import UNUSED
from generator.problem import Problem

FileIdentity = tuple[bytes, bytes]  # digest of a file's bytes; of what others may see of it


def identities(read: Content) -> dict[str, FileIdentity]:
    """What identifies each file of the content."""
    return {path: (row.seen[2], row.shared) for path, row in read.artefacts.items()}


@dataclass(slots=True)
class BuildState:
    """day: of the content; files: what was read; outputs: files and digest of the inputs of each; near: the procedures
    that the page of a procedure shows something of, by path; problems: of the whole check; site: state of the output
    folder; pagefind: digest of the texts that Pagefind indexed."""

    day: dt.date
    files: dict[str, FileIdentity]
    outputs: dict[str, tuple[tuple[str, ...], bytes]]
    near: dict[str, list[str]]
    problems: list[Problem]
    site: OutputState
    report: BuildReport
    pagefind: bytes
    has_sheets: bool

    def only_private(self, files: dict[str, FileIdentity], read: Content) -> list[str] | None:
        """The changed files, if they are procedures of which only private texts changed, so that no other page, list,
        index or finding can change; else None."""
        if read.day != self.day or files.keys() != self.files.keys() or not read.plain:
            return None
        changed = [path for path, identity in files.items() if identity != self.files[path]]
        if not all(path in self.near and files[path][1] == self.files[path][1] for path in changed):
            return None
        codes = {entry.record.code for entry in read.around(changed, {}).of(SUMMARISED)} if changed else set()
        return None if codes and not codes.isdisjoint(read.read_elsewhere()) else changed

    def problems_after(self, changed: list[str], read: Content) -> list[Problem]:
        """The problems of the content when only private texts of these files changed."""
        shown = {read.shown(path) for path in changed}
        kept = [problem for problem in self.problems if problem.path not in shown]
        if not shown:
            return kept
        rules = {rule.id for rule in all_rules() if rule.scope == "content"} | {UNUSED}
        if any(problem.path in shown and problem.id in rules for problem in self.problems):
            return sorted({*kept, *read.check_files(changed)})  # the lines of these findings may have changed
        return sorted({*kept, *(problem for problem in read.store.problems if problem.path in shown)})


def load_state(file: Path, key: bytes) -> BuildState | None:
    """The state stored in `file` by a build with the same key."""
    found = cache_file.read(file, key)
    if not found:
        return None
    day, files, outputs, near, problems, site, report, pagefind, has_sheets = found
    problems = [Problem(*item) for item in problems]
    day = dt.date.fromordinal(day)
    return BuildState(day, files, outputs, near, problems, site, BuildReport(**report), pagefind, has_sheets)


def save_state(file: Path, key: bytes, state: BuildState) -> None:
    """Store `state`; a folder that cannot be written to is ignored."""
    values: list[Any] = [state.day.toordinal(), state.files, state.outputs, state.near]
    values += [[tuple(item) for item in state.problems], state.site, asdict(state.report)]
    cache_file.write(file, key, [*values, state.pagefind, state.has_sheets])


def remove_state(file: Path) -> None:
    """Delete the state before the site is changed, so that the build after a killed one makes everything."""
    cache_file.remove(file)
