"""A faster Jinja environment for thousands of pages, with the same output.

Faster escaping, plain Python for `a.b`, `a[0]` and calls, no template reload checks, compiled templates cached in
.cache, and `cached`, which renders a repeated fragment once. What each saves: docs/speed.md.
"""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Callable, Iterable, MutableMapping
from contextlib import suppress
from pathlib import Path
from typing import Any

import jinja2
from jinja2 import nodes
from jinja2.bccache import Bucket
from jinja2.compiler import CodeGenerator, Frame
from jinja2.ext import Extension
from markupsafe import Markup, escape

from generator.regular_file import read_regular
from generator.rendering.components import MACROS, macros

try:
    from markupsafe._speedups import _escape_inner as escape_text
except ImportError:  # another release of markupsafe: slower, same result

    def escape_text(text: str, /) -> str:
        return str(escape(text))


def fast_escape(value: Any) -> str:
    """As markupsafe.escape, but returns str for str: pieces of a page are joined and never escaped twice."""
    kind = type(value)
    if kind is str:
        return escape_text(value)
    if value is None:  # an incomplete record, in a build that is not strict
        return MISSING
    return value if kind is Markup else escape(value)


MISSING = "Chưa có thông tin"  # for missing values; no page may say “None”


class FastTemplate(jinja2.Template):
    """A template that calls `fast_escape` instead of markupsafe.escape."""

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
    """Compiles `a.b`, `a[0]` and calls to plain Python, skipping Jinja's item fallback and context detection (no
    function here takes the context; macros escape as the environment does). If a template needs the fallback, plain
    Python fails and PageRenderer renders the page with Jinja's own code."""

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


CACHE = Path(".cache") / "templates"  # in the folder that a command is called in, as printed sheets
DIGEST = 32  # bytes of the hash before a compiled template


class BytecodeCache(jinja2.FileSystemBytecodeCache):
    """Compiled templates in .cache/templates, keyed by a hash of this module and the Jinja version. If the
    folder is not writable, templates are compiled in every build."""

    def __init__(self, folder: Path) -> None:
        edition = hashlib.sha256(Path(__file__).read_bytes() + jinja2.__version__.encode()).hexdigest()[:10]
        super().__init__(str(folder), f"%s.{edition}.html")

    def load_bytecode(self, bucket: Bucket) -> None:
        with suppress(OSError, EOFError, ValueError, TypeError):
            data, _ = read_regular(self._get_cache_filename(bucket))
            if data[:DIGEST] == hashlib.blake2b(data[DIGEST:], digest_size=DIGEST).digest():  # else it is corrupt
                bucket.bytecode_from_string(data[DIGEST:])

    def dump_bytecode(self, bucket: Bucket) -> None:
        file, data = Path(self._get_cache_filename(bucket)), bucket.bytecode_to_string()
        part = file.with_name(f"{file.name}.{os.getpid()}")
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
            part.write_bytes(hashlib.blake2b(data, digest_size=DIGEST).digest() + data)
            part.replace(file)
        except OSError:
            with suppress(OSError):
                part.unlink(missing_ok=True)


class Unindented(Extension):
    """Templates are indented for who reads them, pages are not: it would be sent with every page. Indentation goes, and
    what goes on in an indented line (a tag, a sentence) is one line. (No `pre` in a template has indented lines.)"""

    CONTINUED = re.compile(r"(?<=[^>}\s])\n[ \t]+")
    INDENT = re.compile(r"^[ \t]+", re.MULTILINE)

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:
        return self.INDENT.sub("", self.CONTINUED.sub(" ", source))


class Environment(jinja2.Environment):
    """Templates of `theme_dirs`, first wins, and `components.html` with the macros of all components; values are
    escaped, undefined names are errors."""

    template_class = FastTemplate
    code_generator_class = FastCodeGenerator

    def __init__(self, theme_dirs: list[str]) -> None:
        super().__init__(
            loader=jinja2.ChoiceLoader(
                [
                    jinja2.DictLoader({MACROS: macros([Path(folder) for folder in theme_dirs])}),
                    jinja2.FileSystemLoader(theme_dirs),
                ]
            ),
            autoescape=True,
            trim_blocks=True,
            extensions=[Unindented],
            undefined=jinja2.StrictUndefined,
            auto_reload=False,  # one environment lives for one build
            bytecode_cache=BytecodeCache(CACHE),
            cache_size=-1,
        )
        self.globals["cached"] = FragmentCache()
        self.filters["first"] = _first

    def careful(self) -> jinja2.Environment:
        """The same templates with Jinja's own code generator."""
        other = self.overlay(bytecode_cache=None)
        other.code_generator_class = CodeGenerator  # type: ignore[assignment]
        return other


def _first(items: Iterable[Any]) -> Any:
    """The first item or None; Jinja's own filter returns an undefined value, which is an error here."""
    return next(iter(items), None)


class FragmentCache:
    """`{% call cached(key, …) %}…{% endcall %}`: renders the fragment once per key. Everything that it depends on,
    besides the catalogue, must be in the key. The 23 communes share one list of the procedures they receive."""

    def __init__(self) -> None:
        self.parts: dict[tuple, Markup] = {}

    def __call__(self, *key: Any, caller: Callable[[], Markup]) -> Markup:
        # views and lists are keyed by identity; they live as long as the catalogue, so ids are not reused
        cache_key = tuple(item if isinstance(item, str) else id(item) for item in key)
        if cache_key not in self.parts:
            self.parts[cache_key] = caller()
        return self.parts[cache_key]
