"""A plug-in with a misspelt or missing attribute is an error where it is loaded."""

from __future__ import annotations

import importlib
import os
import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import ClassVar, Protocol

import pytest

import generator.audit
import generator.checks
import generator.checks.fixes
import generator.importing.sources
import generator.loading.diff.parts
import generator.outputs.exports
import generator.outputs.sheets.kinds
import generator.pages
from generator.audit import AuditCheck
from generator.commands import Command
from generator.plugins import PluginError, modules_in, plugins_in, require
from tests.conftest import PROJECT

PACKAGES = [
    generator.audit,
    generator.checks,
    generator.checks.fixes,
    generator.importing.sources,
    generator.loading.diff.parts,
    generator.outputs.exports,
    generator.outputs.sheets.kinds,
    generator.pages,
]
RULE = "ID = 'TT-999'\nSEVERITY = 'error'\nKINDS = ('law',)\ndef check(entry, context): ...\n"
AUDIT = "ID = 'KT-999'\nTITLE = 'x'\ndef check_site(site, notes): ...\n"
FIXER = "FIXES = 'TT-001'\nDESCRIPTION = 'x'\nORDER = 1\ndef fix(text, kind): ...\n"
SOURCE = "KIND = 'x'\nHELP = 'x'\nKEEPS_NAMELESS = False\ndef recognises(first): ...\ndef read(file, options): ...\n"
EXPORT = "OWN_POOL = True\ndef files(catalogue): ...\n"
SHEET = "def of_unit(unit, catalogue): ...\n"
PART = "KEYS = ('phi_le_phi',)\nORDER = 1\ndef changes(old, new): ...\n"
COMMAND = "NAME = 'x'\nHELP = 'x'\ndef arguments(parser): ...\ndef run(args): ...\n"


def module(text: str) -> ModuleType:
    made = ModuleType("generator.some.plugin")
    exec(text, made.__dict__)
    return made


@pytest.mark.parametrize("package", PACKAGES, ids=lambda package: package.__name__)
def test_all_of_ours_fit(package: ModuleType) -> None:
    assert package.PLUGIN.__doc__ and list(modules_in(package))


def test_every_package_of_plugins_says_what_they_are() -> None:
    named = {
        name
        for path in (PROJECT / "generator").rglob("*.py")
        for name in re.findall(r"(?:modules|plugins)_in\((generator[\w.]+)", path.read_text("utf-8"))
    }
    assert len(named) >= 7
    assert {name for name in named if not hasattr(importlib.import_module(name), "PLUGIN")} == set()
    for path in (PROJECT / "generator" / "commands").glob("cmd_*.py"):
        require(importlib.import_module(f"generator.commands.{path.stem}"), Command)


@pytest.mark.parametrize(
    ("kind", "text", "old", "new", "message"),
    [
        (generator.checks.PLUGIN, RULE, "KINDS", "KIND", "has KIND; is KINDS meant?"),
        (generator.checks.PLUGIN, RULE, "KINDS", "KINDDS", "is KINDS meant?"),
        (generator.checks.PLUGIN, RULE, "SEVERITY", "SEVERTY", "has no SEVERITY"),
        (generator.checks.PLUGIN, RULE, "def check", "def checks", "has checks; is check meant?"),
        (generator.checks.PLUGIN, RULE, "('law',)", "'law'", "KINDS is str, not tuple"),
        (generator.checks.PLUGIN, RULE, "ID =", "CODE =", "has no ID"),
        (generator.checks.PLUGIN, RULE + "COMPARE = ()\n", "", "", "is COMPARES meant?"),
        (generator.checks.PLUGIN, RULE + "SUPPRESSABLE = False\n", "", "", "is SUPPRESSIBLE meant?"),
        (AuditCheck, AUDIT, "ID =", "IDS =", "has no ID"),
        (AuditCheck, AUDIT, "(site, notes)", "(site)", "check_site() takes 1 arguments, not 2"),
        (AuditCheck, AUDIT, "def check_site", "def chek_site", "is check_site meant?"),
        (generator.checks.fixes.PLUGIN, FIXER, "ORDER = 1", "ORDER = '1'", "ORDER is str, not int"),
        (generator.checks.fixes.PLUGIN, FIXER + "ON_BROKE = True\n", "", "", "is ON_BROKEN meant?"),
        (generator.importing.sources.PLUGIN, SOURCE, "KEEPS_NAMELESS", "KEEPS_NAMELES", "has no KEEPS_NAMELESS"),
        (generator.importing.sources.PLUGIN, SOURCE, "KIND", "KINDS", "is KIND meant?"),
        (generator.importing.sources.PLUGIN, SOURCE, "def read(file, options): ...", "read = 1", "read is no function"),
        (generator.outputs.exports.PLUGIN, EXPORT, "OWN_POOL", "OWN_POO", "is OWN_POOL meant?"),
        (generator.outputs.exports.PLUGIN, EXPORT, "def files", "def file", "is files meant?"),
        (generator.outputs.sheets.kinds.PLUGIN, SHEET, "of_unit", "of_units", "is of_unit meant?"),
        (generator.loading.diff.parts.PLUGIN, PART, "ORDER", "PRIORITY", "has no ORDER"),
        (generator.pages.PLUGIN, "def pages(catalogue): ...\n", "pages", "page", "has page; is pages meant?"),
        (Command, COMMAND, "arguments", "argument", "has no arguments"),
        (Command, COMMAND, "(args)", "()", "run() takes 0 arguments, not 1"),
    ],
)
def test_a_wrong_name_is_an_error(kind: type, text: str, old: str, new: str, message: str) -> None:
    require(module(text if old else text.rpartition("\n")[0].rpartition("\n")[0]), kind)
    with pytest.raises(PluginError, match="generator.some.plugin is no") as caught:
        require(module(text.replace(old, new) if old else text), kind)
    assert message in str(caught.value)


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[str, str], ModuleType]]:
    """Makes a package of one plug-in, with a Protocol of its own."""
    monkeypatch.syspath_prepend(str(tmp_path))

    def made(name: str, text: str) -> ModuleType:
        (tmp_path / name).mkdir()
        (tmp_path / name / "__init__.py").write_text("from tests.test_plugins import Greeting\nPLUGIN = Greeting\n")
        (tmp_path / name / "first.py").write_text(text)
        (tmp_path / name / "helper.py").write_text("LIMIT = 3\n")
        return importlib.import_module(name)

    yield made
    for name in [name for name in sys.modules if name.startswith("greetings_")]:
        del sys.modules[name]


class Greeting(Protocol):
    MARKS: ClassVar = ("greet",)
    WORD: str
    LOUD: bool = False

    def greet(self, name: str) -> str: ...


def test_a_file_is_enough(package: Callable[[str, str], ModuleType]) -> None:
    made = package("greetings_one", "WORD = 'xin chào'\ndef greet(name): return f'{WORD} {name}'\n")
    assert [plugin.greet("bạn") for plugin in plugins_in(made, Greeting)] == ["xin chào bạn"]


@pytest.mark.parametrize(
    "text",
    [
        "WORDS = 'x'\ndef greet(name): ...\n",
        "WORD = 'x'\nLOUDE = True\ndef greet(name): ...\n",
        "WORD = 'x'\ndef gret(name): ...\n",
        "WORD = 'x'\ndef greet(): ...\n",
    ],
)
def test_a_misspelt_file_stops_the_load(
    text: str, package: Callable[[str, str], ModuleType], request: pytest.FixtureRequest
) -> None:
    made = package(f"greetings_{abs(hash(text))}", text)
    with pytest.raises(PluginError, match="first is no Greeting"):
        list(plugins_in(made, Greeting))


def test_a_folder_is_listed_once(package: Callable[[str, str], ModuleType], monkeypatch: pytest.MonkeyPatch) -> None:
    """Rules are asked for by scope and kind, sheets for each procedure."""
    made = package("greetings_two", "WORD = 'x'\ndef greet(name): ...\n")
    listed: list[str] = []
    monkeypatch.setattr(
        "generator.plugins.os", SimpleNamespace(listdir=lambda path: listed.append(path) or names(path), path=os.path)
    )
    names = os.listdir
    for _ in range(3):
        assert [module.__name__ for module in modules_in(made)] == ["greetings_two.first", "greetings_two.helper"]
    assert len(listed) == 1
