"""Part II of a decision: the content of the procedures as running text, with tables inside, or in two columns."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from generator.importing.draft_record import DraftRecord, Options, SourceFile
from generator.importing.sources.decision_list import source
from tests.importing.office import cell, docx, record, row, run, table

FIRST = """1. Thủ tục: Cấp giấy mẫu 1
1.1. Trình tự thực hiện: Bước 1: Người dân nộp hồ sơ tại Bộ phận Một cửa. Bước 2: Công chức kiểm tra hồ sơ.
1.2. Cách thức thực hiện: Trực tiếp, trực tuyến, bưu chính
1.3. Thành phần, số lượng hồ sơ:
a) Thành phần hồ sơ:
- Tờ khai theo mẫu (01 bản chính)
b) Số lượng hồ sơ: 01 bộ
1.4. Thời hạn giải quyết: 05 ngày làm việc
1.5. Cơ quan giải quyết thủ tục hành chính: UBND cấp xã
1.6. Kết quả thực hiện thủ tục hành chính: Giấy mẫu 1
1.7. Phí, lệ phí (nếu có): Không
1.8. Yêu cầu, điều kiện thực hiện thủ tục hành chính: Không
1.9. Căn cứ pháp lý của thủ tục hành chính: Nghị định số 123/2015/NĐ-CP"""
SECOND = FIRST.replace("mẫu 1", "mẫu 2 (9.100002)").replace("05 ngày", "07 ngày")
UNLISTED = """3. Cấp giấy không có trong danh mục (9.100009)
- Trình tự thực hiện: Người dân nộp hồ sơ.
- Thời hạn giải quyết: 03 ngày
- Kết quả: Giấy khác"""


def paragraphs(text: str) -> str:
    return "".join(f"<w:p>{run(line)}</w:p>" for line in text.split("\n"))


def imported(file: Path) -> tuple[dict[str, DraftRecord], SourceFile]:
    read = SourceFile(file)
    found = {item.code: item for item in source.read(read, Options())}
    for item in found.values():
        read.words.add(item.words)
    return found, read


PART_II = f"PHẦN II. NỘI DUNG CỤ THỂ\n{FIRST}\n{SECOND}\n{UNLISTED}\nNơi nhận: lưu VT"


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, DraftRecord], SourceFile]:
    return imported(docx(tmp_path_factory.mktemp("ii"), table(record(1), record(2)) + paragraphs(PART_II)))


def test_content_completes_the_rows_of_the_list(whole: tuple[dict[str, DraftRecord], SourceFile]) -> None:
    data: dict[str, Any] = whole[0]["9.100001"].data
    assert [step["nguoi_thuc_hien"] for step in data["trinh_tu_thuc_hien"]] == ["người nộp", "cơ quan"]
    assert [way["hinh_thuc_nop"] for way in data["cach_thuc_thuc_hien"]] == ["trực tiếp", "trực tuyến", "bưu chính"]
    assert data["thanh_phan_ho_so"]["so_bo"] == 1
    assert data["co_quan_thuc_hien"] == "UBND cấp xã"
    assert data["ket_qua_thuc_hien"][0]["ten"] == "Giấy mẫu 1"
    assert data["can_cu_phap_ly"] == [{"so_ky_hieu": "123/2015/NĐ-CP"}]
    assert data["yeu_cau_dieu_kien"] == "không"
    assert data["linh_vuc"] == "Hộ tịch"


def test_where_list_and_content_differ_the_list_stays_with_a_doubt(
    whole: tuple[dict[str, DraftRecord], SourceFile],
) -> None:
    first, second = whole[0]["9.100001"], whole[0]["9.100002"]
    assert second.data["thoi_han_giai_quyet"]["so"] == 5
    assert any(key == "thoi_han_giai_quyet" and "khác nhau" in why for key, why in second.doubts)
    assert not any("khác nhau" in why for _, why in first.doubts)


def test_procedure_that_the_list_does_not_have_becomes_a_record(
    whole: tuple[dict[str, DraftRecord], SourceFile],
) -> None:
    item = whole[0]["9.100009"]
    assert item.name == "Cấp giấy không có trong danh mục"
    assert item.data["thoi_han_giai_quyet"] == {"so": 3, "don_vi": "ngày"}


def test_every_word_of_the_content_is_accounted_for(whole: tuple[dict[str, DraftRecord], SourceFile]) -> None:
    words = whole[1].words
    assert words.total == words.placed + words.noted + words.structure + words.reported
    assert [item.text for item in words.unread] == ["PHẦN II. NỘI DUNG CỤ THỂ"]
    assert "Thời hạn giải quyết ở phần nội dung cụ thể: 07 ngày làm việc" in whole[0]["9.100002"].notes


def test_table_inside_the_content_and_a_decision_without_a_list(tmp_path: Path) -> None:
    papers = table(row("Tên giấy tờ phải nộp", "Số lượng"), row("Bản sao thẻ Zq", "01"), titles=None)
    text = FIRST.replace("mẫu 1", "mẫu 7 (9.100007)", 1).split("b) Số lượng")
    found, read = imported(docx(tmp_path, paragraphs(text[0].strip()) + papers + paragraphs(f"b) Số lượng{text[1]}")))
    assert list(found) == ["9.100007"]
    assert "Bản sao thẻ Zq" in str(found["9.100007"].data)
    assert not any("Zq" in item.text for item in read.words.unread)


def test_content_in_two_columns_completes_the_list_too(tmp_path: Path) -> None:
    lines = (("Mã thủ tục", "9.100002"), ("Tên thủ tục", "Cấp giấy mẫu 2"), ("Trình tự thực hiện", "Người dân nộp"),
             ("Kết quả thực hiện", "Giấy mẫu 2"))  # fmt: skip
    two = table(*(row(cell(title), cell(text)) for title, text in lines), titles=None)
    found, _ = imported(docx(tmp_path, f"{table(record(1), record(2))}<w:p/>{two}"))
    assert list(found) == ["9.100001", "9.100002"]
    assert found["9.100002"].data["ket_qua_thuc_hien"][0]["ten"] == "Giấy mẫu 2"
    assert found["9.100002"].data["linh_vuc"] == "Hộ tịch"
