"""The files of all exports, as if they were made one after another."""

from __future__ import annotations

from collections.abc import Iterator

import generator.outputs.exports
from generator.catalogue.catalogue import Catalogue
from generator.plugins import modules_in


def all_files(catalogue: Catalogue) -> Iterator[tuple[str, bytes]]:
    """(path below the site, bytes) of every export with a fixed address."""
    for module in modules_in(generator.outputs.exports):
        if hasattr(module, "files"):
            yield from module.files(catalogue)
