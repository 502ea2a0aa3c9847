"""Every regular expression of the product.

Expressions are collected from two sides: objects that modules hold, and calls of `re` in the source (ast), so that one
which is only compiled inside a function is seen too.
"""

from __future__ import annotations

import ast
import functools
import importlib
import pkgutil
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType
from typing import Any

import generator

CALLS = {"compile", "search", "match", "fullmatch", "split", "findall", "finditer", "sub", "subn"}


def modules() -> list[ModuleType]:
    """All modules of the product."""
    names = sorted(info.name for info in pkgutil.walk_packages(generator.__path__, "generator."))
    return [importlib.import_module(name) for name in names if not name.endswith("__main__")]


@dataclass
class Expression:
    """One expression: where it stands, and the ways it is used (all of them when that cannot be seen in the source)."""

    source: str
    flags: int
    where: str
    ways: set[str] = field(default_factory=set)


ANYWHERE, START, WHOLE = "anywhere", "start", "whole"
WAYS = {"match": START, "fullmatch": WHOLE}  # every other method looks for it at each place of the text


def collected() -> list[Expression]:
    """Every expression there is."""
    found: dict[tuple[str, int], Expression] = {}

    def noted(source: str, flags: int, where: str, way: str = "") -> None:
        flags = re.compile(source, flags).flags
        one = found.setdefault((source, flags), Expression(source, flags, where))
        one.ways |= {way} if way else set()

    loops: dict[str, set[str]] = {}  # module -> ways in which it uses expressions that stand in a collection
    for module in modules():
        for pattern in _held(vars(module), set()):
            if isinstance(pattern.pattern, str):
                noted(pattern.pattern, pattern.flags, module.__name__)
        for source, flags, line, way in _called(module):
            noted(source, flags, f"{module.__name__}:{line}", way)
        loops[module.__name__] = _in_loops(module)
    for one in found.values():
        one.ways = one.ways or loops[one.where.partition(":")[0]] or {ANYWHERE, START, WHOLE}
    return list(found.values())


def _held(value: Any, seen: set[int], depth: int = 0) -> Iterator[re.Pattern]:
    """Compiled expressions in a value, also inside collections and objects of the product."""
    if isinstance(value, re.Pattern):
        yield value
    elif id(value) not in seen and depth < 6:
        seen.add(id(value))
        if isinstance(getattr(type(value), "pattern", None), property):  # compiled when it is asked for
            yield value.pattern
        if isinstance(value, dict):
            items: Any = value.items() if depth else [(None, item) for key, item in value.items() if key[:2] != "__"]
            for key, item in list(items):
                yield from _held(key, seen, depth + 1)
                yield from _held(item, seen, depth + 1)
        elif isinstance(value, list | tuple | set | frozenset):
            for item in list(value):
                yield from _held(item, seen, depth + 1)
        elif type(value).__module__.startswith("generator.") and hasattr(type(value), "__slots__"):
            for name in type(value).__slots__:
                yield from _held(getattr(value, name, None), seen, depth + 1)
        elif type(value).__module__.startswith("generator.") and hasattr(value, "__dict__"):
            yield from _held(vars(value), seen, depth + 1)


@functools.cache
def _nodes(module: ModuleType) -> list[ast.Attribute | ast.Call]:
    """Every `….NAME` and `….NAME(…)` in the source of a module where NAME is one of CALLS."""
    text = Path(module.__file__ or "").read_text("utf-8")
    nodes = ast.walk(ast.parse(text)) if any(f".{name}" in text for name in CALLS) else ()
    found = (node for node in nodes if isinstance(node, ast.Attribute | ast.Call))
    named = ((node, node.func if isinstance(node, ast.Call) else node) for node in found)
    return [node for node, name in named if isinstance(name, ast.Attribute) and name.attr in CALLS]


def _called(module: ModuleType) -> Iterator[tuple[str, int, int, str]]:
    """(expression, flags, line, way) of every call `re.…(expression, …)` and `NAME.…(text)` in the source of a
    module."""
    nodes = _nodes(module)
    for node in nodes:
        held = _pattern(node.value, module) if isinstance(node, ast.Attribute) else None
        if held and isinstance(node, ast.Attribute):  # also where the method is only named, to be called later
            yield held.pattern, held.flags, node.lineno, WAYS.get(node.attr, ANYWHERE)
    for node in nodes:
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.args):
            continue
        if not (isinstance(node.func.value, ast.Name) and node.func.value.id == "re"):
            continue
        way = "" if node.func.attr == "compile" else WAYS.get(node.func.attr, ANYWHERE)
        flags = next((item.value for item in node.keywords if item.arg == "flags"), None)
        if flags is None and node.func.attr == "compile" and len(node.args) > 1:
            flags = node.args[1]
        if flags is None and node.func.attr not in {"compile", "sub", "subn", "split"} and len(node.args) > 2:
            flags = node.args[2]
        for text in _values(node.args[0], module):
            yield text, int(_evaluated(flags, module) if flags else 0), node.lineno, way


def _in_loops(module: ModuleType) -> set[str]:
    """The ways in which a module calls what is no name of its own: the members of a list of expressions."""
    return {
        WAYS.get(node.attr, ANYWHERE)
        for node in _nodes(module)
        if isinstance(node, ast.Attribute)
        and node.attr in CALLS - {"split", "compile"}
        and isinstance(node.value, ast.Name)
        and not hasattr(module, node.value.id)
    }


def _pattern(node: ast.expr, module: ModuleType) -> re.Pattern[str] | None:
    """The compiled expression that a name of the module stands for."""
    if not isinstance(node, ast.Name | ast.Attribute):
        return None
    try:
        value = eval(compile(ast.Expression(node), "x", "eval"), vars(module))  # noqa: S307
    except (NameError, AttributeError):
        return None
    return value if isinstance(value, re.Pattern) and isinstance(value.pattern, str) else None


def _values(node: ast.expr, module: ModuleType) -> list[str]:
    """The texts that an expression may be. Parts that only exist while the program runs (words of the content, escaped)
    are filled with a word."""
    value = _evaluated(node, module)
    if isinstance(value, re.Pattern):
        value = value.pattern
    if isinstance(value, str):
        return [value]
    if isinstance(value, bytes):
        return []
    raise AssertionError(f"{module.__name__}:{node.lineno}: cannot tell what expression this is")


def _evaluated(node: ast.expr, module: ModuleType) -> Any:
    class Filled(ast.NodeTransformer):
        def visit_FormattedValue(self, part: ast.FormattedValue) -> ast.expr:
            try:
                eval(compile(ast.Expression(part.value), "x", "eval"), vars(module))  # noqa: S307
            except NameError:
                return ast.Constant("tu")
            return part

    filled = ast.fix_missing_locations(Filled().visit(ast.Expression(node)))
    try:
        return eval(compile(filled, "x", "eval"), vars(module))  # noqa: S307
    except NameError:
        return "tu"  # a local name: what it holds is collected where it is compiled
