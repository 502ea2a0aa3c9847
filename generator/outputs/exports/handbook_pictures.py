"""/so-tay/hinh/…: the pictures of the handbook."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator import urls
from generator.catalogue.catalogue import Catalogue
from generator.resources import handbook_pictures


def inputs(catalogue: Catalogue) -> Any:
    """Which are shown; the files are the theme's, whose change makes everything again."""
    return _shown(catalogue)


def files(catalogue: Catalogue) -> Iterator[tuple[str, bytes]]:
    """Those that a chapter shows."""
    pictures = handbook_pictures()
    for name in _shown(catalogue):
        yield urls.handbook_picture(name), pictures[name].read_bytes()


def _shown(catalogue: Catalogue) -> list[str]:
    names = {picture.name for _, chapter in catalogue.handbook for picture in chapter.pictures}
    return sorted(name for name in names if name in handbook_pictures())
