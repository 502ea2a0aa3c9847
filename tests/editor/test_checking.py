"""The check of a draft finds in its file exactly what a full check of the content with that draft finds there."""

from __future__ import annotations

import os
import re
from pathlib import Path

import pytest

from generator.checks._engine.runner import check
from generator.editor.checking import check_draft
from generator.editor.loaded_content import LoadedContent
from generator.loading.file_names import record_kind
from generator.problem import Problem
from tests.conftest import PROJECT
from tests.support.night import at_night

pytestmark = pytest.mark.slow

CONTENT = PROJECT / "content"


@pytest.fixture(scope="module")
def loaded() -> LoadedContent:
    found = LoadedContent(CONTENT)
    found.refresh()
    return found


def plain(problems: list[Problem]) -> list[tuple]:
    """Without the key and the labels, which only the editor's messages have."""
    return sorted({(one.line, one.column, one.id, one.severity) for one in problems})


LAW = {r"so_ky_hieu: \S+": "so_ky_hieu: 9999/1999/XX-YY"}
NAME = {r"ten_thu_tuc: .*": "ten_thu_tuc: Đăng ký kết hôn"}
CHANGES = [
    LAW | NAME,  # what other records say, too
    *at_night(
        LAW,
        NAME,
        {r"muc_thu: \d+": "muc_thu: tám nghìn"},
        {r"(ma_thu_tuc|thu_tuc_khac): .*": r'\1: "1.000110"'},
        {r"linh_vuc: .*": "linh_vuc: Không có lĩnh vực này"},
    ),
]


@pytest.mark.parametrize("changes", CHANGES, ids=" ".join)
def test_as_in_a_full_check(loaded: LoadedContent, changes: dict[str, str]) -> None:
    path = "procedures/ho-tich/1.001193.yml"
    kind, text = record_kind(path), (CONTENT / path).read_text("utf-8")
    assert kind is not None
    draft_text = text
    for pattern, new in changes.items():
        before, draft_text = draft_text, re.sub(pattern, new, draft_text, count=1)
        assert draft_text != before
    draft, found = check_draft(loaded, path, kind, draft_text, None)
    store = loaded.with_drafts({path: draft})
    first, *others = store.days(None)
    full = [one for one in check(store, first, others=others) if one.path == loaded.display_path(path)]
    assert plain(found) == plain(full)


def test_the_files_of_the_content_as_they_are(loaded: LoadedContent) -> None:
    store = loaded.refresh()
    first, *others = store.days(None)
    full: dict[str, list[Problem]] = {}
    for one in check(store, first, others=others):
        full.setdefault(one.path, []).append(one)
    for path in sorted(loaded.files)[:: 5 if "TTHC_ALL" in os.environ else 20]:
        kind = record_kind(path)
        if kind is None:
            continue
        _, found = check_draft(loaded, path, kind, (CONTENT / path).read_text("utf-8"), None)
        assert plain(found) == plain(full.get(loaded.display_path(path), [])), path


def test_every_problem_has_its_key(loaded: LoadedContent, tmp_path: Path) -> None:
    path = "procedures/ho-tich/1.001193.yml"
    kind = record_kind(path)
    assert kind is not None
    text = (CONTENT / path).read_text("utf-8").replace("muc_thu: 8000", "muc_thu: tám nghìn")
    _, found = check_draft(loaded, path, kind, text, None)
    (slip,) = [one for one in found if one.id == "TT-012"]
    assert re.fullmatch(r"phi_le_phi\.\d+\.muc_thu", slip.key)
    assert all("_" not in one.hint for one in found)  # fields are named as the form names them
