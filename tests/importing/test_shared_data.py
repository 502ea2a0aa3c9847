"""The round trip over all real records: import, read, check, import again. Skipped where the data is not at hand."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from generator.checks._engine.runner import check
from generator.importing.draft_record import Options
from generator.importing.plan import apply, plan_import
from generator.importing.registry import sources
from generator.loading.folder import read_folder
from tests.conftest import DATA

pytestmark = pytest.mark.skipif(not DATA.is_dir(), reason="the shared data is not here")


@pytest.mark.parametrize(
    ("kind", "name", "records", "files"),
    [
        ("national-flat", "national-flat.jsonl.gz", 2642, 2642),
        ("national-api", "national-api.jsonl.gz", 350, 350),
        ("national-flat", "national-2021.jsonl.gz", 87, 87),
    ],
)
def test_round_trip(tmp_path: Path, kind: str, name: str, records: int, files: int) -> None:
    outcome = plan_import(sources()[kind], DATA / name, tmp_path / "content", Options())
    assert len(outcome.done) == records
    apply(outcome)
    store = read_folder(tmp_path / "content")
    assert store.problems == []  # everything written is read back: no YAML fault, no unknown key, no wrong value
    assert len(store.of("procedure")) == files
    assert check(store, dt.date(2023, 12, 31)) is not None
    again = plan_import(sources()[kind], DATA / name, tmp_path / "content", Options())
    assert again.texts == {}
    assert again.count("same") == files


def test_no_free_fee_where_the_text_leaves_it_to_the_council(tmp_path: Path) -> None:
    outcome = plan_import(sources()["national-api"], DATA / "national-api.jsonl.gz", tmp_path / "content", Options())
    for done in outcome.done:
        for fees in (
            done.record.data.get("phi_le_phi"),
            *(channel.get("phi_le_phi") for channel in done.record.data["cach_thuc_thuc_hien"]),
        ):
            for line in fees if isinstance(fees, list) else []:
                assert line.get("muc_thu") != 0 or "ội đồng nhân dân" not in line.get("ly_do", "")
