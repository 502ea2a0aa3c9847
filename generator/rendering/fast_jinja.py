"""Jinja compiled to simpler code, with the same output: rendering procedures takes two thirds of the time.

This is the one place that uses what Jinja and MarkupSafe do not promise to keep:

- `markupsafe._speedups._escape_inner`: escaping without a Markup object for each value;
- `template.root_render_func.__globals__`: the names by which compiled templates escape and make macros;
- `jinja2.runtime.Macro`, `_func`, `_environment` and the order of its arguments; `jinja2.runtime.new_context`;
- `jinja2.compiler.CodeGenerator.visit_Getattr`, `visit_Getitem`, `visit_Call` and its `write`.

So both packages are pinned exactly (VERSIONS, pyproject.toml); TTHC_STOCK_JINJA=1 does without this module, and
tests/rendering/test_fast_jinja.py compares the bytes of every page with and without it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, MutableMapping
from typing import Any

import jinja2
from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.runtime import Context, Macro, new_context
from jinja2.utils import missing
from markupsafe import Markup, escape

from generator.pages.wording import MISSING

try:
    from markupsafe._speedups import _escape_inner as escape_text
except ImportError:  # a MarkupSafe without compiled code: slower, same result

    def escape_text(text: str, /) -> str:
        return str(escape(text))


VERSIONS = {"jinja2": "3.1.6", "markupsafe": "3.0.4"}  # the versions that this was written for and is tested with


def fast_escape(value: Any) -> str:
    """As markupsafe.escape, but returns str for str: pieces of a page are joined and never escaped twice."""
    kind = type(value)
    if kind is str:
        return escape_text(value)
    if value is None:
        return MISSING
    return value if kind is Markup else escape(value)


class FastMacro(Macro):
    """A macro that is called without looking for an evaluation context: every macro here escapes."""

    def __init__(self, *args: Any) -> None:
        super().__init__(*args)
        self.direct = not (self.catch_kwargs or self.catch_varargs or self.explicit_caller)

    def __call__(self, *args: object, **kwargs: object) -> str:
        if not self.direct:
            return super().__call__(*args, **kwargs)
        if len(args) < len(self.arguments):
            args = (*args, *[kwargs.pop(name, missing) for name in self.arguments[len(args) :]])
        if kwargs and (len(kwargs) > 1 or "caller" not in kwargs) or len(args) > len(self.arguments):
            return super().__call__(*args, **kwargs)  # raises TypeError
        if self.caller:
            args = (*args, kwargs.pop("caller", None) or self._environment.undefined(name="caller"))
        return str.__new__(Markup, self._func(*args))


class FastTemplate(jinja2.Template):
    """A template that calls `fast_escape` instead of markupsafe.escape, and whose macros are FastMacros."""

    @classmethod
    def from_code(
        cls,
        environment: jinja2.Environment,
        code: Any,
        globals: MutableMapping[str, Any],
        uptodate: Callable[[], bool] | None = None,
    ) -> jinja2.Template:
        template = super().from_code(environment, code, globals, uptodate)
        template.root_render_func.__globals__.update(escape=fast_escape, Macro=FastMacro)
        return template

    def new_context(
        self, vars: dict[str, Any] | None = None, shared: bool = False, locals: Mapping[str, Any] | None = None
    ) -> Context:
        """As Jinja's, without listing all globals once more for each included template."""
        values = (vars or {}) if shared else {**self.environment.globals, **(vars or {})}
        return new_context(self.environment, self.name, self.blocks, values, True, None, locals)


class FastCodeGenerator(CodeGenerator):
    """Compiles `a.b`, `a[0]` and calls to plain Python, skipping Jinja's item fallback and context detection (no
    function here takes the context; macros escape as the environment does). If a template needs the fallback, plain
    Python fails and PageRenderer renders the page with Jinja's own code."""

    FALLBACK_ERRORS = (AttributeError, LookupError, TypeError)

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:
        self.write("(")
        self.visit(node.node, frame)
        self.write(f").{node.attr}")

    def visit_Getitem(self, node: nodes.Getitem, frame: Frame) -> None:
        if not (isinstance(node.arg, nodes.Const) and isinstance(node.arg.value, int)):
            super().visit_Getitem(node, frame)
            return
        self.write("(")
        self.visit(node.node, frame)
        self.write(f")[{node.arg.value}]")

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:
        if node.dyn_args or node.dyn_kwargs:
            super().visit_Call(node, frame, forward_caller)
            return
        self.write("(")
        self.visit(node.node, frame)
        self.write(")(")
        for item in (*node.args, *node.kwargs):
            self.visit(item, frame)
            self.write(", ")
        self.write("caller=caller)" if forward_caller else ")")
