"""`tthc schema`: what is generated from the declared fields."""

import json
from pathlib import Path

from tests.conftest import tthc


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
