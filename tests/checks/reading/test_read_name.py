"""TT-183: names of files and folders that every system can have."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from generator.build.reading import check_file
from generator.loading.folder import read_folder


def found(folder: Path, *names: str) -> list[tuple[str, str]]:
    for name in names:
        file = folder / "content" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("a: b\n", "utf-8")
    problems = read_folder(folder / "content").problems
    return [(problem.path, problem.severity) for problem in problems if problem.id == "TT-183"]


@pytest.mark.parametrize(
    "name",
    [
        "guides/con.md",
        "guides/CON.md",
        "notices/aux.md",
        "notices/nul.2023.md",
        "units/prn.yml",
        "laws/com1.yml",
        "laws/lpt9.yml",
        "handbook/com³.md",
        "forms/ho-tich/aux.docx",
        "plan/2023/events/con.yml",
        "processes/nul.yml",
        "forms/mẫu?.docx",
        "forms/a:b.docx",
        'forms/"a".docx',
        "forms/a*.docx",
        "forms/a|b.docx",
        "forms/a<b>.docx",
        "forms/a\\b.docx",
        "forms/mẫu .",
        "laws/123.yml ",
        f"forms/{'a' * 130}.docx",
        f"forms/{'a' * 90}/{'b' * 90}/c.docx",
    ],
)
def test_a_name_that_windows_cannot_have(tmp_path: Path, name: str) -> None:
    assert found(tmp_path, name) == [(f"content/{name}", "error")]


def test_a_folder_is_named_once(tmp_path: Path) -> None:
    assert found(tmp_path, "procedures/aux/1.001193.yml", "procedures/aux/1.001194.yml") == [
        ("content/procedures/aux", "error")
    ]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("laws/123-2015-nd-cp.yml", "laws/123-2015-ND-CP.yml"),
        ("procedures/ho-tich/1.yml", "procedures/Ho-tich/1.yml"),
        (unicodedata.normalize("NFC", "forms/mẫu.docx"), unicodedata.normalize("NFD", "forms/mẫu.docx")),
    ],
)
def test_two_names_that_some_systems_take_for_one(tmp_path: Path, one: str, other: str) -> None:
    assert len(found(tmp_path, one, other)) == 1


def test_a_single_file_hears_the_same(tmp_path: Path) -> None:
    found(tmp_path, "guides/con.md", "laws/1.yml", "laws/a.yml", "laws/A.yml")
    content = tmp_path / "content"
    for name in ("guides/con.md", "laws/1.yml", "laws/A.yml", "laws/a.yml"):
        of_all = {problem.path for problem in read_folder(content).problems if problem.id == "TT-183"}
        alone = {problem.path for problem in check_file(content, name, None) if problem.id == "TT-183"}
        assert alone == of_all & {f"content/{name}"}


def test_names_that_are_fine(tmp_path: Path) -> None:
    names = (
        "guides/con-cai.md",
        "guides/nuoi-con.md",
        "units/auxi.yml",
        "laws/com10.yml",
        "forms/Mẫu tờ khai (1).docx",
    )
    assert found(tmp_path, *names) == []
