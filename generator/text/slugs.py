"""URL slugs without Vietnamese marks: đ as d, lower case, words joined by hyphens."""

from __future__ import annotations

import re
from functools import lru_cache

from generator.text.folding import fold


@lru_cache(maxsize=4096)  # document numbers and field names recur on every page
def slug(text: str) -> str:
    """`Tín ngưỡng, tôn giáo` -> `tin-nguong-ton-giao`; `123/2015/NĐ-CP` -> `123-2015-nd-cp`."""
    return re.sub(r"[^a-z0-9]+", "-", fold(text)).strip("-") or "khong-ten"
