"""Converts editors' Markdown to a small safe subset of HTML."""

from __future__ import annotations

import re
from functools import lru_cache
from threading import get_ident

import nh3
from markdown import Markdown
from markdown.extensions.def_list import DefListExtension
from markdown.extensions.fenced_code import FencedCodeExtension
from markdown.extensions.sane_lists import SaneListExtension
from markdown.extensions.tables import TableExtension
from markdown.extensions.toc import TocExtension
from markupsafe import Markup

from generator.schema.web_address import link_target
from generator.text.slugs import slug

TAGS = {
    "p",
    "br",
    "strong",
    "em",
    "ul",
    "ol",
    "li",
    "a",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "blockquote",
    "code",
    "pre",
    "table",
    "thead",
    "tbody",
    "tr",
    "th",
    "td",
    "hr",
    "dl",
    "dt",
    "dd",
    "kbd",
}
ATTRIBUTES = {
    "a": {"href", "title"},
    "h2": {"id"},
    "h3": {"id"},
    "h4": {"id"},
    "h5": {"id"},
    "h6": {"id"},
    "th": {"scope"},
    "ol": {"start"},
}
SCHEMES = {"https", "http", "mailto", "tel"}
TABLE = re.compile(r"<table>((?:[^<]|<(?!/?table>))*+)</table>")
HEAD = re.compile(r"<th(?: [^<>]*)?>((?:[^<]|<(?!/?th[ >]))*+)</th>")


def _heading_id(text: str, separator: str) -> str:
    return slug(text)  # the default drops đ: "Đăng ký" would become #ang-ky


def to_html(text: str | None) -> Markup:
    """Convert `text` to HTML with only safe tags, attributes and link schemes; the highest heading is h2, whether the
    text begins with # or with ##."""
    return Markup(TABLE.sub(_with_labels, cleaned(converted(text))))


def _with_labels(table: re.Match[str]) -> str:
    """A sanitised table as theme/components/table has it: on a phone a list, where each cell says its column."""
    heads = [re.sub(r"<[^<>]*>", "", head) for head in HEAD.findall(table[1])]
    labels = [head.replace('"', "&quot;") for head in heads]
    rows = []
    for row in table[1].split("<tr>"):
        first, *cells = row.split("<td>")
        rows.append(
            "".join([first, *(f'<td data-label="{label}">{cell}' for label, cell in zip(labels, cells, strict=False))])
        )
    return f'<table class="tthc-table">{"<tr>".join(rows)}</table>'


def converted(text: str | None) -> str:
    """Unsanitised HTML of `text`: never for a page."""
    highest = min((len(signs) for signs in re.findall(r"^(#{1,6})\s", text or "", re.MULTILINE)), default=1)
    html: str = _engine(2 if highest == 1 else 1, get_ident()).reset().convert(re.sub(r"\r\n?", "\n", text or ""))
    return _without_comments(html)


@lru_cache(8)
def _engine(level: int, thread: int) -> Markdown:
    """The converter whose highest heading is of that level. thread: which uses it, since it is not thread-safe."""
    toc = TocExtension(slugify=_heading_id, baselevel=level, marker="")
    # by their classes: for names, the metadata of all installed packages would be searched
    tables, fenced = TableExtension(), FencedCodeExtension()
    engine = Markdown(extensions=[tables, DefListExtension(), SaneListExtension(), fenced, toc])
    for part, name in ((engine.preprocessors, "html_block"), (engine.inlinePatterns, "html")):
        part.deregister(name)  # tags are shown as text; parsing them takes quadratic time
    return engine


def _without_comments(html: str) -> str:
    """Remove editors' comments (`<!-- … -->`), which rule TT-185 reports; in code they are an example and stay.
    Searches from mark to mark, because a regular expression would take quadratic time."""
    pieces, at = [], 0
    while (start := html.find("&lt;!--", at)) >= 0:
        code = html.find("<code", at, start)
        if code >= 0:
            end = html.find("</code>", code)
            pieces.append(html[at:end])
            at = end
            continue
        end = html.find("--&gt;", start)
        if end < 0:
            break
        pieces.append(html[at:start])
        at = end + len("--&gt;")
    return "".join([*pieces, html[at:]])


def cleaned(html: str) -> str:
    """Sanitise `html` for a page."""
    return nh3.clean(
        html, tags=TAGS, attributes=ATTRIBUTES, url_schemes=SCHEMES, link_rel=None, attribute_filter=_attribute
    )


def _attribute(tag: str, name: str, value: str) -> str | None:
    return (link_target(value) or None) if name == "href" else value
