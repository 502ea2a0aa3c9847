"""/so-tay/hinh/…: the pictures of the handbook."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from generator import urls
from generator.catalogue.catalogue import Catalogue
from generator.schema.handbook import shown_pictures


def inputs(catalogue: Catalogue) -> object:
    """Which pictures are shown. Their files belong to the theme, whose changes make everything again."""
    return list(_shown(catalogue))


def files(catalogue: Catalogue) -> Iterator[tuple[str, bytes]]:
    """The pictures that a chapter shows."""
    for name, file in _shown(catalogue).items():
        yield urls.handbook_picture(name), file.read_bytes()


def _shown(catalogue: Catalogue) -> dict[str, Path]:
    return shown_pictures(chapter for _, chapter in catalogue.handbook)
