"""`tthc new`: a blank record in its place; nothing that exists is overwritten."""

import json
from pathlib import Path

import pytest

from tests.conftest import tthc
from tests.support.rule_samples import FIELDS


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "fields.yml").write_text(FIELDS, "utf-8")
    return tmp_path / "content"


def test_a_procedure_whose_only_errors_are_the_blanks(folder: Path) -> None:
    done = tthc("new", "procedure", "1.001193", "--content", folder, "--field", "ho-tich")
    assert done.returncode == 0, done.stderr
    assert (folder / "procedures/ho-tich/1.001193.yml").is_file()
    found = [
        item
        for item in json.loads(tthc("check", "--content", folder, "--format", "json").stdout)
        if "1.001193" in item["path"]
    ]
    assert found and {item["id"] for item in found if item["severity"] == "error"} <= {
        "TT-010",
        "TT-020",
        "TT-022",
        "TT-074",
        "TT-270",
    }


def test_without_a_field_it_stands_at_the_top(folder: Path) -> None:
    assert tthc("new", "procedure", "1.001193", "--content", folder).returncode == 0
    assert (folder / "procedures/1.001193.yml").is_file()


def test_a_code_that_exists_anywhere_is_refused(folder: Path) -> None:
    tthc("new", "procedure", "1.001193", "--content", folder, "--field", "ho-tich")
    done = tthc("new", "procedure", "1.001193", "--content", folder)
    assert done.returncode == 2 and "đã có tệp" in done.stderr


@pytest.mark.parametrize("code", ["1.00119", "../../x", "1001193", " 1"])
def test_what_is_no_code_is_a_wrong_call(folder: Path, code: str) -> None:
    done = tthc("new", "procedure", code, "--content", folder)
    assert done.returncode == 2 and "không phải mã thủ tục" in done.stderr
    assert not (folder / "procedures").exists()


def test_an_unknown_field_is_guessed(folder: Path) -> None:
    assert (
        "Ý bạn là “ho-tich”?" in tthc("new", "procedure", "1.001193", "--content", folder, "--field", "ho-tic").stderr
    )


def test_other_kinds(folder: Path) -> None:
    assert tthc("new", "law", "123/2015/NĐ-CP", "--content", folder).returncode == 0
    assert "so_ky_hieu: 123/2015/NĐ-CP" in (folder / "laws/123-2015-nd-cp.yml").read_text("utf-8")
    assert tthc("new", "guide", "sinh-con", "--content", folder).returncode == 0
    assert (folder / "guides/sinh-con.md").read_text("utf-8").startswith("---\n")
    assert "Ý bạn là “an-thanh”?" in tthc("new", "unit", "An Thanh", "--content", folder).stderr
