"""Flat JSON records in what programs put around them: before, records by code were joined into one without a code, and
a list inside an answer was refused."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from generator.importing.draft_record import DraftRecord, ImportRefused, Options, SourceFile
from generator.importing.sources.national_flat import source as national_flat

TEXTS = {"Lĩnh vực": "Hộ tịch", "Thời hạn giải quyết": "05 ngày làm việc", "Phí, lệ phí": "Không"}
ONE = {"Mã thủ tục": "9.100001", "Tên thủ tục": "Cấp giấy một", **TEXTS}
TWO = {"Mã thủ tục": "9.100002", "Tên thủ tục": "Cấp giấy hai", **TEXTS}
BOTH = [("9.100001", "Cấp giấy một"), ("9.100002", "Cấp giấy hai")]


def read(folder: Path, data: Any) -> tuple[list[DraftRecord], SourceFile]:
    (folder / "nguon.json").write_text(json.dumps(data, ensure_ascii=False), "utf-8")
    file = SourceFile(folder / "nguon.json")
    return list(national_flat.read(file, Options())), file


def without_code(record: dict[str, str]) -> dict[str, str]:
    return {key: value for key, value in record.items() if key != "Mã thủ tục"}


@pytest.mark.parametrize(
    "data",
    [
        {"9.100001": without_code(ONE), "9.100002": without_code(TWO)},
        {"9.100001": ONE, "9.100002": TWO},
        {"0": ONE, "1": TWO},
        {"success": True, "result": {"total": 2, "items": [ONE, TWO]}},
        {"data": [ONE, TWO]},
        [{"data": [ONE]}, {"data": [TWO]}],
    ],
)
def test_records_in_boxes(tmp_path: Path, data: Any) -> None:
    records, _ = read(tmp_path, data)
    assert [(record.code, record.name) for record in records] == BOTH


def test_one_record_by_its_code(tmp_path: Path) -> None:
    (record,), _ = read(tmp_path, {"9.100001": without_code(ONE)})
    assert (record.code, record.name) == BOTH[0]


def test_one_record_in_parts_stays_one(tmp_path: Path) -> None:
    parts = {"metadata": {"Mã thủ tục": "9.100001", "Tên thủ tục": "Cấp giấy một"}, "content": TEXTS}
    (record,), file = read(tmp_path, parts)
    assert (record.code, record.name, record.data["linh_vuc"]) == (*BOTH[0], "Hộ tịch") and not file.warnings


def test_what_stands_beside_the_records_is_told(tmp_path: Path) -> None:
    _, file = read(tmp_path, {"ok": True, "result": {"luu_y": "Áp dụng từ 1/7/2023", "items": [ONE]}})
    assert "ok: true; result.luu_y: Áp dụng từ 1/7/2023" in "\n".join(file.warnings)


def test_two_lists_of_records_are_not_guessed_at(tmp_path: Path) -> None:
    with pytest.raises(ImportRefused, match="không có nhãn nào"):
        read(tmp_path, {"moi": [ONE], "bai_bo": [TWO]})


@pytest.mark.parametrize("written", ["1.001.193", "1,001,193", "1001193", 1001193, "1,001193"])
def test_a_code_that_a_spreadsheet_took_for_a_number(tmp_path: Path, written: object) -> None:
    (record,), _ = read(tmp_path, [{**ONE, "Mã thủ tục": written}])
    assert record.code == "1.001193" and any(key == "ma_thu_tuc" for key, _ in record.doubts)
