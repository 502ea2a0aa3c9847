"""The Jinja environment of the pages: compiled templates cached in .cache, no reload checks, `cached`, which renders a
repeated fragment once, and the faster code of fast_jinja.py unless TTHC_STOCK_JINJA=1. What each saves:
docs/speed.md."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from typing import Any

import jinja2
from jinja2.bccache import Bucket
from jinja2.compiler import CodeGenerator
from jinja2.ext import Extension
from markupsafe import Markup

from generator.io.cache_file import read_cached, write_cached
from generator.pages.wording import MISSING
from generator.rendering.components import MACROS, macros
from generator.rendering.fast_jinja import FastCodeGenerator, FastTemplate

SWITCH = "TTHC_STOCK_JINJA"  # set to 1 in the environment: Jinja as it is, slower, same bytes
CACHE = Path(".cache") / "templates"  # in the folder that a command is called in, as printed sheets


class BytecodeCache(jinja2.FileSystemBytecodeCache):
    """Compiled templates in .cache/templates. The key covers this package, whose code decides what templates compile
    to, and the version of Jinja. If the folder is not writable, templates are compiled in every build."""

    def __init__(self, folder: Path) -> None:
        code = b"".join(file.read_bytes() for file in sorted(Path(__file__).parent.glob("*.py")))
        edition = hashlib.sha256(code + jinja2.__version__.encode()).hexdigest()[:10]
        super().__init__(str(folder), f"%s.{edition}.html")

    def load_bytecode(self, bucket: Bucket) -> None:
        data = read_cached(Path(self._get_cache_filename(bucket)))
        if data is not None:
            with suppress(EOFError, ValueError, TypeError):  # of another Python
                bucket.bytecode_from_string(data)

    def dump_bytecode(self, bucket: Bucket) -> None:
        write_cached(Path(self._get_cache_filename(bucket)), bucket.bytecode_to_string())


class Unindented(Extension):
    """Strip the indentation of templates, which would be sent with every page, and join indented continuation lines
    (of a tag or a sentence). The content of `pre` is unchanged."""

    CONTINUED = re.compile(r"(?<=[^>}\s])\n[ \t]+")
    INDENT = re.compile(r"^[ \t]+", re.MULTILINE)
    PRE = re.compile(r"(<pre\b.*?(?:</pre>|\Z))", re.DOTALL)

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:
        parts = self.PRE.split(source)
        parts[::2] = [self.INDENT.sub("", self.CONTINUED.sub(" ", part)) for part in parts[::2]]
        return "".join(parts)


class Environment(jinja2.Environment):
    """Templates of `theme_dirs`, first wins, and `components.html` with the macros of all components; values are
    escaped, undefined names are errors, None is MISSING."""

    def __init__(self, theme_dirs: list[str]) -> None:
        stock = os.environ.get(SWITCH) == "1"
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
            bytecode_cache=None if stock else BytecodeCache(CACHE),
            cache_size=-1,
            finalize=_no_none if stock else None,
        )
        if not stock:
            self.template_class, self.code_generator_class = FastTemplate, FastCodeGenerator
        self.globals["cached"] = FragmentCache()
        self.filters["first"] = _first

    def fallback_env(self) -> jinja2.Environment:
        """The same templates with Jinja's own code generator."""
        other = self.overlay(bytecode_cache=None)
        other.code_generator_class = CodeGenerator
        return other


def _no_none(value: object) -> Any:
    return MISSING if value is None else value


def _first(items: Iterable[Any]) -> Any:
    """The first item or None; Jinja's own filter returns an undefined value, which is an error here."""
    return next(iter(items), None)


ROOT_SLOT = "\0root\0"  # no text of the content has such characters
Key = str | int | None | tuple["Key", ...]


class FragmentCache:
    """`{% call cached(key, …) %}…{% endcall %}`: renders the fragment once per key. Besides the catalogue, the key must
    contain everything that the fragment depends on: texts, numbers, views (represented by their address), lists of
    these. The 23 communes share one list of the procedures they receive.

    `{% call(root) cached(key, root=root) %}`: the fragment is the same on pages of any depth; links in it begin with
    `root`."""

    def __init__(self) -> None:
        self.parts: dict[Key, bytes] = {}  # thousands of fragments: UTF-8 is half the size of the text

    def __call__(self, *key: object, caller: Callable[..., Markup], root: str | None = None) -> Markup:
        cache_key = _key(key)
        if cache_key not in self.parts:
            self.parts[cache_key] = (caller() if root is None else caller(ROOT_SLOT)).encode()
        found = self.parts[cache_key].decode()
        return Markup(found if root is None else found.replace(ROOT_SLOT, root))


def _key(item: Any) -> Key:
    if item is None or isinstance(item, str | int):
        return item
    if isinstance(item, list | tuple):
        return tuple(map(_key, item))
    url: str = item.url
    return url
