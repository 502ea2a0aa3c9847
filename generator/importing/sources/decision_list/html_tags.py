"""What the tags and attributes of a page mean for its text."""

from __future__ import annotations

MAX_SPAN = 200
SKIPPED = {"script", "style", "template", "svg"}
SPEAKING = {"alt", "title", "placeholder", "aria-label"}
STRUCK = {"s", "strike", "del"}
TYPED = {"text", "search", "number", "tel", "email", "date", "url"}
VOID = {"input", "img", "br", "hr", "meta", "link", "col", "source", "wbr", "area", "base", "embed"}
BLOCKS = {"p", "div", "li", "br", "h1", "h2", "h3", "h4", "h5", "h6", "tr", "dt", "dd", "section", "label", "title"}


def manner(tag: str, attributes: dict[str, str | None]) -> str:
    """What the text inside a tag is: "skip" (no text at all), "hidden", "struck", or ""."""
    style = (attributes.get("style") or "").replace(" ", "").lower()
    if tag in SKIPPED:
        return "skip"
    if tag == "noscript" or "hidden" in attributes or "display:none" in style or "visibility:hidden" in style:
        return "hidden"
    return "struck" if tag in STRUCK or "line-through" in style else ""


def span(text: str | None) -> int:
    """How many columns or rows a colspan or rowspan says, within bounds; 1 for anything else."""
    return min(MAX_SPAN, max(1, int(text))) if text and text.isdecimal() and len(text) < 6 else 1
