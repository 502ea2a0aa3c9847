"""Jinja for thousands of pages: the same templates and the same bytes, less work for each.

Three tricks, none with a benchmark line yet: a leaner escape, no look
at the file system before each page, and `kept`, which lays a repeated part out once.
"""

from __future__ import annotations

from collections.abc import Callable, MutableMapping
from typing import Any

import jinja2
from markupsafe import Markup, escape

try:
    from markupsafe._speedups import _escape_inner as escape_text
except ImportError:  # another release of markupsafe: slower, same result

    def escape_text(text: str, /) -> str:
        return str(escape(text))


def quick_escape(value: Any) -> str:
    """What markupsafe.escape gives, as a plain text where the value is one: pieces of a page are joined, never escaped again."""
    kind = type(value)
    if kind is str:
        return escape_text(value)
    return value if kind is Markup else escape(value)


class QuickTemplate(jinja2.Template):
    """A template whose code calls `quick_escape` where it would call markupsafe.escape."""

    @classmethod
    def from_code(cls, environment: jinja2.Environment, code: Any, globals: MutableMapping[str, Any], uptodate: Callable[[], bool] | None = None) -> jinja2.Template:
        template = super().from_code(environment, code, globals, uptodate)
        template.root_render_func.__globals__["escape"] = quick_escape
        return template


class Environment(jinja2.Environment):
    """Templates of `theme_dirs`, first wins; values are escaped, a name that is not there is an error."""

    template_class = QuickTemplate

    def __init__(self, theme_dirs: list[str]) -> None:
        super().__init__(
            loader=jinja2.FileSystemLoader(theme_dirs),
            autoescape=True,
            trim_blocks=True,
            lstrip_blocks=True,
            undefined=jinja2.StrictUndefined,
            auto_reload=False,  # one environment lives for one build
        )
        self.globals["kept"] = Kept()


class Kept:
    """`{% call kept(key, …) %}…{% endcall %}`: lay the part out once for each key. Everything the part depends on, besides
    the catalogue, must be in the key. Buys: 23 communes share one list of what they receive."""

    def __init__(self) -> None:
        self.parts: dict[tuple, Markup] = {}

    def __call__(self, *key: Any, caller: Callable[[], Markup]) -> Markup:
        # a view or a list is itself, not its value; it lives as long as the catalogue, so its identity stays its own
        known = tuple(item if isinstance(item, str) else id(item) for item in key)
        if known not in self.parts:
            self.parts[known] = caller()
        return self.parts[known]
