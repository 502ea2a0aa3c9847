"""The names of the files of documents."""

from __future__ import annotations

import re

from generator.text.folding import fold


def stem_of_law(number: str) -> str:
    """The name of a document's file, without the ending: 123/2015/NĐ-CP → 123-2015-nd-cp."""
    return re.sub(r"[^a-z0-9]+", "-", fold(number)).strip("-")
