"""Registry of import sources: every module in `generator/importing/sources` that declares a `KIND`."""

from __future__ import annotations

from functools import lru_cache
from types import ModuleType

import generator.importing.sources
from generator.plugins import modules_in


@lru_cache(maxsize=1)
def sources() -> dict[str, ModuleType]:
    """Map KIND to source module, sorted by kind."""
    by_kind = {}
    for module in modules_in(generator.importing.sources):
        if hasattr(module, "KIND"):
            by_kind[module.KIND] = module
    return dict(sorted(by_kind.items()))
