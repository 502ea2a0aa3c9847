"""The style sheet of one page: of the whole style what can match something in it.

A page whose answer somebody waits for on a slow line should not wait for the style of all others. Its rules are taken
from the whole sheet, so there is no second copy to keep: a rule goes when it names a class, an attribute, an id or an
element that no text the page is made from (templates, scripts) has as a word. Whatever is in doubt stays."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

SEARCH_PAGE = "search-page.css"
SHEETS = ("site.css", "search.css")  # what it is taken from
# what the search page is made of, beside the scripts and the components that these name
TEMPLATES = ("frame.html", "edition.html", "pages/search.html", "components/breadcrumbs/breadcrumbs.html")
DRAWN = "svg class tthc-icon"  # what `icon(…)` gives

_COMPONENT = re.compile(r"\bcomponents\.(\w+)")
_BRACE = re.compile(r"""[{}]|"[^"]*"|'[^']*'""")
_WORD = re.compile(r"[A-Za-z][\w-]*")
_CAPITAL = re.compile(r"(?<=[a-z\d])(?=[A-Z])")
_INNER = r"\(((?:[^()]|\([^()]*\))*)\)"  # what stands between parentheses, which may hold others
_NOT = re.compile(rf":not{_INNER}")
_ANY = re.compile(rf":(?:is|where|has){_INNER}")
_REST = re.compile(rf"::?[\w-]+(?:{_INNER})?|=[^\]]*")  # other pseudo-classes; an attribute's value, which may change
_NESTED = ("@media", "@supports")
_EVERYWHERE = {"html", "head", "body"}


def search_page_texts(theme: Path) -> tuple[str, ...]:
    """The templates that the search page is made from; empty where the theme has none."""
    files = [theme / name for name in TEMPLATES]
    if not all(file.is_file() for file in files):
        return ()
    texts = [file.read_text("utf-8") for file in files]
    for name in sorted({name.replace("_", "-") for text in texts for name in _COMPONENT.findall(text)}):
        texts.append((theme / "components" / name / f"{name}.html").read_text("utf-8"))
    return (DRAWN, *texts)


def style_for(style: str, texts: Iterable[str]) -> str:
    """What of `style`, a minified sheet, may apply to a page that is made from `texts`."""
    return "".join(_kept(style, words_of(texts)))


def words_of(texts: Iterable[str]) -> set[str]:
    """All words in `texts`, as names of classes, attributes, ids and elements; `dataset.dayOff` is `data-day-off`."""
    words = {word for text in texts for word in _WORD.findall(text)}
    return words | {f"data-{_CAPITAL.sub('-', word).lower()}" for word in words} | _EVERYWHERE


def _kept(style: str, words: set[str]) -> Iterator[str]:
    for prelude, body in _rules(style):
        if prelude.startswith(_NESTED):
            if inner := "".join(_kept(body, words)):
                yield f"{prelude}{{{inner}}}"
        elif prelude.startswith("@") or _may_match(prelude, words):
            yield f"{prelude}{{{body}}}"


def _rules(style: str) -> Iterator[tuple[str, str]]:
    """(what stands before its braces, what stands between them) of each rule. Raises ValueError for a brace too few."""
    depth = start = opened = 0
    for match in _BRACE.finditer(style):
        if match[0] == "{":
            depth += 1
            if depth == 1:
                opened = match.start()
        elif match[0] == "}":
            depth -= 1
            if depth == 0:
                yield style[start:opened], style[opened + 1 : match.start()]
                start = match.end()
    if style[start:].strip():
        raise ValueError(f"not a rule: {style[start:][:60]}")


def _may_match(selectors: str, words: set[str]) -> bool:
    """Whether one of the selectors, separated by commas, names nothing that is not among `words`."""
    plain = _NOT.sub("", selectors)
    lists: list[str] = []

    def noted(match: re.Match[str]) -> str:
        lists.append(match[1])
        return f"\0{len(lists) - 1}\0"

    for one in _ANY.sub(noted, plain).split(","):
        inside = re.findall(r"\0(\d+)\0", one)
        if all(name in words for name in _WORD.findall(_REST.sub("", one))) and all(
            _may_match(lists[int(at)], words) for at in inside
        ):
            return True
    return False
