"""The list of all pages of a site."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from functools import partial

import generator.pages
from generator.catalogue.catalogue import Catalogue
from generator.pages.page import Page
from generator.plugins import modules_in


def all_pages(catalogue: Catalogue) -> Iterator[Page]:
    """Every page of the site, kind by kind. `shared_inputs(catalogue)` in a package of such modules holds for all its
    pages that state none."""
    for module in modules_in(generator.pages):
        if hasattr(module, "pages"):
            shared = getattr(sys.modules[module.__name__.rpartition(".")[0]], "shared_inputs", None)
            for page in module.pages(catalogue):
                if page.inputs is None and shared:
                    page.inputs = partial(shared, catalogue)
                yield page
