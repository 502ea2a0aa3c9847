"""`tthc schema`: what is generated from the declared fields."""

import errno
import json
import os
from pathlib import Path

import pytest

from generator.cli import main
from generator.schema.generated.json_schema import DIALECT
from tests.conftest import tthc
from tests.support.folders import file_bytes


def test_the_schema_of_a_kind() -> None:
    assert json.loads(tthc("schema", "law").stdout)["properties"]["so_ky_hieu"]["title"] == "Số ký hiệu"


def test_the_field_reference() -> None:
    [found] = json.loads(tthc("schema", "law", "--reference").stdout)
    assert found["place"] == "content/laws/*.yml" and found["fields"][0]["key"] == "so_ky_hieu"


def test_the_files_for_editors_programs(tmp_path: Path) -> None:
    assert tthc("schema", "--write", tmp_path).returncode == 0
    assert json.loads((tmp_path / ".vscode/settings.json").read_text("utf-8"))["yaml.schemas"]


def test_a_kind_that_is_none_is_guessed() -> None:
    done = tthc("schema", "laws")
    assert done.returncode == 2 and "Ý bạn là “law”?" in done.stderr


def test_a_full_disk_leaves_the_files_as_they_were(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / ".vscode/schemas").mkdir(parents=True)
    (tmp_path / ".vscode/schemas/law.json").write_text(f'{{"$schema": "{DIALECT}", "definitions": {{}}}}', "utf-8")
    before = file_bytes(tmp_path)
    real, opened = open, list[int]()

    def full(descriptor: int, mode: str) -> object:
        opened.append(descriptor)
        if len(opened) == 3:
            os.close(descriptor)
            raise OSError(errno.ENOSPC, "No space left on device")
        return real(descriptor, mode)

    monkeypatch.setattr("generator.io.transaction.open", full, raising=False)
    assert main(["schema", "--write", str(tmp_path)]) == 2
    assert file_bytes(tmp_path) == before
