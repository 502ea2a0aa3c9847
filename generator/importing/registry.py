"""The sources by kind: every module in `generator/importing/sources` that declares a `KIND`."""

from __future__ import annotations

import importlib
import pkgutil
from functools import lru_cache
from types import ModuleType

import generator.importing.sources


@lru_cache(maxsize=1)
def sources() -> dict[str, ModuleType]:
    """KIND to module, sorted by kind."""
    found = {}
    for info in pkgutil.iter_modules(generator.importing.sources.__path__):
        module = importlib.import_module(f"generator.importing.sources.{info.name}")
        if hasattr(module, "KIND"):
            found[module.KIND] = module
    return dict(sorted(found.items()))
