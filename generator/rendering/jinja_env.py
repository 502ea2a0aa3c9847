"""Jinja for thousands of pages: the same templates and the same bytes, less work for each.

A leaner escape, plain Python for `a.b`, `a[0]` and calls, no look at the file system before each page, compiled templates kept as
Python keeps compiled modules (in `__pycache__`), and `kept`, which lays a repeated part out once. What each buys: docs/speed.md.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterable, MutableMapping
from contextlib import suppress
from pathlib import Path
from typing import Any

import jinja2
from jinja2 import nodes
from jinja2.bccache import Bucket
from jinja2.compiler import CodeGenerator, Frame
from markupsafe import Markup, escape

try:
    from markupsafe._speedups import _escape_inner as escape_text
except ImportError:  # another release of markupsafe: slower, same result

    def escape_text(text: str, /) -> str:
        return str(escape(text))


def fast_escape(value: Any) -> str:
    """What markupsafe.escape gives, as a plain text where the value is one: pieces of a page are joined, never escaped again."""
    kind = type(value)
    if kind is str:
        return escape_text(value)
    if value is None:  # a record with a part missing, in a build that is not strict
        return MISSING
    return value if kind is Markup else escape(value)


MISSING = "Chưa có thông tin"  # for a value that nobody gave; no page may say “None”


class FastTemplate(jinja2.Template):
    """A template whose code calls `quick_escape` where it would call markupsafe.escape."""

    @classmethod
    def from_code(
        cls,
        environment: jinja2.Environment,
        code: Any,
        globals: MutableMapping[str, Any],
        uptodate: Callable[[], bool] | None = None,
    ) -> jinja2.Template:
        template = super().from_code(environment, code, globals, uptodate)
        template.root_render_func.__globals__["escape"] = fast_escape
        return template


class FastCodeGenerator(CodeGenerator):
    """Plain Python where Jinja asks its runtime first: whether a function wants the context (none of ours does; a macro called
    so escapes as the environment does), whether `a.b` means `a["b"]`. Where it does, plain Python fails, and the page is laid
    out again by Jinja's own code, see Layout.html."""

    FAILS = (AttributeError, LookupError, TypeError)

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


DIGEST = 32  # bytes of the hash in front of a compiled template


class BytecodeCache(jinja2.FileSystemBytecodeCache):
    """Compiled templates in `__pycache__` of the theme, one set for each state of this module and Jinja. A folder that cannot be
    written to only means compiling again."""

    def __init__(self, folder: Path) -> None:
        edition = hashlib.sha256(Path(__file__).read_bytes() + jinja2.__version__.encode()).hexdigest()[:10]
        super().__init__(str(folder), f"%s.{edition}.html")

    def load_bytecode(self, bucket: Bucket) -> None:
        with suppress(OSError, EOFError, ValueError, TypeError):
            kept = Path(self._get_cache_filename(bucket)).read_bytes()
            if kept[:DIGEST] == hashlib.blake2b(kept[DIGEST:], digest_size=DIGEST).digest():  # else it is damaged
                bucket.bytecode_from_string(kept[DIGEST:])

    def dump_bytecode(self, bucket: Bucket) -> None:
        file, data = Path(self._get_cache_filename(bucket)), bucket.bytecode_to_string()
        part = file.with_name(f"{file.name}.{os.getpid()}")
        try:
            file.parent.mkdir(exist_ok=True)
            part.write_bytes(hashlib.blake2b(data, digest_size=DIGEST).digest() + data)
            part.replace(file)
        except OSError:
            with suppress(OSError):
                part.unlink(missing_ok=True)


class Environment(jinja2.Environment):
    """Templates of `theme_dirs`, first wins; values are escaped, a name that is not there is an error."""

    template_class = FastTemplate
    code_generator_class = FastCodeGenerator

    def __init__(self, theme_dirs: list[str]) -> None:
        super().__init__(
            loader=jinja2.FileSystemLoader(theme_dirs),
            autoescape=True,
            trim_blocks=True,
            lstrip_blocks=True,
            undefined=jinja2.StrictUndefined,
            auto_reload=False,  # one environment lives for one build
            bytecode_cache=BytecodeCache(Path(theme_dirs[0]) / "__pycache__"),
            cache_size=-1,
        )
        self.globals["cached"] = FragmentCache()
        self.filters["first"] = _first

    def careful(self) -> jinja2.Environment:
        """The same templates, compiled as Jinja compiles them."""
        other = self.overlay(bytecode_cache=None)
        other.code_generator_class = CodeGenerator  # type: ignore[assignment]
        return other


def _first(items: Iterable[Any]) -> Any:
    """The first item, None when there is none: Jinja's own filter makes a page fail that names a record which is not there."""
    return next(iter(items), None)


class FragmentCache:
    """`{% call cached(key, …) %}…{% endcall %}`: lay the part out once for each key. Everything the part depends on, besides
    the catalogue, must be in the key. Buys: 23 communes share one list of what they receive."""

    def __init__(self) -> None:
        self.parts: dict[tuple, Markup] = {}

    def __call__(self, *key: Any, caller: Callable[[], Markup]) -> Markup:
        # a view or a list is itself, not its value; it lives as long as the catalogue, so its identity stays its own
        known = tuple(item if isinstance(item, str) else id(item) for item in key)
        if known not in self.parts:
            self.parts[known] = caller()
        return self.parts[known]
