"""What a browser without a script sends when a form is submitted."""

from __future__ import annotations

import re
from html.parser import HTMLParser

# tags that say nothing of what is sent: four of five, and reading a tag is what takes time
OTHERS = re.compile(r"<(?!/?(?:input|textarea|select|option)\b)[^>]*>")


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.pairs: list[tuple[str, str]] = []
        self.area: str | None = None
        self.select: str | None = None
        self.option: str | None = None
        self.chosen: str | None = None
        self.first: str | None = None
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        have = dict(attrs)
        name, value = have.get("name"), have.get("value")
        if tag == "input" and name and "disabled" not in have:
            kind = have.get("type") or "text"
            if kind in ("radio", "checkbox") and "checked" not in have or kind in ("submit", "button"):
                return
            self.pairs.append((name, value or ""))
        elif tag == "textarea":
            self.area, self.text = name, ""
        elif tag == "select":
            self.select, self.chosen, self.first = name, None, None
        elif tag == "option" and self.select is not None:
            self.option, self.text = value, ""
            if "selected" in have:
                self.chosen = "\x00"

    def handle_data(self, data: str) -> None:
        self.text += data

    def handle_endtag(self, tag: str) -> None:
        if tag == "textarea" and self.area:
            self.pairs.append((self.area, self.text.removeprefix("\n")))
            self.area = None
        elif tag == "option" and self.select is not None:
            value = self.option if self.option is not None else self.text
            self.first = value if self.first is None else self.first
            self.chosen = value if self.chosen == "\x00" else self.chosen
        elif tag == "select" and self.select is not None:
            self.pairs.append((self.select, self.chosen if self.chosen is not None else self.first or ""))
            self.select = None


def pairs(html: str) -> list[tuple[str, str]]:
    """The pairs of the form with `data-form` in a page."""
    start = html.index("data-form")
    reader = _Reader()
    reader.feed(OTHERS.sub("", html[html.rindex("<form", 0, start) : html.index("</form>", start)]))
    return reader.pairs
