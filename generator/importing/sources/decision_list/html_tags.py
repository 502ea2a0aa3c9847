"""What the tags and attributes of a page mean for its text."""

from __future__ import annotations

import re
from collections.abc import Mapping, Set

MAX_SPAN = 200
_FAMILY = re.compile(r"(?:^|[;\s])font-family\s?:([^;]{1,200})", re.IGNORECASE)
SKIPPED = {"script", "style", "template", "svg"}
SPEAKING = {"alt", "title", "placeholder", "aria-label"}
STRUCK = {"s", "strike", "del"}
TYPED = {"text", "search", "number", "tel", "email", "date", "url"}
VOID = {"input", "img", "br", "hr", "meta", "link", "col", "source", "wbr", "area", "base", "embed"}
BLOCKS = {"p", "div", "li", "br", "h1", "h2", "h3", "h4", "h5", "h6", "tr", "dt", "dd", "section", "label", "title"}


_CLASS = re.compile(r"\.([\w-]+)\s*+$")


def manners(tag: str, attributes: dict[str, str | None], classes: Mapping[str, Set[str]]) -> set[str]:
    """What the text inside a tag is: "skip" (no text at all), "hidden", "struck", "raised". classes: what those of the
    page's style sheet say, from `classes_of`."""
    if tag in SKIPPED:
        return {"skip"}
    found = _declared(attributes.get("style") or "")
    for name in (attributes.get("class") or "").split() if classes else ():
        found |= classes.get(name, set())
    if tag == "noscript" or "hidden" in attributes:
        found.add("hidden")
    if tag in STRUCK:
        found.add("struck")
    if tag == "sup":
        found.add("raised")
    return found


def font(attributes: dict[str, str | None]) -> str:
    """The font that a tag states for the text inside, "" when none."""
    found = _FAMILY.search(attributes.get("style") or "")
    return (attributes.get("face") or (found[1] if found else "")).split(",")[0].strip(" '\"")


def classes_of(sheet: str) -> dict[str, set[str]]:
    """What the classes of a style sheet do to text, of those that do anything: {"xl66": {"struck"}}."""
    made: dict[str, set[str]] = {}
    for rule in sheet.split("}"):
        selectors, _, declarations = rule.rpartition("{")
        found = _declared(declarations)
        for selector in selectors.split(",") if found else ():
            if named := _CLASS.search(selector):
                made.setdefault(named[1], set()).update(found)
    return made


def _declared(style: str) -> set[str]:
    """What declarations like “text-decoration: line-through” say of a text."""
    plain = "".join(style.split()).lower()
    signs = (("display:none", "hidden"), ("visibility:hidden", "hidden"), ("mso-hide:all", "hidden"),
             ("line-through", "struck"), ("vertical-align:super", "raised"))  # fmt: skip
    return {kind for sign, kind in signs if sign in plain}


def span(text: str | None) -> int:
    """How many columns or rows a colspan or rowspan says, within bounds; 1 for anything else."""
    return min(MAX_SPAN, max(1, int(text))) if text and text.isdecimal() and len(text) < 6 else 1
