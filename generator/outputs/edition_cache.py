"""Caches values of an edition, one file each, which are computed again only when their inputs have changed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from generator.catalogue.catalogue import Catalogue
from generator.io.cache_file import read_value, write_value
from generator.io.input_hashes import code_hash
from generator.schema.packing import digest

T = TypeVar("T")
CACHE = Path(".cache") / "data"


def cached(name: str, inputs: bytes, catalogue: Catalogue, make: Callable[[], T]) -> T:
    """The result of `make` (plain values), or the cached result for the same inputs. name: of the value; the cache
    holds one result for each name and edition."""
    file, key = cache_file(name, catalogue), cache_key(inputs)
    found: T | None = read_value(file, key)
    if found is None:
        found = make()
        write_value(file, key, found)
    return found


def cache_file(name: str, catalogue: Catalogue) -> Path:
    """The file of the value `name` of an edition."""
    place = repr((str(catalogue.store.root), catalogue.site.url, str(catalogue.as_of)))
    return CACHE / f"{digest(place.encode('utf-8', 'surrogatepass')).hex()[:12]}-{name}"


def cache_key(inputs: bytes) -> bytes:
    """Identifies the inputs of a value and the code that makes it."""
    return digest(code_hash(), inputs)
