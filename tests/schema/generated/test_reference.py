"""The field reference has every declared field once, in order, with what stands there."""

import pytest

from generator.schema.generated.reference import glob, reference
from generator.schema.kinds import KINDS, kind_of
from generator.schema.record import specs

REFERENCE = {kind.name: kind for kind in reference()}
ROWS = {row.path: row for row in REFERENCE["procedure"].fields}


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_every_field_is_there_in_order(kind) -> None:
    found = REFERENCE[kind.name]
    assert [row.key for row in found.fields if row.depth == 0] == [spec.key for spec in specs(kind.model)]
    assert all(row.label and row.help for row in found.fields)


def test_parts_are_named_by_their_path() -> None:
    assert ROWS["thanh_phan_ho_so.giay_to_chung[].ban_chinh"].label == "Số bản chính"
    assert ROWS["thanh_phan_ho_so.truong_hop[].giay_to[].ban_chinh"].depth == 3


def test_what_stands_there() -> None:
    assert ROWS["hieu_luc.tu"].holds == "ngày" and ROWS["hieu_luc.tu"].choices == ("chưa rõ",)
    assert ROWS["phi_le_phi[].muc_thu"].holds == "số nguyên"
    assert ROWS["khong_phu_thuoc_dia_gioi"].holds == "true hoặc false"
    assert ROWS["muc_do_truc_tuyen"].holds == "một trong các từ"
    assert ROWS["tu_khoa[]"].holds == "danh sách chữ"
    assert ROWS["trinh_tu_thuc_hien[]"].holds == "danh sách các phần"
    assert ROWS["phi_le_phi[]"].choices == ("không", "chưa rõ")


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_the_pattern_for_editors_programs_names_files_that_are_read(kind) -> None:
    name = glob(kind)
    assert not set(name) & set("()[]\\?+")
    assert (
        kind_of(
            name.replace("**/", "a/")
            .replace("plan/*", "plan/2023")
            .replace("holidays/*", "holidays/2023")
            .replace("synonyms*", "synonyms")
            .replace("asked*", "asked")
            .replace("outside*", "outside")
            .replace("*", "a")
        )
        is kind
    )
