"""What the tags and attributes of a page mean for its text."""

from __future__ import annotations

import re

MAX_SPAN = 200
_FAMILY = re.compile(r"(?:^|[;\s])font-family\s?:([^;]{1,200})", re.IGNORECASE)
SKIPPED = {"script", "style", "template", "svg"}
SPEAKING = {"alt", "title", "placeholder", "aria-label"}
STRUCK = {"s", "strike", "del"}
TYPED = {"text", "search", "number", "tel", "email", "date", "url"}
VOID = {"input", "img", "br", "hr", "meta", "link", "col", "source", "wbr", "area", "base", "embed"}
BLOCKS = {"p", "div", "li", "br", "h1", "h2", "h3", "h4", "h5", "h6", "tr", "dt", "dd", "section", "label", "title"}


def manner(tag: str, attributes: dict[str, str | None]) -> str:
    """What the text inside a tag is: "skip" (no text at all), "hidden", "struck", "raised", or ""."""
    style = (attributes.get("style") or "").replace(" ", "").lower()
    if tag in SKIPPED:
        return "skip"
    if tag == "noscript" or "hidden" in attributes or "display:none" in style or "visibility:hidden" in style:
        return "hidden"
    if tag in STRUCK or "line-through" in style:
        return "struck"
    return "raised" if tag == "sup" or "vertical-align:super" in style else ""


def font(attributes: dict[str, str | None]) -> str:
    """The font that a tag states for the text inside, "" when none."""
    found = _FAMILY.search(attributes.get("style") or "")
    return (attributes.get("face") or (found[1] if found else "")).split(",")[0].strip(" '\"")


def span(text: str | None) -> int:
    """How many columns or rows a colspan or rowspan says, within bounds; 1 for anything else."""
    return min(MAX_SPAN, max(1, int(text))) if text and text.isdecimal() and len(text) < 6 else 1
