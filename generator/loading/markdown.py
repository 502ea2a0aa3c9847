"""Editors' Markdown to a small safe set of HTML."""

from __future__ import annotations

import re

import nh3
from markdown import Markdown
from markdown.extensions.toc import TocExtension
from markupsafe import Markup

from generator.schema.web_address import link_target
from generator.slugs import slug

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


def _heading_id(text: str, separator: str) -> str:
    return slug(text)  # the default drops đ: "Đăng ký" would become #ang-ky


def to_html(text: str | None) -> Markup:
    """HTML of `text` with only harmless tags, attributes and link schemes; the highest heading is h2, whether the writer
    began with # or with ##."""
    return Markup(cleaned(converted(text)))


def converted(text: str | None) -> str:
    """HTML of `text` as Markdown has it, with whatever the writer put in: never for a page."""
    highest = min((len(signs) for signs in re.findall(r"^(#{1,6})\s", text or "", re.MULTILINE)), default=1)
    engine = Markdown(
        extensions=[
            "tables",
            "def_list",
            "sane_lists",
            "fenced_code",
            TocExtension(slugify=_heading_id, baselevel=2 if highest == 1 else 1, marker=""),
        ]
    )
    for part, name in ((engine.preprocessors, "html_block"), (engine.inlinePatterns, "html")):
        part.deregister(name)  # tags are shown as they were written; reading them takes the square of the text
    return _without_comments(engine.convert(re.sub(r"\r\n?", "\n", text or "")))


def _without_comments(html: str) -> str:
    """Notes of editors to themselves (`<!-- … -->`) are for nobody else; in code they are an example and stay. Rule TT-185 names
    them. A search from mark to mark, because an expression would take the square of the text."""
    kept, at = [], 0
    while (start := html.find("&lt;!--", at)) >= 0:
        code = html.find("<code", at, start)
        if code >= 0:
            end = html.find("</code>", code)
            kept.append(html[at:end])
            at = end
            continue
        end = html.find("--&gt;", start)
        if end < 0:
            break
        kept.append(html[at:start])
        at = end + len("--&gt;")
    return "".join([*kept, html[at:]])


def cleaned(html: str) -> str:
    """What of `html` comes on a page."""
    return nh3.clean(
        html, tags=TAGS, attributes=ATTRIBUTES, url_schemes=SCHEMES, link_rel=None, attribute_filter=_attribute
    )


def _attribute(tag: str, name: str, value: str) -> str | None:
    return (link_target(value) or None) if name == "href" else value
