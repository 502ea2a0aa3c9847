"""All exports, found by name."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

import generator.outputs.exports
from generator.catalogue.catalogue import Catalogue
from generator.plugins import modules_in


def all_files(catalogue: Catalogue) -> Iterator[tuple[str, bytes]]:
    """(path below the site, bytes) of every export with a fixed address."""
    for module in _modules("files"):
        yield from module.files(catalogue)


def export_tasks(catalogue: Catalogue) -> list[Callable[[], Iterator[tuple[str, bytes]]]]:
    """Tasks that produce these files, one per export or per item of its `pieces()`.
    Exports with their own thread pool (`ALONE`) are left out."""
    tasks: list[Callable[[], Iterator[tuple[str, bytes]]]] = []
    for module in _modules("files"):
        if hasattr(module, "pieces"):
            tasks += module.pieces(catalogue)
        elif not hasattr(module, "ALONE"):
            tasks.append(partial(module.files, catalogue))
    return tasks


def data_files(catalogue: Catalogue) -> Iterator[tuple[str, bytes]]:
    """(logical name, bytes) of the data that scripts load; the name is published with a hash."""
    for module in _modules("data"):
        yield from module.data(catalogue)


def compact_json(value: Any) -> bytes:
    """JSON without spaces, readable Vietnamese, keys in the given order."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def _modules(wanted: str) -> Iterator[Any]:
    for module in modules_in(generator.outputs.exports):
        if hasattr(module, wanted):
            yield module
