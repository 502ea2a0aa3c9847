"""The open data of the district's content, made once."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from generator.catalogue.builder import build_catalogue
from generator.catalogue.catalogue import Catalogue
from generator.outputs.open_data.publication import data_files
from tests.support.real_content import DAY, real_catalogue, real_store


def fresh_catalogue() -> Catalogue:
    """Joined anew, from the content that was read once."""
    return build_catalogue(real_store(), DAY, [])


@pytest.fixture(scope="session")
def data() -> dict[str, bytes]:
    """Path below the site to bytes."""
    return dict(data_files(real_catalogue()))


@pytest.fixture
def limited() -> Callable[[int], dict[str, bytes]]:
    """The data of a site whose site.yml names another limit."""

    def made(limit: int) -> dict[str, bytes]:
        catalogue = fresh_catalogue()
        catalogue.site = catalogue.site.model_copy(update={"most_data_files": limit})
        return dict(data_files(catalogue))

    return made
