"""The district's own content, read and joined once in each test process. Nobody may change what comes from here."""

from __future__ import annotations

import datetime as dt
import functools

from generator.catalogue.builder import build_catalogue
from generator.catalogue.catalogue import Catalogue
from generator.composition.editions import edition_catalogues
from generator.loading.folder import read_folder
from generator.loading.store import Store
from tests.conftest import PROJECT

DAY = dt.date(2023, 12, 31)


@functools.cache
def real_store() -> Store:
    return read_folder(PROJECT / "content")


@functools.cache
def real_catalogue(as_of: dt.date = DAY) -> Catalogue:
    """The content joined as of a day, without problems."""
    return build_catalogue(real_store(), as_of, [])


@functools.cache
def real_editions() -> list[Catalogue]:
    """The content joined for each edition of the site, that of the root first, without problems."""
    return edition_catalogues(real_store(), None, [])
