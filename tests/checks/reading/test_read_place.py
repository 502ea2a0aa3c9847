"""TT-009: files that no kind reads."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.build.reading import check_file
from generator.checks._engine.runner import check
from generator.loading.folder import read_folder
from tests.support.rule_samples import PROCEDURE


def problems(tmp_path: Path, name: str) -> list[tuple[str, str, str]]:
    """(severity, path, hint) of the rule; the check of the file alone must say the same."""
    file = tmp_path / "content" / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(PROCEDURE, "utf-8")
    store = read_folder(tmp_path / "content")
    found = [problem for problem in store.problems if problem.id == "TT-009"]
    assert not found or not any(store.entries.values())
    alone = check_file(tmp_path / "content", name, None)
    assert alone == [problem for problem in check(store, store.effective_date()) if problem.path == f"content/{name}"]
    return [(problem.severity, problem.path, problem.hint) for problem in found]


def test_a_folder_mistyped(tmp_path: Path) -> None:
    assert problems(tmp_path, "procedure/1.yml") == [("warning", "content/procedure/1.yml", "Ý bạn là “procedures”?")]


@pytest.mark.parametrize("name", ["procedures/a/1.yml", "procedures/a.b/c/1.001193.yml", "laws/15-2018.yaml"])
def test_a_folder_that_is_read(tmp_path: Path, name: str) -> None:
    assert problems(tmp_path, name) == []


@pytest.mark.parametrize(
    ("name", "better"),
    [
        ("procedures/ho-tich/1.001193.yml.txt", "1.001193.yml"),
        ("procedures/ho-tich/1.001193.yaml.TXT", "1.001193.yaml"),
        ("procedures/ho-tich/1.001193.yml.yml", "1.001193.yml"),
        ("procedures/ho-tich/1.001193.YML", "1.001193.yml"),
        ("procedures/ho-tich/1.001193.Yaml", "1.001193.yaml"),
        ("guides/sinh-con.md.docx", "sinh-con.md"),
        ("guides/sinh-con.MD", "sinh-con.md"),
        ("site.yml.txt", "site.yml"),
        ("units/an-thanh.YML", "an-thanh.yml"),
    ],
)
def test_an_ending_that_windows_made(tmp_path: Path, name: str, better: str) -> None:
    [(severity, path, hint)] = problems(tmp_path, name)
    assert (severity, path) == ("error", f"content/{name}")
    assert f"“{better}”" in hint


@pytest.mark.parametrize(
    "name",
    [
        "procedures/ho-tich/1.001193",
        "procedures/ho-tich/1.001193_yml",
        "procedures/ho-tich/1.001193,yml",
        "procedures/ho-tich/1.001193.yml ",
        "procedures/ho-tich/1.001193.yml.zip",
        "Procedures/ho-tich/1.001193.yml",
        "thủ tục/1.001193.yml",
        "1.001193.yml",
        "laws/1.001193.xml",
    ],
)
def test_a_name_that_is_a_code(tmp_path: Path, name: str) -> None:
    [(severity, _, hint)] = problems(tmp_path, name)
    assert severity == "error" and "“1.001193.yml”" in hint


@pytest.mark.parametrize(
    "name",
    [
        "procedures/ho-tich/1.001193 (1).yml",
        "procedures/ho-tich/1.001193(2).yml",
        "procedures/ho-tich/Copy of 1.001193.yml",
        "procedures/ho-tich/1.001193 - Copy.yml",
        "procedures/ho-tich/1.001193 - Copy (2).yml",
        "procedures/ho-tich/1.001193 copy.yml",
        "procedures/ho-tich/Bản sao của 1.001193.yml",
        "procedures/ho-tich/1.001193 - Bản sao.yml",
        "guides/sinh-con - Copy.md",
    ],
)
def test_a_copy(tmp_path: Path, name: str) -> None:
    [(severity, path, hint)] = problems(tmp_path, name)
    assert (severity, path) == ("error", f"content/{name}") and "bản sao" in hint


@pytest.mark.parametrize(
    "name",
    [
        "guides/2023/sinh-con.md",
        "laws/nghi-dinh/123.yml",
        "notices/tin.yml",
        "notices/tin.txt",
        "guides/sinh-con.markdown",
        "procedures/ho-tich/1.001193.json",
        "procedures/ho-tich/1.001193.yam",
        "search/tu-moi.yml",
        "plan/2023/plan.md",
        "plan/23/plan.yml",
        "units/an-thanh/overlay/them/1.yml",
        "holidays/nam-2023.yml",
    ],
)
def test_a_wrong_depth_or_ending(tmp_path: Path, name: str) -> None:
    [(severity, path, hint)] = problems(tmp_path, name)
    assert (severity, path) == ("error", f"content/{name}")
    assert f"content/{name.split('/')[0]}/" in hint


@pytest.mark.parametrize(
    "name",
    [
        "procedures/ho-tich/1.001193.yml~",
        "procedures/ho-tich/1.001193.yml.bak",
        "procedures/ho-tich/1.001193.yml.orig",
        "procedures/ho-tich/#1.001193.yml#",
        "procedures/ho-tich/.1.001193.yml.swp",
        "procedures/ho-tich/.1.001193.yml",
        "procedures/ho-tich/mau.docx",
        "procedures/ho-tich/BANG.XLSX",
        "laws/123.pdf",
        "notices/anh.jpg",
        "guides/anh-to.PNG",
        "notices/goi.bin",
        "README.md",
    ],
)
def test_what_is_no_record_is_a_reminder(tmp_path: Path, name: str) -> None:
    [(severity, path, hint)] = problems(tmp_path, name)
    assert (severity, path) == ("warning", f"content/{name}") and hint


@pytest.mark.parametrize(
    "name",
    [
        "Thumbs.db",
        "laws/desktop.ini",
        "laws/.DS_Store",
        "laws/._1.yml",
        "forms/.gitkeep",
        ".gitignore",
        "forms/ho-tich/Mẫu tờ khai (1).docx",
        "forms/anh.png",
        "laws/.1.yml.part",
    ],
)
def test_what_systems_leave_and_forms_are_passed_over(tmp_path: Path, name: str) -> None:
    assert problems(tmp_path, name) == []
