"""The three kinds of source, record by record."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest

from generator.importing.consuming_dict import TrackedDict
from generator.importing.draft_record import ImportRefused, Options, SourceFile
from generator.importing.plan import apply, plan_import
from generator.importing.sources import national_catalogue
from generator.importing.sources.decision_list import source
from generator.importing.sources.national_api import source as national_api
from generator.importing.sources.national_flat import source as national_flat
from generator.importing.yaml_writer import dump
from generator.loading.folder import read_folder
from generator.loading.validation import validate_record
from generator.loading.yaml.parse import parse
from generator.schema.procedure import Procedure
from tests.support.decision_lists import list_docx, list_xlsx
from tests.support.import_samples import answer, flat, read_one, write_lines


def api(tmp_path: Path, **changes: object):
    return read_one(national_api, tmp_path / "api.json", answer(**changes))


def flat_record(tmp_path: Path, item: dict | None = None, **changes: object):
    return read_one(national_flat, tmp_path / "flat.json", item or flat(**changes))


def test_every_field_of_an_answer_that_carries_meaning_has_its_place(tmp_path: Path) -> None:
    data = api(tmp_path).data
    assert data["ma_thu_tuc"] == "1.001193"
    assert data["ten_thu_tuc"] == "Đăng ký khai sinh"
    assert data["quyet_dinh_cong_bo"] == {"so": "163/QĐ-BTP", "ngay": dt.date(2026, 1, 16), "co_quan": "Bộ Tư pháp"}
    assert data["cap_thuc_hien"] == ["cấp xã"]
    assert data["khong_phu_thuoc_dia_gioi"] is True
    assert data["muc_do_truc_tuyen"] == "một phần"
    assert [step["nguoi_thuc_hien"] for step in data["trinh_tu_thuc_hien"]] == ["người nộp", "cơ quan"]
    assert data["thoi_han_giai_quyet"] == {"so": 3, "don_vi": "ngày làm việc"}
    assert data["phi_le_phi"] == [{"loai": "lệ phí", "muc_thu": 8000}]
    assert data["cach_thuc_thuc_hien"] == [
        {"hinh_thuc_nop": "trực tiếp", "mo_ta": "Nộp tại Một cửa."},
        {"hinh_thuc_nop": "trực tuyến"},
    ]
    first, second = data["thanh_phan_ho_so"]["giay_to_chung"]
    assert first == {
        "ten_giay_to": "Tờ khai theo mẫu",
        "nop_hay_xuat_trinh": "nộp",
        "ban_chinh": 1,
        "ban_sao": 0,
        "bieu_mau": "TK khai sinh",
    }
    assert second["nop_hay_xuat_trinh"] == "xuất trình"
    assert data["thanh_phan_ho_so"]["nguyen_van"] == ["Trường hợp có dữ liệu điện tử thì không phải nộp."]
    assert data["bieu_mau"] == [{"ten": "TK khai sinh", "ma_nguon": "019f"}]
    assert data["can_cu_phap_ly"] == [{"so_ky_hieu": "60/2014/QH13"}]
    assert data["yeu_cau_dieu_kien"] == "không"
    assert data["doi_chieu"]["nguon"].endswith("019d2bfd-3fe0-70ac-b9d6-5e9e20d6eef7")


def test_numbers_that_are_written_as_texts_are_numbers(tmp_path: Path) -> None:
    def as_texts(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: as_texts(part) for key, part in value.items()}
        if isinstance(value, list):
            return [as_texts(part) for part in value]
        return str(value) if isinstance(value, (int, float)) and not isinstance(value, bool) else value

    texts = read_one(national_api, tmp_path / "texts.json", as_texts(answer()))
    assert texts.data == api(tmp_path).data and texts.unplaced == api(tmp_path).unplaced


@pytest.mark.parametrize(
    ("text", "number"), [("8000", 8000), (" 8000.0 ", 8000), ("8.000", "8.000"), ("-1", "-1"), (True, True)]
)
def test_only_what_is_surely_a_whole_number_is_one(text: Any, number: Any) -> None:
    assert TrackedDict({"value": text}).pop_number("value") == number


def test_what_comes_out_fits_the_model(tmp_path: Path) -> None:
    for record in (api(tmp_path), flat_record(tmp_path)):
        made, faults = validate_record(Procedure, parse(dump(Procedure, record.data)))
        assert made is not None
        assert faults == []


def test_nothing_is_dropped_silently(tmp_path: Path) -> None:
    record = api(
        tmp_path,
        newField={"inner": "điều mới"},
        note="Xem thêm.",
        isSharedService=True,
        returningMethods=[{"type": "OFFLINE", "value": ["AT_HOME"]}],
    )
    assert ("newField.inner", "điều mới") in record.unplaced
    assert ("resultsDetails[].code", "KQ.G15.000031") in record.unplaced
    notes = record.data["ghi_chu_nguon"]
    assert "Ghi chú ở nguồn: Xem thêm." in notes
    assert "Trả kết quả: tại nhà." in notes


def test_limits_that_differ_stay_with_their_channels(tmp_path: Path) -> None:
    methods = [
        {"submissionMethod": "DIRECT", "processingTime": 3, "processingTimeUnit": "WORKING_DAY", "fees": []},
        {"submissionMethod": "ONLINE", "processingTime": 2, "processingTimeUnit": "WORKING_DAY", "fees": []},
    ]
    data = api(tmp_path, executionMethods=methods).data
    assert "thoi_han_giai_quyet" not in data
    assert [channel["thoi_han_giai_quyet"]["so"] for channel in data["cach_thuc_thuc_hien"]] == [3, 2]
    assert data["phi_le_phi"] == "chưa rõ"


def test_the_whole_procedures_limit_tells_a_missing_unit_or_a_contradiction(tmp_path: Path) -> None:
    methods = [{"submissionMethod": "DIRECT", "processingTime": 5, "processingTimeUnit": "OTHER", "fees": []}]
    case = {"name": "Thủ tục đăng ký khai sinh", "processingDay": {"qty": 5, "type": "WORKING_DAY"}}
    assert api(tmp_path, executionMethods=methods, cases=[case]).data["thoi_han_giai_quyet"] == {
        "so": 5,
        "don_vi": "ngày làm việc",
    }
    case["processingDay"] = {"qty": 12, "type": "WORKING_DAY"}
    other = api(tmp_path, executionMethods=methods, cases=[case])
    assert "don_vi" not in other.data["thoi_han_giai_quyet"]
    assert any("12 ngày làm việc" in note for note in other.data["ghi_chu_nguon"])


def test_an_abolished_answer_says_so(tmp_path: Path) -> None:
    record = api(tmp_path, state="ABOLISHED")
    assert record.state == "abolished"
    assert record.data["bai_bo"] == {"van_ban": "chưa rõ"}  # 163/QĐ-BTP announced it


def test_an_answer_that_is_an_error_is_reported_and_passed_over(tmp_path: Path) -> None:
    file = SourceFile(
        write_lines(tmp_path / "api.jsonl.gz", [{"code": "NOT_FOUND", "data": None, "message": "không có"}, answer()])
    )
    assert [record.code for record in national_api.read(file, Options())] == ["1.001193"]
    assert "dòng 1" in file.warnings[0]


def test_a_flat_record(tmp_path: Path) -> None:
    record = flat_record(tmp_path)
    data = record.data
    assert (data["linh_vuc"], data["cap_thuc_hien"]) == ("Hạ tầng kỹ thuật", ["cấp tỉnh", "cấp xã"])
    assert data["thoi_han_giai_quyet"] == {"so": 10, "don_vi": "ngày làm việc"}
    assert data["phi_le_phi"] == "không"
    assert (data["mo_ta"], data["tu_khoa"]) == ("Cấp phép chặt cây xanh.", ["chặt cây"])
    assert [base["so_ky_hieu"] for base in data["can_cu_phap_ly"]] == ["258/2025/NĐ-CP", "47/2024/QH15"]
    assert "co_quan_thuc_hien" not in data
    assert set(record.confidence.values()) == {1.0}


def test_labels_in_any_spelling(tmp_path: Path) -> None:
    spelled = {
        "Mã thủ tục": "1.002693",
        "Tên thủ tục": "Chặt cây",
        "TRÌNH TỰ THỰC HIỆN": "Nộp hồ sơ.",
        "Yêu cầu, điều kiện thực hiện": "Không",
        "coQuanThucHien": "UBND xã",
        "Nhãn lạ": "giữ lại",
    }
    data = flat_record(tmp_path, spelled).data
    assert (data["ma_thu_tuc"], data["yeu_cau_dieu_kien"], data["co_quan_thuc_hien"]) == (
        "1.002693",
        "không",
        "UBND xã",
    )
    assert data["ghi_chu_nguon"] == ["Nhãn lạ: giữ lại"]


def test_text_that_cannot_be_split_stays_in_its_section_and_says_so(tmp_path: Path) -> None:
    record = flat_record(
        tmp_path, trinh_tu_thuc_hien="Nộp rồi chờ.\nSau đó nhận.", thanh_phan_ho_so="Theo hướng dẫn tại xã."
    )
    assert record.data["trinh_tu_thuc_hien"] == [
        {"nguoi_thuc_hien": "chưa rõ", "noi_dung": "Nộp rồi chờ.\nSau đó nhận."}
    ]
    assert record.data["thanh_phan_ho_so"] == {"nguyen_van": ["Theo hướng dẫn tại xã."]}
    assert {"trinh_tu_thuc_hien", "thanh_phan_ho_so"} <= set(record.data["doi_chieu"]["phan_cho_doi_chieu"])
    assert "trinh_tu_thuc_hien 0%" in record.data["doi_chieu"]["ghi_chu"]


def test_records_of_2021_keep_their_columns_and_find_their_code_by_name_only_when_certain(tmp_path: Path) -> None:
    item = {
        "title": "Đăng ký thường trú", "Trình tự thực hiện": "- Bước 1: Nộp.</p> \n- Bước 2: Nhận.", "Cơ quan thực hiện": "Công an Xã",  # noqa: E501
        "Cách thức thực hiện": [{"Hình thức nộp": "Trực tiếp", "Thời hạn giải quyết": "07 Ngày làm việc", "Phí, lệ phí": "Phí: 150.000 ĐồngXem chi tiết Lệ phí: ĐồngXem chi tiết", "Mô tả": ""}],  # noqa: E501
        "Thành phần hồ sơ": [{"Tên giấy tờ": "- Tờ khai;", "Mẫu đơn, tờ khai": "https://x/?ma=3fd9", "Số lượng - bản chính": "Bản chính: 1 - Bản sao: 0"}],  # noqa: E501
    }  # fmt: skip
    one = read_one(national_flat, tmp_path / "a.json", item, known=(("1.004222", "Đăng ký thường trú", "Cư trú"),))
    assert one.code == "1.004222"
    assert one.data["phi_le_phi"] == [{"loai": "phí", "muc_thu": 150000}]
    assert one.data["bieu_mau"][0]["ma_nguon"] == "3fd9"
    two = read_one(
        national_flat,
        tmp_path / "b.json",
        item,
        known=(("1.1", "Đăng ký thường trú", ""), ("1.2", "Đăng ký thường trú", "")),
    )
    assert two.code == ""
    assert "1.1 (50%); 1.2 (50%)" in two.data["ghi_chu_nguon"][0]


def test_the_catalogue_gives_names(tmp_path: Path) -> None:
    record = read_one(
        national_catalogue,
        tmp_path / "c.json",
        {
            "id": "i",
            "code": "1.014955-Xoa",
            "name": "Thủ tục thử",
            "categories": ["Thuế"],
            "state": "ACTIVE",
            "type": "STANDARD",
        },
    )
    assert (record.name, record.data["linh_vuc"], record.state) == ("Thử", "Thuế", "abolished")


@pytest.mark.parametrize("make", [list_xlsx, list_docx])
def test_a_decisions_list(tmp_path: Path, make) -> None:
    file = SourceFile(make(tmp_path))
    known = (
        ("1.004873", "Cấp giấy xác nhận tình trạng hôn nhân", "Hộ tịch"),
        ("1.1", "Đăng ký lại kết hôn", "A"),
        ("1.2", "Đăng ký lại kết hôn", "B"),
    )
    birth, single, twice = source.read(file, Options(known=known))
    assert birth.code == "1.000110"
    assert birth.data["linh_vuc"] == "Hộ tịch"
    assert birth.data["cap_thuc_hien"] == ["cấp xã"]
    assert birth.data["quyet_dinh_cong_bo"] == {
        "so": "1234/QĐ-UBND",
        "ngay": dt.date(2023, 4, 5),
        "co_quan": "UBND tỉnh Hải Dương",
    }
    assert birth.data["phi_le_phi"] == [{"loai": "lệ phí", "muc_thu": 8000, "don_vi_tinh": "bản"}]
    assert [base["so_ky_hieu"] for base in birth.data["can_cu_phap_ly"]] == ["60/2014/QH13", "123/2015/NĐ-CP"]
    assert single.name == "Cấp giấy xác nhận tình trạng hôn nhân"  # typed in .VnTime
    assert single.code == "1.004873"  # by name: exact and the only one
    assert any("giống 100%" in note for note in single.data["ghi_chu_nguon"])
    assert single.data["can_cu_phap_ly"] == birth.data["can_cu_phap_ly"]  # merged down
    assert twice.code == ""  # two procedures share the name: never guessed
    assert any("1 dòng ẩn" in warning for warning in file.warnings)


def test_hidden_rows_come_in_when_asked_for(tmp_path: Path) -> None:
    assert len(list(source.read(SourceFile(list_xlsx(tmp_path)), Options(hidden=True)))) == 4


def test_a_file_without_a_header_is_refused(tmp_path: Path) -> None:
    from openpyxl import Workbook

    book = Workbook()
    book.active.append(["Chỉ", "là", "chữ"])
    book.save(tmp_path / "khac.xlsx")
    with pytest.raises(ImportRefused, match="không tìm thấy dòng tiêu đề"):
        list(source.read(SourceFile(tmp_path / "khac.xlsx"), Options()))


ODD = [None, 0, -3, 2.5, 1e30, float("nan"), True, "", "x", "\ud800", "a: b\n- c", [], [1, None], {}, {"a": 1}, 10**400]


@pytest.mark.parametrize("key", sorted(answer()["data"]))
def test_an_answer_with_a_value_of_the_wrong_kind_still_becomes_a_record(tmp_path: Path, key: str) -> None:
    for value in ODD:
        data = {**answer()["data"], key: value}
        record = national_api._record("dòng 1", data, Options())
        made, faults = validate_record(Procedure, parse(dump(Procedure, record.data)))
        assert made is not None
        assert faults == []


def test_a_record_without_a_code_is_read_back_as_a_procedure(tmp_path: Path) -> None:
    """It once looked like a dated version, whose parts may all be left out."""
    item = {"title": "Đăng ký thường trú", "Trình tự thực hiện": "- Nộp hồ sơ.", "Cách thức thực hiện": "Trực tiếp"}
    outcome = plan_import(national_flat, write_lines(tmp_path / "a.json", [item]), tmp_path / "content", Options())  # type: ignore[arg-type]
    apply(outcome)
    assert read_folder(tmp_path / "content").problems == []
