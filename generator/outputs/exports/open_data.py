"""/du-lieu/v1/… and /id/…: the open data, where site.yml says so."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.catalogue.catalogue import Catalogue
from generator.outputs.open_data.publication import data_files
from generator.pages.inputs import inputs_of


def files(catalogue: Catalogue) -> Iterator[tuple[str, bytes]]:
    """All of it."""
    if catalogue.site.most_data_files is not None:
        yield from data_files(catalogue)


def inputs(catalogue: Catalogue) -> Any:
    """Everything, and every procedure whole."""
    if catalogue.site.most_data_files is None:
        return ()
    shown = inputs_of(catalogue)
    return (shown.everything, [view.own for view in catalogue.procedures.values()])
