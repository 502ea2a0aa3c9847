"""Lists for other people's pages: those of the real content, and of content that is an attack."""

from __future__ import annotations

import datetime as dt
import functools
from pathlib import Path

from generator.catalogue.builder import build_catalogue
from generator.catalogue.catalogue import Catalogue
from generator.loading.folder import read_folder
from generator.outputs.embedding.files import files
from tests.conftest import PROJECT, SMALL

HOSTILE = """<script>window.hit=1</script>"><img src=x onerror="window.hit=1"></textarea></ul>{{ 7*7 }} & 'x' <!--|-->NHUNG/"""  # noqa: E501


def catalogue(day: str = "2023-12-31", content: Path = PROJECT / "content") -> Catalogue:
    return build_catalogue(read_folder(content), dt.date.fromisoformat(day), [])


@functools.lru_cache(maxsize=2)
def made(day: str = "2023-12-31") -> dict[str, bytes]:
    return dict(files(catalogue(day)))


def hostile() -> dict[str, bytes]:
    c = catalogue(content=SMALL)
    for view in c.procedures.values():
        view.record.name = HOSTILE
        view.record.popular_names = [HOSTILE]
        view.record.time_limit = HOSTILE
        view.field.name = HOSTILE
    for unit in c.units.values():
        unit.record.name = HOSTILE
    return dict(files(c))
