"""Styles and scripts, published under names that contain a content hash, so that they can be cached
for ever."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

import rcssmin
import rjsmin

from generator.rendering.components import asset_sources, text_of
from generator.rendering.js_bundle import BUNDLES, bundle_of, concatenate
from generator.rendering.palette import expand


class Assets:
    """The files of theme/assets and what the components add to them. Call it with a logical name to get the published
    path (relative to the root)."""

    def __init__(self, folder: Path) -> None:
        self.names: dict[str, str] = {}
        self.bytes: dict[str, bytes] = {}
        sources = asset_sources(folder)
        # a script's imports carry the hashes of what it imports, so imported modules come first
        for name in sorted(sources, key=lambda name: (_imports(name, sources), name)):
            if bundle_of(name) != name:
                continue
            if name.endswith(".js"):
                data = self._with_hashes(rjsmin.jsmin(_script(name, sources))).encode("utf-8")
            elif name.endswith(".css"):
                data = rcssmin.cssmin(expand(text_of(sources[name]))).encode("utf-8")
            else:
                data = sources[name][0].read_bytes()
            self.add(name, data)

    def add(self, name: str, data: bytes) -> str:
        """Publish `data` as `name` with a hash in it; returns the published path."""
        digest = hashlib.sha256(data).hexdigest()[:10]
        stem, dot, kind = name.rpartition(".")
        published = f"assets/{stem}.{digest}{dot}{kind}"
        self.names[name], self.bytes[published] = published, data
        return published

    def __call__(self, name: str) -> str:
        return self.names[name]

    def _with_hashes(self, text: str) -> str:
        def hashed(match: re.Match[str]) -> str:
            name = bundle_of(match[2].removeprefix("./"))
            if name not in self.names:
                return match[0]
            return f"{match[1]}./{self.names[name].removeprefix('assets/')}{match[3]}"

        return re.sub(r"""((?:from|import)\s*+(?:\(\s*+)?["'])(\./[\w.-]+\.js)(["'])""", hashed, text)


def _script(name: str, sources: dict[str, list[Path]]) -> str:
    """The text of a script; for a bundle, of all its sources."""
    if name not in BUNDLES:
        return text_of(sources[name])
    return concatenate(name, {source: text_of(sources[source]) for source in BUNDLES[name]})


def _imports(name: str, sources: dict[str, list[Path]]) -> int:
    """How deep a script's imports go: 0 for none."""
    if not name.endswith(".js"):
        return 0
    bundle = bundle_of(name)
    names = {
        bundle_of(other.removeprefix("./"))
        for other in re.findall(r"""(?:from|import)\s*+(?:\(\s*+)?["'](\./[\w.-]+\.js)["']""", _script(bundle, sources))
    } - {bundle}
    return 1 + max((_imports(other, sources) for other in names if other in sources), default=0) if names else 0
