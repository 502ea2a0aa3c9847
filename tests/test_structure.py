"""The order of the packages: data flows one way, one module knows MkDocs, files stay small, no two
classes share a name. What names must not be called: test_vocabulary.py."""

from __future__ import annotations

import ast
import functools
import re
import subprocess
from collections import defaultdict
from dataclasses import dataclass, field
from fnmatch import fnmatch
from pathlib import Path

import pytest

from generator.build.artefact_cache import PACKAGES as CACHED
from tests.conftest import PROJECT

PACKAGE = PROJECT / "generator"
FILES = sorted(PACKAGE.rglob("*.py"))
TESTS = sorted(file for file in (PROJECT / "tests").rglob("*.py") if "node_modules" not in file.parts)
# data flows one way: each package may import from itself, from these and from SHARED, which import none of them
ALLOWED = {
    "schema": set(),
    "loading": {"schema"},
    "checks": {"schema", "loading"},
    "catalogue": {"schema", "loading", "checks"},
    "reporting": {"schema", "loading", "checks", "catalogue"},
    "pages": {"schema", "checks", "catalogue", "reporting"},
    "outputs": {"schema", "loading", "catalogue", "pages"},
    "rendering": {"schema", "loading", "catalogue", "pages", "outputs"},
    "composition": {"schema", "loading", "catalogue", "pages", "outputs", "rendering"},
    "build": {"schema", "loading", "checks", "catalogue", "pages", "outputs", "rendering", "composition"},
    "audit": set(),
    "assistant": {"schema"},
    "publishing": set(),
    "importing": {"schema", "loading", "checks", "catalogue"},
    "new_site": {"schema", "loading", "importing"},
    "editing": {"schema", "loading", "importing"},
    "editor": {
        "schema",
        "loading",
        "checks",
        "catalogue",
        "pages",
        "outputs",
        "rendering",
        "build",
        "importing",
        "editing",
    },
}
SHARED = {
    *("__init__", "problem", "limits", "plain_data", "urls", "plugins", "resources", "progress", "command_parser"),
    *("io", "text", "javascript"),
}
FREE = {"cli", "commands", "mkdocs_plugin", "__main__"}


@dataclass
class ModuleFacts:
    """What these tests look at in one module."""

    imports: set[str] = field(default_factory=set)  # dotted names, also by `importlib` with a constant name
    public_classes: list[str] = field(default_factory=list)  # of the module's own level


@functools.cache
def facts(file: Path) -> ModuleFacts:
    tree = ast.parse(file.read_text("utf-8"))
    found = ModuleFacts()
    found.public_classes = [
        node.name for node in tree.body if isinstance(node, ast.ClassDef) and not node.name.startswith("_")
    ]
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found.imports |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.imports |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
        elif isinstance(node, ast.Call) and node.args and isinstance(node.args[0], ast.Constant):
            called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            if called in {"import_module", "__import__"} and isinstance(node.args[0].value, str):
                found.imports.add(node.args[0].value)
    return found


def imports(file: Path) -> set[str]:
    return facts(file).imports


def package_of(file: Path) -> str:
    return file.relative_to(PACKAGE).with_suffix("").parts[0]


def test_imports_go_one_way() -> None:
    wrong = []
    for file in FILES:
        package = package_of(file)
        if package in FREE | SHARED:
            continue
        assert package in ALLOWED, f"package {package} is not in this table"
        names = {name.split(".")[1] for name in imports(file) if name.startswith("generator.")}
        packages = {name for name in names if (PACKAGE / name).is_dir()}
        wrong += [
            f"{file.relative_to(PACKAGE)} imports {name}"
            for name in sorted(packages - ALLOWED[package] - SHARED - {package})
        ]  # noqa: E501
    assert wrong == []


def test_shared_modules_import_no_room() -> None:
    wrong = []
    for file in FILES:
        if package_of(file) in SHARED:
            names = {name.split(".")[1] for name in imports(file) if name.startswith("generator.")}
            packages = {name for name in names if (PACKAGE / name).is_dir()} - SHARED
            wrong += [f"{file.relative_to(PACKAGE)} imports {name}" for name in sorted(packages)]
    assert wrong == []


def test_no_modules_import_each_other_in_a_circle() -> None:
    """Not even inside a function or for type checkers only: whoever reads one module must not need the next one first.
    A package that only finds its modules by name imports none."""
    names = {
        ".".join(file.relative_to(PROJECT).with_suffix("").parts).removesuffix(".__init__"): file for file in FILES
    }
    left = {name: {one for one in imports(file) if one in names} - {name} for name, file in names.items()}
    while leaves := {name for name, needed in left.items() if not needed & left.keys()}:
        left = {name: needed for name, needed in left.items() if name not in leaves}
    while unused := left.keys() - {one for needed in left.values() for one in needed}:  # import a circle, are in none
        left = {name: needed for name, needed in left.items() if name not in unused}
    assert sorted(left) == []


def test_artefacts_are_made_by_the_rooms_whose_code_is_in_their_key() -> None:
    """An artefact of other code would stay in the cache. Rules are found by name, so all of theirs are followed."""
    names = {f"{'.'.join(file.relative_to(PROJECT).with_suffix('').parts)}": file for file in FILES}
    pending = ["generator.build.artefacts", *(name for name in names if package_of(names[name]) == "checks")]
    seen = set(pending)
    while pending:
        found = {one for one in imports(names[pending.pop()]) if one in names} - seen
        seen |= found
        pending += found
    packages = {name.split(".")[1] for name in seen if name.count(".") > 1}
    assert packages <= set(CACHED), packages


def test_exactly_one_module_knows_mkdocs() -> None:
    files = [*FILES, *sorted((PROJECT / "benchmarks").rglob("*.py")), *TESTS]
    shell = {"mkdocs", "material", "properdocs"}
    named = [file for file in files if any(name in file.read_text("utf-8") for name in shell)]
    knows = {file.name for file in named if any(name.split(".")[0] in shell for name in imports(file))}
    assert knows == {"mkdocs_plugin.py"}


def test_files_stay_small() -> None:
    lengths = {str(file.relative_to(PACKAGE)): len(file.read_text("utf-8").splitlines()) for file in FILES}
    assert {name: lines for name, lines in lengths.items() if lines > 320} == {}
    long = {name: lines for name, lines in lengths.items() if lines > 200}
    assert len(long) <= len(FILES) / 10, long
    lengths = {str(file.relative_to(PROJECT)): len(file.read_text("utf-8").splitlines()) for file in TESTS}
    assert {name: lines for name, lines in lengths.items() if lines > 320} == {}


def test_every_test_is_run(request: pytest.FixtureRequest) -> None:
    """No folder of tests has a name that pytest passes over (`build` is one by default), and no test stands in a file
    whose name says that there is none."""
    passed_over = [pattern for pattern in request.config.getini("norecursedirs") if pattern != "node_modules"]
    wrong = []
    for file in TESTS:
        parts = file.relative_to(PROJECT).parts
        if re.search(r"(?m)^def test_", file.read_text("utf-8")):
            folders = any(fnmatch(part, pattern) for part in parts[:-1] for pattern in passed_over)
            if folders or not file.name.startswith("test_"):
                wrong.append("/".join(parts))
    assert wrong == []


def test_what_tests_share_is_in_no_test_file() -> None:
    wrong = [
        f"{file.relative_to(PROJECT)} imports {name}"
        for file in TESTS
        if ".test_" in file.read_text("utf-8")
        for name in imports(file)
        if name.startswith("tests.") and any(part.startswith("test_") for part in name.split(".")[:-1])
    ]
    assert wrong == []


def test_no_two_public_classes_share_a_name() -> None:
    places = defaultdict(list)
    for file in FILES:
        for name in facts(file).public_classes:
            places[name].append(str(file.relative_to(PACKAGE)))
    assert {name: files for name, files in places.items() if len(files) > 1} == {}


def test_no_committed_file_names_a_package_registry() -> None:
    listed = subprocess.run(["git", "ls-files"], cwd=PROJECT, capture_output=True, text=True, check=True).stdout.split(
        "\n"
    )  # noqa: E501
    registry = re.compile(r"https?://[\w.-]*(pypi\.org|pythonhosted\.org|npmjs\.(org|com)|npmmirror\.com|debian\.org)")
    files = [PROJECT / name for name in listed if name and (PROJECT / name).is_file()]
    assert [file for file in files if registry.search(file.read_text("utf-8", "ignore"))] == []
