"""What the search tests share: the index of the district's content, and Node to run the browser's modules."""

from __future__ import annotations

import datetime as dt
import json
import pickle
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from generator.catalogue.builder import build_catalogue
from generator.catalogue.catalogue import Catalogue
from generator.loading.folder import read_folder
from generator.outputs.search.index import Index, build_index
from generator.outputs.search.language import language
from generator.outputs.search.not_in_force import not_in_force
from generator.pages.all_pages import all_pages
from generator.pages.page import Page
from tests.conftest import SMALL
from tests.support.once import made_once
from tests.support.real_content import real_editions

DAY = dt.date(2023, 12, 31)
SCRIPT = Path(__file__).with_name("ask.mjs")


def in_node(given: dict[str, Any]) -> list[Any]:
    """What tests/outputs/search/ask.mjs answers to `given`."""
    if not shutil.which("node"):
        pytest.skip("Node.js is not installed")
    done = subprocess.run(["node", str(SCRIPT)], input=json.dumps(given), capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def catalogue_of(content: Path) -> Catalogue:
    return build_catalogue(read_folder(content), DAY, [])


def pages_of(catalogue: Catalogue) -> list[Page]:
    return [*all_pages(catalogue), *not_in_force(catalogue)]


def index_of(catalogue: Catalogue) -> tuple[list[Page], Index]:
    pages = pages_of(catalogue)
    return pages, build_index(pages, language(catalogue.search_words, catalogue))


def read(index: Index) -> dict[str, Any]:
    """What in_node is given of an index: its first file, the documents of the law, and the sample questions."""
    data = json.loads(index.index)
    return {"index": data} | {
        name: json.loads(index.parts[data[name]]) if name in data else None for name in ("later", "asked")
    }


@pytest.fixture(scope="session")
def real_index(tmp_path_factory: pytest.TempPathFactory) -> Index:
    """The index of the district's own content, as it is at the root; one for all test processes."""

    def make(folder: Path) -> None:
        (folder / "index").write_bytes(pickle.dumps(index_of(real_editions()[0])[1]))

    return pickle.loads((made_once(tmp_path_factory, "search-index", make) / "index").read_bytes())  # noqa: S301


@pytest.fixture(scope="session")
def real(real_index: Index) -> tuple[list[Page], Index]:
    """Pages and index of the district's own content."""
    return pages_of(real_editions()[0]), real_index


@pytest.fixture(scope="session")
def small() -> tuple[list[Page], Index]:
    """Pages and index of the small site, which has no content/search/ of its own."""
    return index_of(catalogue_of(SMALL))


@pytest.fixture(scope="session")
def ask(real_index: Index) -> Iterator[Callable[[str], dict[str, Any]]]:
    """Ask the browser's engine one question over the district's content. Node starts and reads the index once."""
    if not shutil.which("node"):
        pytest.skip("Node.js is not installed")
    process = subprocess.Popen(["node", str(SCRIPT)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert process.stdin and process.stdout
    index: dict[str, Any] = read(real_index)
    known: dict[str, dict[str, Any]] = {}

    def answer(text: str) -> dict[str, Any]:
        if text not in known:
            assert process.stdin and process.stdout
            process.stdin.write(json.dumps({**index, "questions": [text]}) + "\n")
            process.stdin.flush()
            index.clear()  # the next questions are asked of the same
            known[text] = json.loads(process.stdout.readline())[0]
        return known[text]

    yield answer
    process.stdin.close()
    assert process.wait() == 0
