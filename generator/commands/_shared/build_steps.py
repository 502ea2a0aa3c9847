"""The steps of one build of a site, from the check to the report, as `tthc build` and the MkDocs plug-in take them."""

from __future__ import annotations

import datetime as dt
import time
from dataclasses import dataclass
from pathlib import Path

from generator.build.build_report import timing_table
from generator.build.full_text_index import LatestTaskRunner
from generator.build.pipeline import SiteBuilder, SiteOptions
from generator.build.shards import Shard
from generator.checks._engine.withholding import verdict
from generator.commands._shared.project_file import Project
from generator.io.causes import failure
from generator.loading.tool_version import mismatch
from generator.outputs.output import OutputError
from generator.problem import ERROR, Problem
from generator.reporting.text import render
from generator.reporting.withheld import refusal, withheld_list
from generator.schema.dates import iso_day

MAX_ERRORS_SHOWN = 20  # errors printed by a build that is not strict


@dataclass(frozen=True, slots=True)
class BuildOptions:
    """What `tthc build` is asked for. content, out, as_of: in place of those of the project file; strict: refuse
    content with errors; config_file: the project file, None for the defaults; timings: also print stage timings;
    shard: build only this shard; carried: days of frozen editions to leave out."""

    content: Path | None
    out: Path | None
    as_of: dt.date | None
    strict: bool
    config_file: Path | None
    timings: bool = False
    shard: Shard | None = None
    carried: frozenset[dt.date] = frozenset()


class BuildRefused(Exception):
    """No site was written; the text says why, and what to do."""


def builder_of(
    project: Project,
    *,
    withhold: bool,
    later: LatestTaskRunner | None = None,
    shard: Shard | None = None,
    carried: frozenset[dt.date] = frozenset(),
) -> SiteBuilder:
    """The builder of a project's site; for the other parameters see there. Raises BuildRefused if the project's day is
    none, or its content is of another version."""
    day = iso_day(project.as_of) if project.as_of else None
    if project.as_of and not day:
        raise BuildRefused(
            f"mkdocs.yml: as_of “{project.as_of}” không phải ngày dạng năm-tháng-ngày, ví dụ 2023-12-31."
        )
    builder = SiteBuilder(
        project.content,
        project.out,
        project.themes,
        SiteOptions(as_of=day, search=project.search, carried=carried, withhold=withhold),
        cache=project.cache,
        later=later,
        shard=shard,
    )
    if wrong := mismatch(builder.content):  # `mkdocs build` does not go through cli.py
        raise BuildRefused(wrong)
    return builder


def checked(builder: SiteBuilder) -> str:
    """Load and check; prints what is left out. Returns what to say about errors that do not stop this build, "" for
    none. Raises BuildRefused if the content must not be published, OutputRefused if the folder must not be replaced."""
    errors = [problem for problem in builder.check() if problem.severity == ERROR]
    if not errors:
        return ""
    if not builder.options.withhold:
        return _shown(errors)
    judged = verdict(builder.store, errors)
    if not judged.publishable:
        builder.abandon()
        raise BuildRefused(refusal(judged))
    print(withheld_list(judged))
    return ""


def _shown(errors: list[Problem]) -> str:
    shown = render(errors[:MAX_ERRORS_SHOWN])
    if len(errors) > MAX_ERRORS_SHOWN:
        shown += f", và {len(errors) - MAX_ERRORS_SHOWN} lỗi nữa"
    return f"Nội dung có lỗi, hồ sơ liên quan được đánh dấu chưa hoàn chỉnh (xem hết bằng tthc check):\n{shown}"


def written(builder: SiteBuilder, begun: float, timings: bool) -> None:
    """Write the site, swap it in, print the report. begun: when the build began, by time.perf_counter. Raises
    BuildRefused, and OutputRefused; the old site is then unchanged."""
    try:
        report = builder.write()
    except (OSError, OutputError) as error:
        raise BuildRefused(f"Không dựng được trang, trang cũ được giữ nguyên: {failure(error)}.") from None
    report.seconds = time.perf_counter() - begun
    print(f"Đã dựng {report}.")
    if report.pagefind:
        print(report.pagefind)
    if timings:
        print(timing_table(builder.stages.seconds, report.seconds))
