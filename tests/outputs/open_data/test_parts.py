"""After a change of one text the open data are joined from the parts in the cache; only that procedure's is made."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.catalogue.builder import build_catalogue
from generator.catalogue.catalogue import Catalogue
from generator.loading.folder import read_folder
from generator.outputs import edition_cache
from generator.outputs.open_data import parts
from generator.outputs.open_data.publication import data_files


@pytest.fixture
def made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The codes of the procedures of each part that is made; every procedure is a part of its own."""
    codes: list[str] = []
    make = parts._made

    def counted(views: list, catalogue: Catalogue) -> parts.Values:
        codes.extend(view.code for view in views)
        return make(views, catalogue)

    monkeypatch.setattr(parts, "BATCH", 1)
    monkeypatch.setattr(edition_cache, "CACHE", tmp_path / "cache")
    monkeypatch.setattr(parts, "_made", counted)
    return codes


def published(content: Path, limit: int) -> dict[str, bytes]:
    store = read_folder(content)
    catalogue = build_catalogue(store, store.effective_date(), [])
    catalogue.site = catalogue.site.model_copy(update={"most_data_files": limit})
    return dict(data_files(catalogue))


@pytest.mark.parametrize("limit", [1000, 0])
def test_one_text_makes_one_part(
    content: Path, made: list[str], limit: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = published(content, limit)
    assert len(made) == len(set(made)) == 3
    made.clear()
    assert published(content, limit) == first and made == []
    file = next(file for file in (content / "procedures").rglob("*.yml") if "noi_dung: " in file.read_text("utf-8"))
    file.write_text(file.read_text("utf-8").replace("noi_dung: ", "noi_dung: Trước hết ", 1), "utf-8")
    changed = published(content, limit)
    assert made == [file.stem]
    single = f"du-lieu/v1/thu-tuc/{file.stem}.json"
    own = {name for name in changed if changed[name] != first[name] and name.startswith("du-lieu/v1/thu-tuc/")}
    assert own == ({single} if limit else set())
    assert b"Tr\xc6\xb0\xe1\xbb\x9bc h\xe1\xba\xbft " in changed["du-lieu/v1/thu-tuc.jsonl"]
    monkeypatch.setattr(edition_cache, "CACHE", tmp_path / "another")
    assert published(content, limit) == changed, "as from nothing"


def test_another_row_moves_the_rows_of_the_parts_after_it(content: Path, made: list[str], tmp_path: Path) -> None:
    """The pieces of a sheet hold the numbers of their rows."""
    import io
    import re

    import openpyxl

    name = "du-lieu/v1/thu-tuc.xlsx"
    before = published(content, 1000)[name]
    file = next(file for file in (content / "procedures").rglob("*.yml") if "\ntrinh_tu" in file.read_text("utf-8"))
    text = file.read_text("utf-8")
    step = re.search(r"trinh_tu_thuc_hien:\n( *)- ", text)
    assert step
    added = f"{step[1]}- nguoi_thuc_hien: cơ quan\n{step[1]}  noi_dung: Bước mới.\n"
    file.write_text(text.replace(step[0], f"trinh_tu_thuc_hien:\n{added}{step[1]}- ", 1), "utf-8")
    made.clear()
    after = published(content, 1000)[name]
    assert made == [file.stem]
    old, new = (openpyxl.load_workbook(io.BytesIO(book))["Trình tự"] for book in (before, after))
    assert new.max_row == old.max_row + 1
    assert [cell.value for cell in new["A"] if cell.value != file.stem] == [
        cell.value for cell in old["A"] if cell.value != file.stem
    ]


def test_without_a_cache_every_part_is_made_once(
    content: Path, made: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_cache = published(content, 1000)
    made.clear()
    (tmp_path / "file").write_text("")
    monkeypatch.setattr(edition_cache, "CACHE", tmp_path / "file" / "no-folder")
    assert published(content, 1000) == with_cache
    assert len(made) == len(set(made)) == 3
