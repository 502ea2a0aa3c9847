"""All exports, found by name."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import partial
from typing import Any

import generator.outputs.exports
from generator.catalogue.catalogue import Catalogue
from generator.outputs.output import Output
from generator.plugins import modules_in


def export_outputs(catalogue: Catalogue) -> list[Output]:
    """These files as outputs, one per export or per item of its `pieces()`. `inputs(catalogue)` of a module states the
    inputs. Exports with their own thread pool (`OWN_POOL`) are left out."""
    found: list[Output] = []
    for module in _modules("files"):
        if hasattr(module, "pieces"):
            found += module.pieces(catalogue)
        elif not hasattr(module, "OWN_POOL"):
            stated = getattr(module, "inputs", None)
            inputs = partial(stated, catalogue) if stated else None
            found.append(Output(module.__name__.rpartition(".")[2], partial(module.files, catalogue), inputs))
    return found


def data_files(catalogue: Catalogue) -> Iterator[tuple[str, bytes, bool]]:
    """(logical name, bytes, fixed) of the data that scripts load; the name is published with a hash, unless it is
    fixed (`FIXED_NAME` in the module: data that changes often, in which case every page would change)."""
    for module in _modules("data"):
        for name, data in module.data(catalogue):
            yield name, data, getattr(module, "FIXED_NAME", False)


def compact_json(value: object) -> bytes:
    """JSON without spaces, readable Vietnamese, keys in the given order."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def _modules(wanted: str) -> Iterator[Any]:
    for module in modules_in(generator.outputs.exports):
        if hasattr(module, wanted):
            yield module
