"""TT-010: a list where a list is meant; a file that says nothing."""

from pathlib import Path

import pytest

from generator.loading.folder import read_folder
from tests.support.rule_samples import PROCEDURE, fails, passes


def test_a_text_in_place_of_a_list() -> None:
    fails("TT-010", PROCEDURE, {"cap_thuc_hien:\n  - cấp xã": "cap_thuc_hien: ▶cấp xã"})


def test_a_list() -> None:
    passes("TT-010", PROCEDURE)


@pytest.mark.parametrize("text", ["", "\n\n", "# chỉ có ghi chú\n"])
def test_a_file_that_says_nothing(tmp_path: Path, text: str) -> None:
    """One problem, not one for each part that is missing in it."""
    for name in ("procedures/ho-tich/1.001193.yml", "laws/1.yml"):
        file = tmp_path / "content" / name
        file.parent.mkdir(parents=True)
        file.write_text(text, "utf-8")
    store = read_folder(tmp_path / "content")
    assert [(problem.id, problem.message) for problem in store.problems] == [("TT-010", "tệp trống")] * 2
    assert store.unread == {"procedure/1.001193", "law/1"} and not any(store.entries.values())


def test_a_list_file_without_entries(tmp_path: Path) -> None:
    for name, text in (("fields.yml", ""), ("glossary.yml", "# chưa có\n")):
        (tmp_path / name).write_text(text, "utf-8")
    assert [problem.path for problem in read_folder(tmp_path).problems] == [f"{tmp_path.name}/fields.yml"]
