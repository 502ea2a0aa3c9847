"""Registry of import sources: every module in `generator/importing/sources` that declares a `KIND`."""

from __future__ import annotations

from functools import lru_cache

import generator.importing.sources
from generator.importing.sources import Source
from generator.plugins import plugins_in


@lru_cache(maxsize=1)
def sources() -> dict[str, Source]:
    """Map KIND to source module, sorted by kind."""
    by_kind = {module.KIND: module for module in plugins_in(generator.importing.sources, Source)}
    return dict(sorted(by_kind.items()))
