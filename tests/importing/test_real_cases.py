"""Inputs that once failed, with the right outcome. Read from the shared folder; skipped where it is not at hand."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from generator.importing.draft_record import DraftRecord, ImportRefused, Options, SourceFile
from generator.importing.drift.comparison import compare_with_source, load_source
from generator.importing.plan import apply, plan_import
from generator.importing.registry import sources
from generator.loading.folder import read_folder
from tests.conftest import DATA

CASES = DATA.parent / "cases/import"
pytestmark = pytest.mark.skipif(not CASES.is_dir(), reason="the shared cases are not here")


def read(name: str, kind: str = "decision-list") -> tuple[list[DraftRecord], str, SourceFile]:
    """(records, warnings, the file) of the case whose name starts with `name`."""
    file = SourceFile(next(iter(sorted(CASES.glob(f"{name}*")))))
    records = list(sources()[kind].read(file, Options()))
    return records, "\n".join(file.warnings), file


def by_code(name: str, kind: str = "decision-list") -> dict[str, dict[str, Any]]:
    return {record.code: record.data for record in read(name, kind)[0]}


def test_01_document_numbers_stay_whole() -> None:
    [data] = by_code("01", "national-api").values()
    assert [base["so_ky_hieu"] for base in data["can_cu_phap_ly"]] == [
        "66.7/2025/NQ-CP", "60/2014/QH13", "66.18/2026/NQ-CP", "09/2025/NQ-HĐND", "24a/2016/NĐ-CP",
        "36/2009/PL-UBTVQH12", "191/2005/TTLT/BQP-BLĐTBXH-BTC",
    ]  # fmt: skip


def test_02_a_heading_above_the_table_says_abolished() -> None:
    records, _, _ = read("02")
    assert [(record.code, record.state) for record in records] == [("1.001193", ""), ("1.003583", "abolished")]


def test_03_the_basis_is_not_the_announcing_decision() -> None:
    [data] = by_code("03").values()
    assert (data["quyet_dinh_cong_bo"]["so"], str(data["quyet_dinh_cong_bo"]["ngay"])) == ("567/QĐ-UBND", "2023-03-20")


def test_04_the_whole_annex() -> None:
    records, warnings, file = read("04")
    data = {record.code: record.data for record in records}
    assert len(data) == 7
    assert [item["cap_thuc_hien"] for item in data.values()] == [["cấp huyện"], *[["cấp xã"]] * 6]
    assert data["1.004884"]["hieu_luc"]["thay_the_boi"] == ["1.999999"]
    assert data["1.004884"]["ten_thu_tuc"] == "Đăng ký lại khai sinh"
    assert any("104/2022/NĐ-CP" in note for note in data["1.004873"]["ghi_chu_nguon"])
    assert {code for code, item in data.items() if "bai_bo" in item} == {"1.003583", "2.000635"}
    assert "PHẦN II" in warnings
    assert file.words.unread_words > 50


def test_05_official_columns_are_mapped_or_listed() -> None:
    records, warnings, _ = read("05")
    assert records[0].state == "abolished"
    assert records[0].data["ket_qua_thuc_hien"][0]["ten"] == "Trích lục khai tử"
    assert records[0].data["quyet_dinh_cong_bo"]["so"] == "163/QĐ-BTP"
    assert "“Thành phần hồ sơ”, “Cơ quan ban hành”" in warnings
    assert "Thành phần hồ sơ: Tờ khai: 01 bản chính" in records[0].data["ghi_chu_nguon"]


@pytest.mark.parametrize(("name", "count"), [("06-", 6), ("06b", 5)])
def test_06_every_sheet_is_read(name: str, count: int) -> None:
    records, warnings, file = read(name)
    assert len(records) == count
    assert {record.code: record.data.get("cap_thuc_hien") for record in records}["1.001193"] == ["cấp xã"]
    assert [record.code for record in records if record.state == "abolished"] == ["1.003583"]
    assert "gạch ngang" in warnings
    assert any(item.reason == "dòng bị gạch ngang" for item in file.words.unread)


def test_07_a_header_of_two_rows_and_part_b() -> None:
    data = by_code("07")
    assert data["1.001193"]["cach_thuc_thuc_hien"] == [
        {"hinh_thuc_nop": "trực tiếp"}, {"hinh_thuc_nop": "bưu chính"}, {"hinh_thuc_nop": "trực tuyến"}
    ]  # fmt: skip
    assert "linh_vuc" not in data["1.003583"]
    assert "phi_le_phi" not in data["1.003583"]


def test_09_the_portals_nested_export() -> None:
    data = by_code("09", "national-flat")["1.013128"]
    first, second = data["thanh_phan_ho_so"]["giay_to_chung"]
    assert (first["ban_chinh"], first["ban_sao"], first["bieu_mau"]) == (1, 0, "6- PHỤ LỤC III")
    assert "bieu_mau" not in second
    assert data["thoi_han_giai_quyet"] == {"so": 7, "don_vi": "ngày làm việc"}
    assert data["phi_le_phi"] == "chưa rõ"  # “0 Đồng” without a reason is not free
    assert data["can_cu_phap_ly"][0]["so_ky_hieu"] == "12/2021/QĐ-TTg"


@pytest.mark.parametrize("name", ["10a", "10b"])
def test_10_no_python_text_is_published(name: str) -> None:
    records, _, _ = read(name, "national-flat")
    assert not any("{'" in text or "['" in text for record in records for text in strings(record.data))
    [data] = [record.data for record in records]
    assert len(data["cach_thuc_thuc_hien"]) == 3
    assert all(law.name[:2] not in ("[{", "']") for record in records for law in record.laws)
    if name == "10b":
        assert data["ma_thu_tuc"] == "1.013225"
        assert data["phi_le_phi"] == [{"muc_thu": "HĐND tỉnh quy định"}]


def strings(value: Any) -> list[str]:
    if isinstance(value, dict):
        return [text for item in value.values() for text in strings(item)]
    if isinstance(value, list):
        return [text for item in value for text in strings(item)]
    return [value] if isinstance(value, str) else []


def test_11_the_sheets_of_the_portals_workbook_are_joined() -> None:
    records, _, _ = read("11")
    first, second = (record.data for record in records)
    assert first["cach_thuc_thuc_hien"] == [{"hinh_thuc_nop": "trực tiếp"}, {"hinh_thuc_nop": "trực tuyến"}]
    assert first["thanh_phan_ho_so"]["giay_to_chung"][0]["ten_giay_to"] == "Tờ khai đăng ký khai sinh"
    assert first["can_cu_phap_ly"] == [{"so_ky_hieu": "60/2014/QH13"}]
    assert (records[1].state, second["bai_bo"]) == ("abolished", {"van_ban": "chưa rõ"})


def test_12_a_procedure_in_two_columns() -> None:
    [data] = by_code("12").values()
    assert data["ten_thu_tuc"] == "Đăng ký khai sinh"
    assert len(data["trinh_tu_thuc_hien"]) == 2
    assert data["phi_le_phi"] == [{"muc_thu": 8000}]
    assert data["thoi_han_giai_quyet"] == {"so": 1, "don_vi": "ngày làm việc"}


@pytest.mark.parametrize("name", ["d-count", "d-feereason", "d-limitnote", "d-paper"])
def test_13_drift_sees_facts(tmp_path: Path, name: str) -> None:
    content = tmp_path / "content"
    apply(plan_import(sources()["national-api"], CASES / "13-drift-base1.json", content, Options()))
    store = read_folder(content)
    records, _ = load_source(CASES / f"13-drift-{name}.json", "", Options())
    drift = compare_with_source(store.of("procedure"), records, store.effective_date(None), frozenset())
    [item] = drift.compared
    assert item.facts
    assert all(set(fact.ours) != set(fact.theirs) for fact in item.facts)


def test_14_a_paragraph_without_a_time_is_no_limit() -> None:
    assert by_code("14", "national-api").popitem()[1]["thoi_han_giai_quyet"] == "chưa rõ"


def test_15_less_than_a_thousand_dong_is_doubtful() -> None:
    [record] = read("15", "national-api")[0]
    assert "muc_thu" not in record.data["phi_le_phi"][0]
    assert any("quá nhỏ" in why for _, why in record.doubts)


def test_16_half_days_are_kept_and_compared_with_the_channels_text() -> None:
    [record] = read("16", "national-api")[0]
    assert record.data["thoi_han_giai_quyet"] == {"nguyen_van": "17,5 ngày làm việc"}
    assert any("7,5 ngày làm việc" in why for _, why in record.doubts)


def test_17_a_code_inside_the_name() -> None:
    [data] = by_code("17").values()
    assert (data["ma_thu_tuc"], data["ten_thu_tuc"]) == ("3.000612", "Hỗ trợ chi phí")


@pytest.mark.parametrize(("name", "says"), [("18a", "trang HTML"), ("18b", "tệp CSV")])
def test_18_a_wrong_file_is_named_for_what_it_is(name: str, says: str) -> None:
    with pytest.raises(ImportRefused, match=says):
        read(name, "national-api")


@pytest.mark.parametrize("name", ["18a", "18b"])
def test_18_as_a_list_it_is_read(name: str) -> None:
    [data] = by_code(name).values()
    assert (data["ma_thu_tuc"], data["linh_vuc"]) == ("1.001193", "Hộ tịch")


def test_20_the_abolishing_document_is_not_invented() -> None:
    assert by_code("20", "national-api").popitem()[1]["bai_bo"] == {"van_ban": "chưa rõ"}


def test_21_headings_with_underscores_and_internal_numbers() -> None:
    records, _, _ = read("21")
    assert len(records) == 7
    assert {record.code for record in records} == {""}
    assert all(record.name for record in records)


@pytest.mark.parametrize("file", sorted(CASES.glob("*")) if CASES.is_dir() else [], ids=lambda file: file.name)
def test_every_word_is_accounted_for(file: Path, tmp_path: Path) -> None:
    """The share in the report is right: what is in no record and no note is listed with its place."""
    for kind in ("national-api", "national-flat", "decision-list"):
        try:
            outcome = plan_import(sources()[kind], file, tmp_path / kind, Options())
        except ImportRefused:
            continue
        words = outcome.words
        assert words.total == words.placed + words.noted + words.structure + words.reported
        assert words.unread_words <= words.reported
        assert all(item.place and item.reason for item in words.unread)
        json.dumps([item._asdict() for item in words.unread])
