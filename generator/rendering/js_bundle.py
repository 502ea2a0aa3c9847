"""Scripts published as one file: the browser fetches the search engine in one request instead of eleven, a fifth smaller.

The sources stay apart in theme/assets. Their top-level names differ (tests/rendering/test_js_bundle.py), so one after the other they are one
module; whoever imports one of them imports the whole.
"""

from __future__ import annotations

import re

ENGINE = "search-engine.js"  # what a search box and the search page both need
PAGE = "search-page.js"
BUNDLES = {  # published name -> its sources, each after what it imports
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
    """The published name of a source: its bundle's, or its own."""
    return HOME.get(name, name)


def concatenate(name: str, sources: dict[str, str]) -> str:
    """The text of bundle `name`: its sources without their imports from each other, with one import of each other script."""
    outside: dict[str, set[str]] = {}
    text = ""
    for source in BUNDLES[name]:
        for names, other in IMPORT.findall(sources[source]):
            if bundle_of(other) != name:
                outside.setdefault(bundle_of(other), set()).update(names.split(", "))
        text += IMPORT.sub("", sources[source])
    return (
        "".join(
            f'import {{ {", ".join(sorted(names))} }} from "./{other}";\n' for other, names in sorted(outside.items())
        )
        + text
    )
