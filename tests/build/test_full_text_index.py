"""Under `serve` the index of the texts is exchanged in the background while the next build takes it over."""

from __future__ import annotations

import shutil
import threading
from pathlib import Path

import pytest

from generator.build.full_text_index import FullTextIndexer, LatestTaskRunner
from generator.io import mark
from generator.outputs.search import pagefind


def test_an_index_is_not_exchanged_while_a_build_copies_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As after a `git checkout` of many files: the copy lost its files and serve stayed at the old state."""

    def index(copies: dict[str, str], folder: Path) -> str:
        (folder / "pagefind").mkdir(parents=True)
        (folder / "pagefind" / copies["name"]).write_text("words")
        return ""

    copied, background = shutil.copytree, []

    def copy_slowly(old: Path, new: Path) -> None:
        def names(folder: str, found: list[str]) -> list[str]:  # the names are known, nothing is copied yet
            thread = threading.Thread(target=FullTextIndexer(site, None)._of_root, args=({"name": "two"}, site))
            background.append(thread)
            thread.start()
            thread.join(0.5)
            return []

        copied(old, new, ignore=names)

    monkeypatch.setattr(pagefind, "run_pagefind", index)
    monkeypatch.setattr(shutil, "copytree", copy_slowly)
    site = tmp_path / "site"
    index({"name": "one"}, site)
    mark.write(site)
    FullTextIndexer(site, LatestTaskRunner())._of_root({}, tmp_path / "new")
    assert (tmp_path / "new/pagefind/one").exists()
    for thread in background:
        thread.join()
    assert (site / "pagefind/two").exists() and not (site / "pagefind/one").exists()
