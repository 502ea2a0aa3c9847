"""The catalogues are joined while another process checks the content, and are those of a join after the check."""

from __future__ import annotations

import os
import re
import shutil
from pathlib import Path

import pytest

from generator.build.pipeline import SiteBuilder, SiteOptions
from generator.problem import ERROR, Problem
from tests.conftest import PROJECT, SMALL

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot fork")
NO_FEE = re.compile(r"muc_thu: \d+")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small content, and two processes even if other tests left threads behind."""
    monkeypatch.setattr("generator.build.pool.threading.active_count", lambda: 1)
    monkeypatch.setenv("TTHC_PROCESSES", "2")
    return Path(shutil.copytree(SMALL, tmp_path / "content"))


def checked(folder: Path) -> SiteBuilder:
    builder = SiteBuilder(folder, folder.parent / "site", [str(PROJECT / "theme")], SiteOptions(search=False))
    builder.check()
    return builder


def test_they_know_what_the_check_found(folder: Path) -> None:
    builder = checked(folder)
    ahead = builder.joined
    catalogues = builder.catalogues()
    assert ahead is catalogues and builder.problems
    assert all(catalogue.problems == builder.problems for catalogue in catalogues)
    again = builder.catalogues()
    assert again is not ahead and [list(one.procedures) for one in again] == [list(one.procedures) for one in ahead]


def test_after_an_error_they_are_joined_with_it(folder: Path) -> None:
    file = next(path for path in sorted(folder.glob("procedures/**/*.yml")) if NO_FEE.search(path.read_text("utf-8")))
    file.write_text(NO_FEE.sub("muc_thu: nhiều", file.read_text("utf-8"), count=1), "utf-8")
    builder = checked(folder)
    assert builder.joined is None
    errors = [problem for problem in builder.problems if problem.severity == ERROR]
    views = builder.catalogues()[0].procedures.values()
    assert errors and errors == [problem for view in views for problem in view.problems]


def test_content_that_cannot_be_joined_is_still_checked(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    expected = checked(folder).problems

    def fails(builder: SiteBuilder, problems: list[Problem]) -> None:
        raise LookupError("không ghép được")

    monkeypatch.setattr(SiteBuilder, "_join", fails)
    builder = checked(folder)
    assert builder.problems == expected
    with pytest.raises(LookupError, match="không ghép được"):
        builder.catalogues()
