"""Styles and scripts, published under names that contain a content hash, so that they can be cached
for ever."""

from __future__ import annotations

import hashlib
from functools import lru_cache
from pathlib import Path

import rcssmin
import rjsmin

from generator.io.cache_file import read_value, write_value
from generator.io.input_hashes import code_hash
from generator.javascript.modules import publish_scripts
from generator.rendering.components import asset_sources, text_of
from generator.rendering.js_bundle import BUNDLES, COPIED
from generator.rendering.page_style import SEARCH_PAGE, SHEETS, search_page_texts, style_for
from generator.rendering.palette import expand
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
        digest = hashlib.sha256(data).hexdigest()[:10]
        stem, dot, kind = name.rpartition(".")
        published = f"assets/{stem}.{digest}{dot}{kind}"
        self.names[name], self.bytes[published] = published, data
        return published

    def __call__(self, name: str) -> str:
        return self.names[name]


class _ThemeAssets(Assets):
    """The theme's files, minified and bundled. sources: text of each script and style, bytes of each other file;
    templates: those of the search page, whose style is made of what it can use of the sheets."""

    def __init__(self, sources: Sources, templates: tuple[str, ...]) -> None:
        self.names, self.bytes = {}, {}
        scripts: dict[str, str] = {}
        for name, data in sources:
            if isinstance(data, bytes):
                self.add(name, data)
            elif name.endswith(".js"):
                scripts[name] = rjsmin.jsmin(data)
            else:
                self.add(name, rcssmin.cssmin(expand(data)).encode("utf-8"))
        if templates:
            style = "".join(self.bytes[self.names[name]].decode("utf-8") for name in SHEETS)
            self.add(SEARCH_PAGE, style_for(style, (*templates, *scripts.values())).encode("utf-8"))
        bundles = {name: sources for name, sources in BUNDLES.items() if name in scripts}
        publish_scripts(scripts, bundles, self._add_script, COPIED)

    def _add_script(self, name: str, text: str) -> str:
        return self.add(name, text.encode("utf-8")).removeprefix("assets/")


@lru_cache(maxsize=1)
def _published(sources: Sources, templates: tuple[str, ...]) -> tuple[dict[str, str], dict[str, bytes]]:
    """Names and bytes. Editions and the builds of `serve` share them, later builds read them from the cache."""
    key = digest(code_hash(), dump((sources, templates)))
    known: tuple[dict[str, str], dict[str, bytes]] | None = read_value(CACHE, key)
    if known is None:
        found = _ThemeAssets(sources, templates)
        known = found.names, found.bytes
        write_value(CACHE, key, known)
    return known
