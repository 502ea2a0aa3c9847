"""Plug-in discovery: rules, page kinds, exports, sheets, audit checks, import sources … are modules of a package.

What such a module must have is a Protocol, `PLUGIN`, in the package's `__init__.py`: attributes without a value and
functions are required, attributes with a value are optional. A module that lacks something, has something of another
type, or a name that is almost one of these, is a PluginError where it is loaded: a misspelt name is never silence.
"""

from __future__ import annotations

import difflib
import importlib
import os
from collections.abc import Callable, Iterator
from functools import cache
from types import FunctionType, ModuleType
from typing import Any, NamedTuple, TypeVar, cast

P = TypeVar("P")
BASES = {"str": str, "int": int, "bool": bool, "tuple": tuple}  # annotations that are checked
CLOSE = 0.8  # as difflib counts; KIND and KINDS are 0.89 alike


class PluginError(Exception):
    """A module of a plug-in package is not what the package's Protocol says. For developers."""


def modules_in(package: ModuleType, wanted: Callable[[str], bool] | None = None) -> Iterator[ModuleType]:
    """Import and yield every module of `package` and its subpackages, sorted by dotted name. Names that start with `_`
    are private and skipped, with everything in them. wanted: says of the path of a module's file whether it is needed;
    others are not imported. Folders are listed once. Raises PluginError."""
    yield from _modules_in(package, getattr(package, "PLUGIN", None), wanted)


def plugins_in(package: ModuleType, kind: type[P]) -> Iterator[P]:
    """The plug-ins among the modules of `package`, whose Protocol is `kind`. Raises PluginError."""
    assert vars(package)["PLUGIN"] is kind, f"{package.__name__} has other plug-ins"
    marks = _contract(cast(Any, kind)).marks
    for module in modules_in(package):
        if not marks or marks & vars(module).keys():
            yield cast(P, module)


def _modules_in(package: ModuleType, kind: type | None, wanted: Callable[[str], bool] | None) -> Iterator[ModuleType]:
    folder = package.__path__[0]
    for name, is_package in _listed(folder):
        if wanted and not is_package and not wanted(f"{folder}/{name}.py"):
            continue
        module = importlib.import_module(f"{package.__name__}.{name}")
        if is_package:
            yield from _modules_in(module, getattr(module, "PLUGIN", kind), wanted)
        else:
            if kind:
                require(module, kind)
            yield module


@cache
def _listed(folder: str) -> list[tuple[str, bool]]:
    """The public modules in a folder, sorted by name, and whether each is a package."""
    names = (name for name in os.listdir(folder) if not name.startswith("_"))
    found = ((name.removesuffix(".py"), os.path.exists(f"{folder}/{name}/__init__.py"), name) for name in names)
    return sorted((name, is_package) for name, is_package, file in found if is_package or file.endswith(".py"))


@cache
def require(module: ModuleType, kind: type) -> None:
    """Raises PluginError if `module` does not fit the Protocol `kind`.

    MARKS in it names what makes a module a plug-in (of several functions one is enough); a module that has none of them
    is a helper. Without MARKS every module is a plug-in."""
    contract = _contract(kind)
    has = {name: value for name, value in vars(module).items() if name in contract.names}
    problems = list(_misspelt(module, contract.names - has.keys(), contract.names))
    if not contract.marks or has.keys() & contract.marks:
        problems += [f"has no {name}" for name in sorted(contract.required - has.keys())]
    for name, value in has.items():
        wanted, count = contract.types.get(name), contract.arguments.get(name)
        if wanted and type(value) is not wanted:
            problems.append(f"{name} is {type(value).__name__}, not {wanted.__name__}")
        if count is not None and not callable(value):
            problems.append(f"{name} is no function")
        elif count is not None and isinstance(value, FunctionType) and value.__code__.co_argcount != count:
            problems.append(f"{name}() takes {value.__code__.co_argcount} arguments, not {count}")
    if problems:
        raise PluginError(f"{module.__name__} is no {kind.__name__}: {'; '.join(problems)}")


class _Contract(NamedTuple):
    """What a Protocol says, in the form that is checked. arguments: their number for each function."""

    marks: frozenset[str]
    names: frozenset[str]
    required: frozenset[str]
    types: dict[str, type]
    arguments: dict[str, int]


@cache
def _contract(kind: object) -> _Contract:
    members = {name: value for name, value in vars(kind).items() if not name.startswith("_")}
    marks = frozenset(members.pop("MARKS", ()))
    annotations = {name: str(text) for name, text in kind.__annotations__.items() if name != "MARKS"}
    functions = {name: value for name, value in members.items() if isinstance(value, FunctionType)}
    return _Contract(
        marks=marks,
        names=frozenset(annotations) | frozenset(functions),
        required=frozenset(annotations.keys() - members.keys()) | (functions.keys() - marks),
        types={name: BASES[base] for name, text in annotations.items() if (base := text.partition("[")[0]) in BASES},
        arguments={name: value.__code__.co_argcount - 1 for name, value in functions.items()},  # without self
    )


def _misspelt(module: ModuleType, missing: frozenset[str], names: frozenset[str]) -> Iterator[str]:
    """Names defined in the module that are close misspellings of a name it lacks."""
    for name, value in vars(module).items():
        if name.startswith("_") or name in names or not _is_own(module, name, value):
            continue
        for wanted in missing:
            if wanted.isupper() == name.isupper() and _alike(name, wanted):
                yield f"has {name}; is {wanted} meant?"


def _is_own(module: ModuleType, name: str, value: object) -> bool:
    return name.isupper() or (isinstance(value, FunctionType) and value.__module__ == module.__name__)


def _alike(name: str, wanted: str) -> bool:
    if abs(len(name) - len(wanted)) > 2 or len(set(name) ^ set(wanted)) > 3:  # quick: this runs for every rule
        return False
    return difflib.SequenceMatcher(None, name, wanted).ratio() >= CLOSE
