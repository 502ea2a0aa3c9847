"""Values of flat records in other shapes: what says that a procedure has ended, lists under a label, tags in texts."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from generator.importing.code_lists import without_end
from generator.importing.draft_record import DraftRecord, Options, SourceFile
from generator.importing.sources.national_flat import source
from tests.importing.office import imported, xlsx

RECORD = {
    "ma_thu_tuc": "9.100001",
    "ten_thu_tuc": "Cấp giấy mẫu",
    "linh_vuc": "Hộ tịch",
    "trinh_tu_thuc_hien": "Bước 1: Người dân nộp hồ sơ.",
    "cach_thuc_thuc_hien": [{"Hình thức nộp": "Trực tiếp", "Thời hạn giải quyết": "05 ngày", "Phí, lệ phí": "Không"}],
}


def read(folder: Path, **values: Any) -> DraftRecord:
    file = folder / "a.json"
    file.write_text(json.dumps([RECORD | values], ensure_ascii=False), "utf-8")
    [record] = source.read(SourceFile(file), Options())
    return record


@pytest.mark.parametrize(
    ("values", "ended"),
    [
        ({"hieu_luc": "Hết hiệu lực"}, True),
        ({"Tình trạng hiệu lực": "Đã bãi bỏ"}, True),
        ({"ghi_chu": "Đã bãi bỏ từ 01/01/2024"}, True),
        ({"ten_thu_tuc": "(Bãi bỏ) Cấp giấy mẫu"}, True),
        ({"ten_thu_tuc": "Cấp giấy mẫu [đã bãi bỏ theo Quyết định 12/QĐ-UBND]"}, True),
        ({"hieu_luc": "Còn hiệu lực"}, False),
        ({"ghi_chu": "Thay thế thủ tục đã bãi bỏ"}, False),
        ({"ten_thu_tuc": "Hủy bỏ việc kết hôn trái pháp luật"}, False),
        ({"ten_thu_tuc": "Cấp giấy (hết hiệu lực một phần)"}, False),
    ],
)
def test_what_says_that_a_procedure_has_ended(tmp_path: Path, values: dict[str, str], ended: bool) -> None:
    record = read(tmp_path, **values)
    assert (record.state == "abolished", "bai_bo" in record.data) == (ended, ended)
    assert not record.words.unread


def test_the_mark_leaves_the_name(tmp_path: Path) -> None:
    assert without_end("(Bãi bỏ) Cấp giấy") == ("Cấp giấy", "Bãi bỏ")
    assert read(tmp_path, ten_thu_tuc="(Bãi bỏ) Cấp giấy mẫu").name == "Cấp giấy mẫu"
    records, _ = imported(xlsx(tmp_path, lambda sheet: sheet.__setitem__("C3", "Cấp giấy mẫu hai (đã bãi bỏ)")))
    assert (records[1].name, records[1].state) == ("Cấp giấy mẫu hai", "abolished")


def test_lists_under_a_label(tmp_path: Path) -> None:
    audiences = ["Công dân Việt Nam", "Tổ chức (không bao gồm doanh nghiệp, HTX)"]
    record = read(tmp_path, cap_thuc_hien=["Cấp Xã", "Cấp Huyện"], doi_tuong_thuc_hien=audiences)
    assert record.data["cap_thuc_hien"] == ["cấp xã", "cấp huyện"]
    assert record.data["doi_tuong_thuc_hien"] == ["Công dân Việt Nam", "Tổ chức"]


def test_struck_words_are_in_no_value(tmp_path: Path) -> None:
    record = read(tmp_path, ket_qua_thuc_hien="<s>Sổ hộ khẩu</s> Giấy xác nhận cư trú")
    assert [result["ten"] for result in record.data["ket_qua_thuc_hien"]] == ["Giấy xác nhận cư trú"]
    assert "Sổ hộ khẩu" in record.words.unread[0].text
    record = read(tmp_path, trinh_tu_thuc_hien="<table><tr><td>Phí</td><td>50.000 đồng</td></tr></table>")
    assert record.data["trinh_tu_thuc_hien"][0]["noi_dung"] == "Phí 50.000 đồng"


def test_what_the_ways_of_filing_say_stays_without_a_limit_and_a_fee(tmp_path: Path) -> None:
    none = "Không có thông tinKhông có thông tin"
    text = f"Hình thức nộpThời gianPhí, lệ phíMô tảTrực tiếp{none}* Thời hạn: 13 ngày.Dịch vụ bưu chính{none}"
    record = read(tmp_path, cach_thuc_thuc_hien=text)
    assert record.data["cach_thuc_thuc_hien"] == [
        {"hinh_thuc_nop": "trực tiếp", "mo_ta": "Thời hạn: 13 ngày."}, {"hinh_thuc_nop": "bưu chính"}
    ]  # fmt: skip
