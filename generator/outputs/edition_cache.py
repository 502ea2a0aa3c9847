"""Values of an edition that are worked out again only where what they are made from changed: one cache file each."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from generator.catalogue.catalogue import Catalogue
from generator.io.cache_file import read_value, write_value
from generator.io.input_hashes import code_hash
from generator.schema.packing import digest

CACHE = Path(".cache") / "data"


def cached(name: str, inputs: bytes, catalogue: Catalogue, make: Callable[[], Any]) -> Any:
    """The result of `make` (plain values), or the cached result for the same inputs. name: of a part of the edition;
    the cache holds one entry for it."""
    file, key = cache_file(name, catalogue), cache_key(inputs)
    found = read_value(file, key)
    if found is None:
        found = make()
        write_value(file, key, found)
    return found


def cache_file(name: str, catalogue: Catalogue) -> Path:
    """The file of that name of an edition."""
    place = repr((str(catalogue.store.root), catalogue.site.url, str(catalogue.as_of)))
    return CACHE / f"{digest(place.encode('utf-8', 'surrogatepass')).hex()[:12]}-{name}"


def cache_key(inputs: bytes) -> bytes:
    """Identifies what a value is made from and by."""
    return digest(code_hash(), inputs)
