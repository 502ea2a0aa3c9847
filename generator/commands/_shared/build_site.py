"""`tthc build` of the whole site; `tthc publish` builds with it, too."""

from __future__ import annotations

import datetime as dt
import sys
import time
from dataclasses import replace
from pathlib import Path

from generator.build.shards import Shard
from generator.commands._shared.build_steps import BuildRefused, builder_of, checked, written
from generator.commands._shared.project_file import read_project
from generator.io.guard import guard


def build(
    content: Path | None,
    out: Path | None,
    as_of: dt.date | None,
    strict: bool,
    config_file: Path | None,
    *,
    timings: bool = False,
    shard: Shard | None = None,
    carried: frozenset[dt.date] = frozenset(),
) -> int:
    """`tthc build`: the site of a project file, None for the defaults, with these overrides. timings: also print stage
    timings; shard: build only this shard; carried: days of frozen editions to leave out. Returns the exit code; raises
    OutputRefused."""
    if out:  # before MkDocs refuses with its own message and exit code
        guard(out, [content] if content else [])
    project = read_project(config_file, content, out)
    if project is None:
        from generator import mkdocs_plugin

        return mkdocs_plugin.build(
            content, out, as_of, strict, config_file, timings=timings, shard=shard, carried=carried
        )
    project = replace(project, as_of=str(as_of) if as_of else project.as_of, strict=strict)
    begun = time.perf_counter()
    try:
        builder = builder_of(project, withhold=strict, shard=shard, carried=carried)
        if shown := checked(builder):
            print(shown, file=sys.stderr)
        written(builder, begun, timings)
    except BuildRefused as refused:
        print(refused, file=sys.stderr)
        return 1
    return 0
