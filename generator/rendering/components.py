"""The parts that pages are made of, a folder each in theme/components. What a part has of these lies side by side:

    NAME.html          macros, reached from templates as `components.macro(…)`
    NAME.css           its part of site.css; NAME.SHEET.css: its part of another style sheet (plan, search)
    *.js               its scripts
    example.html       how it is used, in every state; shown on /so-tay/giao-dien/

Adding a part is adding a folder: nothing is registered."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

FOLDER = "components"
MACROS = "components.html"  # the template with the macros of all components
EXAMPLE = "example.html"
_IMPORTED = re.compile(r"""((?:from|import)\s*+(?:\(\s*+)?["'])(?:\.\.?/)+(?:[\w-]+/)*+([\w.-]+\.js["'])""")


def components(theme: Path) -> list[Path]:
    """The components' folders, in the order of their names."""
    folder = theme / FOLDER
    return sorted(path for path in folder.iterdir() if path.is_dir()) if folder.is_dir() else []


def macros(theme_dirs: list[Path]) -> str:
    """The source of the template `MACROS`: the macros of every component of the first folder that has any."""
    for theme in theme_dirs:
        files = [folder / f"{folder.name}.html" for folder in components(theme)]
        texts = [file.read_text("utf-8") for file in files if file.is_file()]
        if texts:
            return "".join(texts)
    return ""


def examples(theme: Path) -> Iterator[tuple[str, str]]:
    """(name of the component, name of the template with its example)."""
    for folder in components(theme):
        if (folder / EXAMPLE).is_file():
            yield folder.name, f"{FOLDER}/{folder.name}/{EXAMPLE}"


def asset_sources(assets: Path) -> dict[str, list[Path]]:
    """Name of each asset -> its source files, in order. assets: theme/assets. The components' styles are appended to
    the style sheets; their scripts become assets of their own."""
    found = sorted(path for path in assets.rglob("*") if path.is_file()) if assets.is_dir() else []
    sources = {path.relative_to(assets).as_posix(): [path] for path in found}
    for folder in components(assets.parent):
        for path in sorted(folder.glob("*.css")):
            sheet = path.name.removeprefix(f"{folder.name}.").removesuffix("css").rstrip(".") or "site"
            sources.setdefault(f"{sheet}.css", []).append(path)
        for path in sorted(folder.glob("*.js")):
            if path.name in sources:
                raise ValueError(f"two scripts of one name: {sources[path.name][0]}, {path}")
            sources[path.name] = [path]
    return sources


def text_of(files: list[Path]) -> str:
    """The text of a style sheet or script. All scripts are published in one folder, so `../due/due.js` in the sources
    becomes `./due.js`."""
    text = "\n".join(path.read_text("utf-8") for path in files)
    return _IMPORTED.sub(r"\1./\2", text) if files[0].suffix == ".js" else text
