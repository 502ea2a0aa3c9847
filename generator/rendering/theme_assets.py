"""The theme's files as they are published: minified and bundled."""

from __future__ import annotations

import rcssmin
import rjsmin

from generator.javascript.constants import with_numbers
from generator.javascript.modules import publish_scripts
from generator.rendering.asset_name import hashed_name
from generator.rendering.js_bundle import BUNDLES, COPIED, NUMBERS
from generator.rendering.page_style import SEARCH_PAGE, SHEETS, style_for
from generator.rendering.palette import expand


def theme_assets(
    sources: tuple[tuple[str, str | bytes], ...], templates: tuple[str, ...]
) -> tuple[dict[str, str], dict[str, bytes]]:
    """(published path by logical name, data by published path). sources: text of each script and style, bytes of each
    other file; templates: those of the search page, whose style is made of what it can use of the sheets. Raises
    BundleError for scripts that cannot be bundled."""
    names: dict[str, str] = {}
    files: dict[str, bytes] = {}
    scripts: dict[str, str] = {}

    def add(name: str, data: bytes) -> str:
        names[name] = hashed_name(name, data)
        files[names[name]] = data
        return names[name]

    for name, data in sources:
        if isinstance(data, bytes):
            add(name, data)
        elif name.endswith(".js"):
            scripts[name] = rjsmin.jsmin(data)
        else:
            add(name, rcssmin.cssmin(expand(data)).encode("utf-8"))
    if templates:
        style = "".join(files[names[name]].decode("utf-8") for name in SHEETS)
        add(SEARCH_PAGE, style_for(style, (*templates, *scripts.values())).encode("utf-8"))
    scripts = with_numbers(scripts, NUMBERS)
    bundles = {name: sources for name, sources in BUNDLES.items() if name in scripts}
    publish_scripts(
        scripts, bundles, lambda name, text: add(name, text.encode("utf-8")).removeprefix("assets/"), COPIED
    )
    return names, files
