"""What messages quote of a long text."""

from __future__ import annotations

MAX_LENGTH = 60  # characters


def excerpt(text: str) -> str:
    """The text, or its beginning with “…” if it is long."""
    return text if len(text) <= MAX_LENGTH else f"{text[: MAX_LENGTH - 3]}…"
