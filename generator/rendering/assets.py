"""Styles and scripts, published under names that contain a content hash, so that they can be cached
for ever."""

from __future__ import annotations

import hashlib
from pathlib import Path

import rcssmin
import rjsmin

from generator.js_modules import publish_scripts
from generator.rendering.js_bundle import BUNDLES


class Assets:
    """The files of theme/assets. Call it with a logical name to get the published path (relative to the root). Raises
    BundleError for scripts that cannot be joined."""

    def __init__(self, folder: Path) -> None:
        self.names: dict[str, str] = {}
        self.bytes: dict[str, bytes] = {}
        scripts: dict[str, str] = {}
        for path in sorted(path for path in folder.rglob("*") if path.is_file()) if folder.is_dir() else []:
            name, data = path.relative_to(folder).as_posix(), path.read_bytes()
            if path.suffix == ".js":
                scripts[name] = rjsmin.jsmin(data.decode("utf-8"))
            elif path.suffix == ".css":
                self.add(name, rcssmin.cssmin(data.decode("utf-8")).encode("utf-8"))
            else:
                self.add(name, data)
        bundles = {name: sources for name, sources in BUNDLES.items() if name in scripts}
        publish_scripts(scripts, bundles, self._add_script)

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

    def _add_script(self, name: str, text: str) -> str:
        return self.add(name, text.encode("utf-8")).removeprefix("assets/")
