"""The documents for developers name files and folders that exist."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.conftest import PROJECT

DOCS = PROJECT / "docs"
PAST = {"0013-names.md"}  # names what is no more
DOCUMENTS = [
    document
    for document in (PROJECT / "CONTRIBUTING.md", *sorted(DOCS.glob("*.md")), *sorted((DOCS / "adr").glob("*.md")))
    if document.name not in PAST
]
FOLDERS = ("generator", "theme", "tests", "docs", "benchmarks", "examples", "scripts")
PATH = re.compile(r"`((?:[\w.-]+/)+[\w.-]*|[\w-]+\.py)`")


def named(document: Path) -> list[str]:
    """The paths that a document names in code marks, without those with placeholders."""
    return [path for path in PATH.findall(document.read_text("utf-8")) if not re.search(r"[A-Z]{4,}|\.\.\.", path)]


def exists(path: str) -> bool:
    """A path from the project's root, or from any folder below those of the code."""
    folders = (PROJECT / name for name in ("generator", "tests", "benchmarks"))
    return (PROJECT / path).exists() or any(next(folder.rglob(path.strip("/")), None) for folder in folders)


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_named_paths_exist(document: Path) -> None:
    folders = {*FOLDERS, *(path.name for path in (PROJECT / "generator").iterdir() if path.is_dir())}
    ours = [path for path in named(document) if path.split("/")[0] in folders or path.endswith(".py")]
    assert [path for path in ours if not exists(path)] == []


def test_contributing_says_where_ten_changes_go() -> None:
    text = (PROJECT / "CONTRIBUTING.md").read_text("utf-8")
    rows = re.findall(r"^\| (\d+)\. .+? \| (.+) \|$", text, re.M)
    assert len(rows) >= 10
    for number, place in rows:
        assert any(exists(path) for path in PATH.findall(place)), number


@pytest.mark.parametrize(
    "document", [PROJECT / "README.md", PROJECT / "CHANGELOG.md", *DOCUMENTS], ids=lambda path: path.name
)
def test_no_part_stands_twice(document: Path) -> None:
    """A file that was joined wrongly repeats whole parts."""
    lines = [line for line in document.read_text("utf-8").splitlines() if line.startswith("## ") or len(line) > 80]
    assert sorted({line for line in lines if lines.count(line) > 1}) == []
