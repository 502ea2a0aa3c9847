"""What the index says in numbers of words is worked out again only where a text of it changed."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from generator.catalogue.builder import build_catalogue
from generator.loading.folder import read_folder
from generator.outputs.search import publish
from generator.outputs.search.coded_texts import coded_texts
from generator.pages.all_pages import all_pages
from tests.conftest import SMALL
from tests.support.real_content import DAY


def test_fees_and_times_change_none_of_it(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    content = shutil.copytree(SMALL, tmp_path / "content")
    record = next(file for file in sorted((content / "procedures").rglob("*.yml")) if "muc_thu: " in file.read_text())
    calls: list[str] = []
    monkeypatch.setattr(publish, "coded_texts", lambda *given: calls.append("") or coded_texts(*given))

    def index(folder: str) -> dict[str, bytes]:
        (tmp_path / folder).mkdir(exist_ok=True)
        monkeypatch.chdir(tmp_path / folder)
        catalogue = build_catalogue(read_folder(content), DAY, [])
        return dict(publish.index_files(list(all_pages(catalogue)), catalogue))

    def changed(old: str, new: str) -> None:
        record.write_text(re.sub(old, new, record.read_text("utf-8"), count=1), "utf-8")

    first = index("a")
    assert index("a") == first and len(calls) == 1
    changed(r"muc_thu: \d+", "muc_thu: 77000")
    with_fee = index("a")
    assert with_fee != first and len(calls) == 1
    assert with_fee == index("b") and len(calls) == 2, "as without a cache"
    for number, (old, new) in enumerate([("(?m)^(ten_thu_tuc: )", r"\1Mới "), ("(?m)^(ten_thu_tuc: )", r"\1Rất ")]):
        changed(old, new)
        assert index("a") != with_fee and len(calls) == 3 + number
    files = list((tmp_path / "a" / ".cache" / "data").glob("*-tim-kiem"))
    assert len(files) == 1, "one for each edition"
    files[0].write_bytes(files[0].read_bytes()[:-1])
    assert index("a") == index("c") and len(calls) == 6
