"""TT-170: there is one site.yml."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.checks._engine.runner import check
from generator.loading.folder import read_folder
from generator.problem import Problem
from tests.support.rule_samples import SITE


def found(folder: Path, *names: str) -> list[Problem]:
    content = folder / "content"
    content.mkdir()
    for name in names:
        (content / name).write_text(SITE, "utf-8")
    store = read_folder(content)
    return [problem for problem in check(store, store.effective_date()) if problem.id in ("TT-170", "TT-009")]


def test_none(tmp_path: Path) -> None:
    [problem] = found(tmp_path)
    assert (problem.id, problem.path, problem.severity) == ("TT-170", "content/site.yml", "error")


@pytest.mark.parametrize("name", ["Site.yml", "site.YML", "SITE.YAML", "site.yml.txt", "site (1).yml", "sites.yml"])
def test_by_another_name(name: str, tmp_path: Path) -> None:
    [problem] = found(tmp_path, name)
    assert (problem.id, problem.path) == ("TT-170", f"content/{name}")
    assert f"Đổi tên “{name}” thành site.yml" in problem.hint


def test_a_folder_of_that_name(tmp_path: Path) -> None:
    (tmp_path / "content" / "site.yml").mkdir(parents=True)
    store = read_folder(tmp_path / "content")
    [problem] = [problem for problem in check(store, store.effective_date()) if problem.id == "TT-170"]
    assert "thư mục" in problem.message


def test_two(tmp_path: Path) -> None:
    [problem] = found(tmp_path, "site.yml", "site.yaml")
    assert problem.id == "TT-170" and "site.yaml" in problem.message and "site.yml" in problem.message


@pytest.mark.parametrize("name", ["site.yml", "site.yaml"])
def test_one(name: str, tmp_path: Path) -> None:
    assert found(tmp_path, name) == []


def test_one_that_cannot_be_read_is_reported_as_that(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "site.yml").write_text("ten: [\n", "utf-8")
    store = read_folder(tmp_path / "content")
    assert [problem.id for problem in check(store, store.effective_date())] == ["TT-004"]
