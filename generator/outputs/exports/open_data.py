"""/du-lieu/v1/… and /id/…: the open data, where site.yml says so."""

from __future__ import annotations

from collections.abc import Iterator

from generator.catalogue.catalogue import Catalogue
from generator.outputs.open_data.publication import data_files, outputs
from generator.outputs.output import Output


def files(catalogue: Catalogue) -> Iterator[tuple[str, bytes]]:
    """All files of the open data."""
    if catalogue.site.most_data_files is not None:
        yield from data_files(catalogue)


def pieces(catalogue: Catalogue) -> list[Output]:
    """The files as outputs."""
    return outputs(catalogue)
