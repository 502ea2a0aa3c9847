"""The scripts that are published as one file: the browser fetches all that a search needs in one request instead of
twenty, a fifth smaller. generator/js_modules.py joins them."""

from __future__ import annotations

ENGINE = "search-engine.js"  # needed by the search box and the search page
COPIED = ("dom.js",)  # others need it too
BUNDLES = {  # published name -> its modules; it runs the one of the same name
    ENGINE: (
        "search-normalise.js",
        "search-tuning.js",
        "urls.js",
        "search-data.js",
        "search-runs.js",
        "search-expressions.js",
        "search-repair.js",
        "search-language.js",
        "search-question.js",
        "search-plan.js",
        "search-rank.js",
        "search-fields.js",
        "search-fuse.js",
        "search-siblings.js",
        "search-certainty.js",
        ENGINE,
        "dom.js",
        "search-load.js",
        "search-marks.js",
        "search-view.js",
        "doubt.js",
        "search-parts.js",
        "search-page.js",
    ),
}
