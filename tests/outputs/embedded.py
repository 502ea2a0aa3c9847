"""Lists for other people's pages: those of the real content, and of content that is an attack."""

from __future__ import annotations

import datetime as dt
import functools

from generator.catalogue.builder import build_catalogue
from generator.catalogue.catalogue import Catalogue
from generator.loading.folder import read_folder
from generator.outputs.embedding.files import files
from tests.conftest import SMALL
from tests.support.real_content import real_catalogue

HOSTILE = """<script>window.hit=1</script>"><img src=x onerror="window.hit=1"></textarea></ul>{{ 7*7 }} & 'x' <!--|-->NHUNG/"""  # noqa: E501


def catalogue(day: str = "2023-12-31") -> Catalogue:
    return real_catalogue(dt.date.fromisoformat(day))


@functools.lru_cache(maxsize=2)
def made(day: str = "2023-12-31") -> dict[str, bytes]:
    return dict(files(catalogue(day)))


def hostile() -> dict[str, bytes]:
    c = build_catalogue(read_folder(SMALL), dt.date(2023, 12, 31), [])
    for view in c.procedures.values():
        view.record.name = HOSTILE
        view.record.popular_names = [HOSTILE]
        view.record.time_limit = HOSTILE
        view.field.name = HOSTILE
    for unit in c.units.values():
        unit.record.name = HOSTILE
    return dict(files(c))
