"""The round trip over real records: import, read, check, import again. Skipped where the data is not at hand.

The usual run takes some 40 records of a file, spread over all of it; TTHC_ALL=1 takes all."""

from __future__ import annotations

import datetime as dt
import gzip
import os
from pathlib import Path

import pytest

from generator.checks._engine.runner import check
from generator.importing.draft_record import Options
from generator.importing.plan import apply, plan_import
from generator.importing.registry import sources
from generator.loading.folder import read_folder
from tests.conftest import DATA

pytestmark = [pytest.mark.slow, pytest.mark.skipif(not DATA.is_dir(), reason="the shared data is not here")]


def sample(folder: Path, name: str, records: int) -> tuple[Path, int]:
    """A file in `folder` with some of the `records` records of the shared one, and how many."""
    lines = gzip.decompress((DATA / name).read_bytes()).splitlines(keepends=True)
    assert len(lines) == records
    taken = lines[:: 1 if "TTHC_ALL" in os.environ else 1 + records // 40]
    (folder / name).write_bytes(gzip.compress(b"".join(taken)))
    return folder / name, len(taken)


@pytest.mark.parametrize(
    ("kind", "name", "records"),
    [
        ("national-flat", "national-flat.jsonl.gz", 2642),
        ("national-api", "national-api.jsonl.gz", 350),
        ("national-flat", "national-2021.jsonl.gz", 87),
    ],
)
def test_round_trip(tmp_path: Path, kind: str, name: str, records: int) -> None:
    file, taken = sample(tmp_path, name, records)
    outcome = plan_import(sources()[kind], file, tmp_path / "content", Options())
    assert len(outcome.done) == taken
    apply(outcome)
    store = read_folder(tmp_path / "content")
    assert store.problems == []  # everything written is read back: no YAML fault, no unknown key, no wrong value
    assert len(store.of("procedure")) == taken
    assert check(store, dt.date(2023, 12, 31)) is not None
    again = plan_import(sources()[kind], file, tmp_path / "content", Options())
    assert again.texts == {}
    assert again.count("same") == taken


def test_no_free_fee_where_the_text_leaves_it_to_the_council(tmp_path: Path) -> None:
    file, _ = sample(tmp_path, "national-api.jsonl.gz", 350)
    outcome = plan_import(sources()["national-api"], file, tmp_path / "content", Options())
    for done in outcome.done:
        for fees in (
            done.record.data.get("phi_le_phi"),
            *(channel.get("phi_le_phi") for channel in done.record.data["cach_thuc_thuc_hien"]),
        ):
            for line in fees if isinstance(fees, list) else []:
                assert line.get("muc_thu") != 0 or "ội đồng nhân dân" not in line.get("ly_do", "")
