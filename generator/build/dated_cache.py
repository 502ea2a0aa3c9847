"""Caches the findings in records that have versions, in a file beside the index of the artefacts."""

from __future__ import annotations

from pathlib import Path

from generator.build.artefact_cache import ArtefactCache
from generator.checks._engine.dated_findings import Dated, DatedFindings
from generator.io import cache_file

MAX_STATES = 20_000  # of records


def load_dated(cache: ArtefactCache) -> Dated:
    """The findings of earlier checks; none without a cache."""
    file = _file(cache)
    return (file and cache_file.read_value(file, cache.key)) or {}


def save_dated(cache: ArtefactCache, dated: DatedFindings) -> None:
    """Save the findings if there are new ones: these, and the newest of the earlier ones."""
    file = _file(cache)
    if file and dated.added:
        cache_file.write_value(file, cache.key, dict(list((dated.known | dated.added).items())[-MAX_STATES:]))


def _file(cache: ArtefactCache) -> Path | None:
    return cache.index and cache.index.with_suffix(".dated")
