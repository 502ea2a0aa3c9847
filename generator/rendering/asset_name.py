"""Names of published assets."""

from __future__ import annotations

import hashlib


def hashed_name(name: str, data: bytes) -> str:
    """The published path of the asset `name`, with a hash of its content, so that it can be cached for ever."""
    digest = hashlib.sha256(data).hexdigest()[:10]
    stem, dot, kind = name.rpartition(".")
    return f"assets/{stem}.{digest}{dot}{kind}"
