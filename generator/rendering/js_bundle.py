"""The scripts that are published as one file: for a search the browser makes one request instead of twenty, and
transfers a fifth less. generator/javascript/modules.py joins them."""

from __future__ import annotations

SEARCH = "search.js"  # needed by the search box and the search page
NUMBERS = "search-tuning.js"  # has no file: its numbers stand where they are read
COPIED = ("dom.js", "urls.js", "search-terms.js")  # others need them too
# published name -> its modules, in the order that compresses best; it runs the one of the same name
BUNDLES = {
    SEARCH: (
        "search-normalise.js",
        "search-runs.js",
        "search-data.js",
        "search-language.js",
        "search-expressions.js",
        "search-fields.js",
        "search-repair.js",
        "search-question.js",
        "search-terms.js",
        "dom.js",
        "search-plan.js",
        "search-rank.js",
        "urls.js",
        "search-engine.js",
        "search-fuse.js",
        "search-certainty.js",
        "search-load.js",
        "search-marks.js",
        "search-view.js",
        "search-parts.js",
        "search-page.js",
        "doubt.js",
        SEARCH,
    ),
    "search-more.js": ("dom.js", "urls.js", "search-documents.js", "search-more.js"),
    "search-samples.js": ("search-terms.js", "search-siblings.js", "search-samples.js"),
}
