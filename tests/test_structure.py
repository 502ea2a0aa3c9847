"""The house keeps its order: data flows one way, one module knows MkDocs, files stay small."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from tests.conftest import PROJECT

PACKAGE = PROJECT / "generator"
# each room may import from itself and from these; `problem` and `git` are for all
ALLOWED = {
    "model": set(),
    "output": set(),
    "reading": {"model"},
    "rules": {"model", "reading", "fixing", "overlay"},
    "fixing": {"model", "reading", "output"},
    "reporting": {"model"},
    "schema": {"model"},
    "catalogue": {"model", "reading", "rules", "overlay"},
    "reports": {"model", "reading", "rules", "catalogue"},
    "pages": {"model", "catalogue", "reports", "rules", "schema"},
    "search": {"model", "catalogue", "pages"},
    "exports": {"model", "reading", "catalogue", "pages", "sheets", "embedding"},
    "sheets": {"model", "catalogue", "pages"},
    "embedding": {"model", "catalogue", "pages"},
    "overlay": {"model", "reading"},
    "packing": {"output"},
    "site": {"model", "catalogue", "pages", "search", "exports", "sheets"},
    "speed": {"model", "reading", "rules", "catalogue", "pages", "search", "exports", "sheets", "site", "output"},
    "audit": set(),
    "diffing": {"model", "reading"},
    "publishing": {"output"},
    "importing": {"model", "reading", "rules", "catalogue", "output"},
}
# modules that know nothing of the rest, so that anybody may ask them
LEAVES = {
    "generator.catalogue.addresses",
    "generator.catalogue.plan_areas",
    "generator.catalogue.slugs",
    "generator.site.markdown",
}
FREE = {"cli", "commands", "mkdocs_plugin", "__main__"}


def imports(file: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
        elif (
            isinstance(node, ast.Call)
            and node.args
            and isinstance(node.args[0], ast.Constant)
            and isinstance(node.args[0].value, str)
        ):
            called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            if called in {"import_module", "__import__"}:
                found.add(node.args[0].value)
    return found


def room_of(file: Path) -> str:
    parts = file.relative_to(PACKAGE).with_suffix("").parts
    return parts[0]


FILES = sorted(PACKAGE.rglob("*.py"))


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(PACKAGE)))
def test_imports_go_one_way(file: Path) -> None:
    room = room_of(file)
    if room in FREE:
        return
    rooms = {
        name.split(".")[1]
        for name in imports(file) - {"generator.catalogue", "generator.site"}
        if name.startswith("generator.")
        and (PACKAGE / name.split(".")[1]).is_dir()
        and not name.startswith(tuple(LEAVES))
    }
    assert room in ALLOWED or room in {"__init__", "problem", "git", "regular_file"}, (
        f"room {room} is not in the plan of the house"
    )
    assert rooms <= ALLOWED.get(room, set()) | {room}


def test_leaves_know_nothing_of_the_rest() -> None:
    for leaf in LEAVES:
        file = PACKAGE / f"{leaf.removeprefix('generator.').replace('.', '/')}.py"
        ours = {
            name
            for name in imports(file) - {"generator.catalogue"}
            if name.startswith("generator.") and (PACKAGE / name.split(".")[1]).is_dir()
        }
        assert all(name.startswith(tuple(LEAVES)) for name in ours), leaf


def test_exactly_one_module_knows_mkdocs() -> None:
    files = [
        file
        for folder in ("generator", "benchmarks", "tests")
        for file in sorted((PROJECT / folder).rglob("*.py"))
        if "node_modules" not in file.parts
    ]
    knows = {
        file.name
        for file in files
        if any(name.split(".")[0] in {"mkdocs", "material", "properdocs"} for name in imports(file))
    }
    assert knows == {"mkdocs_plugin.py"}


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(PACKAGE)))
def test_files_stay_small(file: Path) -> None:
    assert len(file.read_text("utf-8").splitlines()) <= 320


def test_most_files_are_under_200_lines() -> None:
    long = [file for file in FILES if len(file.read_text("utf-8").splitlines()) > 200]
    assert len(long) <= len(FILES) / 10, long


def test_no_committed_file_names_a_package_registry() -> None:
    import re
    import subprocess

    listed = subprocess.run(["git", "ls-files"], cwd=PROJECT, capture_output=True, text=True, check=True).stdout.split(
        "\n"
    )
    registry = re.compile(r"https?://[\w.-]*(pypi\.org|pythonhosted\.org|npmjs\.(org|com)|npmmirror\.com|debian\.org)")
    named = [
        name
        for name in listed
        if name and (PROJECT / name).is_file() and registry.search((PROJECT / name).read_text("utf-8", "ignore"))
    ]
    assert named == []
