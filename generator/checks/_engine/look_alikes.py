"""Letters that only look like Vietnamese ones."""

from __future__ import annotations

import re

LATIN, OTHER = "A-Za-zÀ-ỹ", "\u0370-\u03ff\u0400-\u04ff"
ALIKE = re.compile(
    rf"[\u00d0\u00f0\u0189\u2160-\u217f\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\U0001d400-\U0001d7ff]|(?<=[{LATIN}])[{OTHER}]|[{OTHER}](?=[{LATIN}])"
)

ANY = re.compile(rf"[\u00d0\u00f0\u0189{OTHER}\u2160-\u217f\uff10-\uff5a\U0001d400-\U0001d7ff]")
