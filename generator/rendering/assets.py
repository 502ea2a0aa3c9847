"""Styles and scripts, published under names that contain a content hash, so that they can be cached
for ever."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

import rcssmin
import rjsmin

from generator.rendering.js_bundle import BUNDLES, bundle_of, concatenate


class Assets:
    """The files of theme/assets. Call it with a logical name to get the published path (relative to the root)."""

    def __init__(self, folder: Path) -> None:
        self.names: dict[str, str] = {}
        self.bytes: dict[str, bytes] = {}
        files = sorted(path for path in folder.rglob("*") if path.is_file()) if folder.is_dir() else []
        # a script's imports carry the hashes of what it imports, so imported modules come first
        for path in sorted(files, key=lambda path: (_imports(path), path.as_posix())):
            name = path.relative_to(folder).as_posix()
            if bundle_of(name) != name:
                continue
            data = path.read_bytes()
            if path.suffix == ".js":
                data = self._with_hashes(rjsmin.jsmin(_script(path))).encode("utf-8")
            elif path.suffix == ".css":
                data = rcssmin.cssmin(data.decode("utf-8")).encode("utf-8")
            self.add(name, data)

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

    def _with_hashes(self, text: str) -> str:
        def hashed(match: re.Match[str]) -> str:
            name = bundle_of(match[2].removeprefix("./"))
            if name not in self.names:
                return match[0]
            return f"{match[1]}./{self.names[name].removeprefix('assets/')}{match[3]}"

        return re.sub(r"""((?:from|import)\s*+(?:\(\s*+)?["'])(\./[\w.-]+\.js)(["'])""", hashed, text)


def _script(path: Path) -> str:
    """The text of a script; for a bundle, of all its sources."""
    if path.name not in BUNDLES:
        return path.read_text("utf-8")
    return concatenate(path.name, {source: (path.parent / source).read_text("utf-8") for source in BUNDLES[path.name]})


def _imports(path: Path) -> int:
    """How deep a script's imports go: 0 for none."""
    if path.suffix != ".js":
        return 0
    bundle = bundle_of(path.name)
    names = {
        bundle_of(name.removeprefix("./"))
        for name in re.findall(r"""(?:from|import)\s*+(?:\(\s*+)?["'](\./[\w.-]+\.js)["']""", _script(path))
    } - {bundle}
    return (
        1 + max((_imports(path.parent / name) for name in names if (path.parent / name).is_file()), default=0)
        if names
        else 0
    )
