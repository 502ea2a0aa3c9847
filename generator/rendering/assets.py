"""Styles and scripts, published under names that contain a content hash, so that they can be cached
for ever."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from generator.io.cache_file import read_value, write_value
from generator.io.input_hashes import code_hash
from generator.rendering.asset_name import hashed_name
from generator.rendering.components import asset_sources, text_of
from generator.rendering.page_style import search_page_texts
from generator.schema.packing import digest, dump

CACHE = Path(".cache") / "theme-assets"
Sources = tuple[tuple[str, str | bytes], ...]


class Assets:
    """The files of theme/assets together with the components' styles and scripts. Call it with a logical name to get
    the published path (relative to the root). Raises BundleError for scripts that cannot be bundled."""

    def __init__(self, folder: Path) -> None:
        sources = tuple(
            (name, text_of(files) if name.endswith((".js", ".css")) else files[0].read_bytes())
            for name, files in asset_sources(folder).items()
        )
        names, data = _published(sources, search_page_texts(folder.parent))
        self.names, self.bytes = dict(names), dict(data)

    def add(self, name: str, data: bytes, fixed: bool = False) -> str:
        """Publish `data` as `name` with a hash in it (fixed: without); returns the published path."""
        if fixed:
            self.names[name] = f"assets/{name}"
            self.bytes[self.names[name]] = data
            return self.names[name]
        published = hashed_name(name, data)
        self.names[name], self.bytes[published] = published, data
        return published

    def __call__(self, name: str) -> str:
        return self.names[name]


@lru_cache(maxsize=1)
def _published(sources: Sources, templates: tuple[str, ...]) -> tuple[dict[str, str], dict[str, bytes]]:
    """Names and bytes. Editions and the builds of `serve` share them, later builds read them from the cache."""
    key = digest(code_hash(), dump((sources, templates)))
    known: tuple[dict[str, str], dict[str, bytes]] | None = read_value(CACHE, key)
    if known is None:
        from generator.rendering.theme_assets import theme_assets  # not needed where the cache has them

        known = theme_assets(sources, templates)
        write_value(CACHE, key, known)
    return known
