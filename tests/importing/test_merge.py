"""Re-import: the source's own words are renewed, people's words stay."""

from __future__ import annotations

from generator.importing.merge import comments, merge_record, new_file, plain, replace_keys
from generator.importing.provenance import hashes
from generator.schema.procedure import Procedure

FIRST = {
    "ma_thu_tuc": "1.001193",
    "ten_thu_tuc": "Đăng ký khai sinh",
    "linh_vuc": "Hộ tịch",
    "thoi_han_giai_quyet": {"so": 3, "don_vi": "ngày"},
    "phi_le_phi": "không",
}
NEXT = {**FIRST, "thoi_han_giai_quyet": {"so": 1, "don_vi": "ngày làm việc"}}


def test_the_same_import_again_changes_nothing() -> None:
    made = new_file(Procedure, FIRST)
    again = merge_record(Procedure, made.text, FIRST, hashes(plain(FIRST)))
    assert (again.text, again.preserved) == (made.text, [])


def test_local_notes_keywords_and_comments_survive_a_change_of_the_source() -> None:
    made = new_file(Procedure, FIRST)
    edited = made.text.replace(
        "linh_vuc:", "tu_khoa:\n  - giấy chứng sinh # bà con hay gọi\n# hỏi lại phòng Tư pháp\nlinh_vuc:"
    )
    edited = edited.replace("  so: 3", "  so: 3  # theo bản cũ") + "ghi_chu_dia_phuong: Thứ Bảy có trực.\n"
    merged = merge_record(Procedure, edited, NEXT, hashes(plain(FIRST)))
    assert merged.preserved == []
    for kept in (
        "  - giấy chứng sinh # bà con hay gọi",
        "# hỏi lại phòng Tư pháp\nlinh_vuc: Hộ tịch",
        "ghi_chu_dia_phuong: Thứ Bảy có trực.",
        "# theo bản cũ",
    ):
        assert kept in merged.text
    assert "so: 1\n  don_vi: ngày làm việc" in merged.text
    assert "so: 3" not in merged.text


def test_a_value_that_people_changed_is_kept_and_reported() -> None:
    made = new_file(Procedure, FIRST)
    edited = made.text.replace("Đăng ký khai sinh", "Khai sinh cho con")
    merged = merge_record(Procedure, edited, NEXT | {"ten_thu_tuc": "Đăng ký khai sinh mới"}, hashes(plain(FIRST)))
    assert "ten_thu_tuc: Khai sinh cho con" in merged.text
    assert merged.preserved == ["ten_thu_tuc"]


def test_a_file_written_by_people_only_gains_what_it_lacks() -> None:
    own = 'ma_thu_tuc: "1.001193"\nten_thu_tuc: Khai sinh # của mình\nlinh_vuc: chưa rõ\n'
    merged = merge_record(Procedure, own, FIRST, {})
    assert "ten_thu_tuc: Khai sinh # của mình" in merged.text
    assert "linh_vuc: Hộ tịch" in merged.text
    assert "so: 3" in merged.text
    assert merged.preserved == ["ten_thu_tuc"]


def test_what_people_took_out_does_not_come_back() -> None:
    made = new_file(Procedure, FIRST)
    edited = made.text.replace("linh_vuc: Hộ tịch\n", "")
    assert merge_record(Procedure, edited, FIRST, hashes(plain(FIRST))).text == edited


def test_take_prefers_the_source() -> None:
    own = 'ma_thu_tuc: "1.001193"\nten_thu_tuc: Khai sinh\n'
    assert "ten_thu_tuc: Đăng ký khai sinh" in merge_record(Procedure, own, FIRST, {}, frozenset({"ten_thu_tuc"})).text


def test_a_common_limit_is_not_added_beside_channels_of_peoples_own() -> None:
    own = 'ma_thu_tuc: "1.001193"\ncach_thuc_thuc_hien:\n  - hinh_thuc_nop: trực tiếp\n    phi_le_phi: không\n'
    assert "thoi_han_giai_quyet" not in merge_record(Procedure, own, FIRST, {}).text


def test_a_file_that_is_no_good_yaml_is_left_alone() -> None:
    broken = "ten_thu_tuc: a: b\n"
    merged = merge_record(Procedure, broken, FIRST, {})
    assert merged.text == broken
    assert "dòng 1" in merged.refused


def test_hash_signs_in_texts_are_no_comments() -> None:
    block = ["mo_ta: >-", "  # không phải ghi chú", "  chữ", 'x: "a # b"  # ghi chú']
    assert comments(block) == ["# ghi chú"]


def test_values_are_written_as_an_import_writes_them() -> None:
    """Merged data is plain text; numbers and days stay unquoted where the fields take them, codes stay quoted."""
    old = 'ma_thu_tuc: "1.001193"\nthoi_han_giai_quyet:\n  so: 3\n  don_vi: ngày làm việc\n'
    data = {
        "ma_thu_tuc": "1.001193",
        "thoi_han_giai_quyet": {"so": "9", "don_vi": "ngày làm việc"},
        "doi_chieu": {"trang_thai": "chờ đối chiếu", "ngay": "2026-04-15"},
    }
    text, refused = replace_keys(Procedure, old, data, ["thoi_han_giai_quyet", "doi_chieu"])
    assert not refused and "\n  so: 9\n" in text and "\n  ngay: 2026-04-15" in text
    assert text.startswith('ma_thu_tuc: "1.001193"\n')
