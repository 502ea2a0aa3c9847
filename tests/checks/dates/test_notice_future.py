"""TT-189: a notice of a later day waits for it."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from generator.catalogue.builder import build_catalogue
from generator.loading.folder import read_folder
from tests.support.rule_samples import NOTICE, fails, passes


def test_a_day_to_come() -> None:
    fails("TT-189", NOTICE, {"ngay: 2023-12-31": "ngay: ▶2024-01-02"}, severity="warning")


def test_the_day_itself() -> None:
    passes("TT-189", NOTICE)


def test_it_is_shown_from_its_day_on(tmp_path: Path) -> None:
    (tmp_path / "notices").mkdir()
    (tmp_path / "notices" / "tin.md").write_text(NOTICE.replace("2023-12-31", "2024-01-02"), "utf-8")
    store = read_folder(tmp_path)
    assert build_catalogue(store, dt.date(2024, 1, 1), []).notices == []
    assert [view.slug for view in build_catalogue(store, dt.date(2024, 1, 2), []).notices] == ["tin"]
