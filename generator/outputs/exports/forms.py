"""/mau-don/…: the forms of content/forms/, copied unchanged."""

from __future__ import annotations

from collections.abc import Iterator

from generator import urls
from generator.catalogue.catalogue import Catalogue
from generator.io.regular_file import read_regular
from generator.loading.stored_files import fault, stored_forms
from generator.schema.packing import digest


def inputs(catalogue: Catalogue) -> object:
    """The stored files themselves."""
    root = catalogue.store.root
    found = stored_forms(root) if root else {}
    return [(name, digest(read_regular(file)[0])) for name, file in found.items() if not fault(file)]


def files(catalogue: Catalogue) -> Iterator[tuple[str, bytes]]:
    """Every form that can be published; rule TT-055 reports the others."""
    root = catalogue.store.root
    addresses: set[str] = set()
    for relative, file in stored_forms(root).items() if root else ():
        address = urls.form(relative)
        if address not in addresses and not fault(file):
            addresses.add(address)
            yield address, read_regular(file)[0]
