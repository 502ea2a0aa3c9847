"""Plug-in discovery: rules, page kinds, exports, sheets, audit checks and import sources are modules of a package."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator
from types import ModuleType


def modules_in(package: ModuleType) -> Iterator[ModuleType]:
    """Import and yield every module of `package` and its subpackages, sorted by dotted name. Names that start with `_`
    are private and skipped, with everything in them."""
    for info in sorted(pkgutil.iter_modules(package.__path__), key=lambda item: item.name):
        if info.name.startswith("_"):
            continue
        module = importlib.import_module(f"{package.__name__}.{info.name}")
        if info.ispkg:
            yield from modules_in(module)
        else:
            yield module
