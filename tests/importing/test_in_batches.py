"""Several processes make the same records, in the same order and with the same warnings, as one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from generator.build import pool
from generator.importing import in_batches
from generator.importing.draft_record import DraftRecord, Options, SourceFile
from generator.importing.in_batches import made_from
from generator.importing.sources.decision_list import source
from tests.importing.office import xlsx


def share(work: Callable[[list[Any]], Any], items: list[Any]) -> list[Any]:
    return pool.parallel_map(work, items, max_batch=3, min_items=2)


@pytest.fixture(autouse=True)
def two_processes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "process_count", lambda: 2)
    monkeypatch.setattr(in_batches, "BATCH_SIZE", 7)


def rows(sheet: Any) -> None:
    """Sections, rows without a name, a hidden row."""
    for number in range(4, 30):
        if number % 9 == 0:
            sheet.append([f"LĨNH VỰC SỐ {number}"])
        elif number % 5 == 0:
            sheet.append([number, f"9.1000{number:02}", "", "Hộ tịch", "5 ngày", "Không"])
        else:
            sheet.append([number, f"9.1000{number:02}", f"Cấp giấy mẫu {number}", "", "5 ngày", "Không"])
    sheet.row_dimensions[12].hidden = True


def test_records_and_warnings_of_a_list_are_those_of_one_process(tmp_path: Path) -> None:
    def read(options: Options) -> tuple[list[DraftRecord], list[str], Any]:
        file = SourceFile(xlsx(tmp_path, rows))
        return list(source.read(file, options)), file.warnings, file.words

    alone, together = read(Options()), read(Options(map_parallel=share))
    assert together == alone
    records, warnings, _ = alone
    assert {record.data.get("linh_vuc") for record in records} >= {"Hộ tịch", "Số 9", "Số 18"}
    assert [line.split(":")[0] for line in warnings if "không có tên" in line] == [
        f"dòng {number} (Sheet)" for number in (6, 11, 16, 21, 26)
    ]


def test_order_and_errors() -> None:
    def make(number: int) -> int:
        if number == 40:
            raise ValueError("forty")
        return -number

    assert list(made_from(range(30), make, share)) == [(number, -number) for number in range(30)]
    with pytest.raises(ValueError, match="forty"):
        list(made_from(range(41), make, share))
