"""`tthc build` of the whole site; `tthc publish` builds with it, too."""

from __future__ import annotations

import sys
import time
from dataclasses import replace

from generator.commands._shared.build_steps import BuildOptions, BuildRefused, builder_of, checked, written
from generator.commands._shared.project_file import read_project
from generator.io.guard import guard


def build(options: BuildOptions) -> int:
    """`tthc build`: the site of a project. Returns the exit code; raises OutputRefused."""
    if options.out:  # before MkDocs refuses with its own message and exit code
        guard(options.out, [options.content] if options.content else [])
    project = read_project(options.config_file, options.content, options.out)
    if project is None:
        from generator import mkdocs_plugin

        return mkdocs_plugin.build(options)
    as_of = str(options.as_of) if options.as_of else project.as_of
    project = replace(project, as_of=as_of, strict=options.strict)
    begun = time.perf_counter()
    try:
        builder = builder_of(project, withhold=options.strict, shard=options.shard, carried=options.carried)
        if shown := checked(builder):
            print(shown, file=sys.stderr)
        written(builder, begun, options.timings)
    except BuildRefused as refused:
        print(refused, file=sys.stderr)
        return 1
    return 0
