"""JavaScript bundling: the browser fetches the search engine in one request instead of eleven, a fifth smaller.

The sources in theme/assets have distinct top-level names (tests/rendering/test_js_bundle.py), so their concatenation is
one module; an import of any source becomes an import of the bundle."""

from __future__ import annotations

import re

ENGINE = "search-engine.js"  # needed by the search box and the search page
PAGE = "search-page.js"
BUNDLES = {  # published name -> sources, each after its imports
    ENGINE: (
        "search-normalise.js",
        "search-tuning.js",
        "search-data.js",
        "search-repair.js",
        "search-language.js",
        "search-question.js",
        "search-plan.js",
        "search-rank.js",
        ENGINE,
        "search-load.js",
        "search-view.js",
    ),
    PAGE: ("search-parts.js", PAGE),
}
HOME = {source: name for name, sources in BUNDLES.items() for source in sources}
IMPORT = re.compile(r"""^import \{ ([^}\n]*) \} from "\./([\w.-]+\.js)";\n""", re.MULTILINE)


def bundle_of(name: str) -> str:
    """The published name of a source: that of its bundle, or its own name."""
    return HOME.get(name, name)


def concatenate(name: str, sources: dict[str, str]) -> str:
    """The text of bundle `name`: its sources without internal imports, and one import per external script."""
    outside: dict[str, set[str]] = {}
    text = ""
    for source in BUNDLES[name]:
        for names, other in IMPORT.findall(sources[source]):
            if bundle_of(other) != name:
                outside.setdefault(bundle_of(other), set()).update(names.split(", "))
        text += IMPORT.sub("", sources[source])
    imports = [
        f'import {{ {", ".join(sorted(names))} }} from "./{other}";\n' for other, names in sorted(outside.items())
    ]
    return "".join(imports) + text
