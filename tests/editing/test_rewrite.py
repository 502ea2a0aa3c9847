"""What one change does to a text: each case is (before, change of the data, after)."""

from __future__ import annotations

import copy
from collections.abc import Callable
from typing import Any

import pytest

from generator.editing.align import Origin
from generator.editing.record_text import RecordText
from generator.editing.rewrite import NotEditable, data_of, rewrite
from generator.schema.kinds import BY_NAME

PROCEDURE, NOTICE, FIELD = BY_NAME["procedure"], BY_NAME["notice"], BY_NAME["field"]
FEES = """ma_thu_tuc: "1.001193"
# về phí
phi_le_phi: # xem thông tư
  # một khoản
  - loai: phí   # loại
    muc_thu: 8000 # đồng
    ly_do: >-
      Chỉ khi xin thêm bản sao Giấy khai sinh, theo Thông tư 281/2016/TT-BTC của Bộ Tài chính
      quy định mức thu và chế độ thu.

  # hai khoản
  - loai: 'lệ phí'
    muc_thu: 0
yeu_cau_dieu_kien: không # đã hỏi
"""


def edited(text: str, change: Callable[[Any], None], kind: Any = PROCEDURE) -> str:
    data = copy.deepcopy(data_of(text, kind))
    change(data)
    return rewrite(text, kind, data)


def put(*path: Any) -> Callable[[Any], None]:
    """A change: the last of `path` is the value, the rest is where it goes."""

    def change(data: Any) -> None:
        for part in path[:-2]:
            data = data[part]
        data[path[-2]] = path[-1]

    return change


@pytest.mark.parametrize(
    ("change", "old", "new"),
    [
        (put("phi_le_phi", 0, "muc_thu", "10000"), "muc_thu: 8000 # đồng", "muc_thu: 10000 # đồng"),
        (put("phi_le_phi", 1, "loai", "phí"), "'lệ phí'", "'phí'"),
        (put("ma_thu_tuc", "1.001194"), '"1.001193"', '"1.001194"'),
        (put("phi_le_phi", 1, "don_vi_tinh", "bản"), "    muc_thu: 0\n", "    muc_thu: 0\n    don_vi_tinh: bản\n"),
        (put("phi_le_phi", 0, "loai", None), "- loai: phí   # loại\n    muc_thu", "- muc_thu"),
        (put("ten_thu_tuc", "Khai sinh"), '1193"\n', '1193"\nten_thu_tuc: Khai sinh\n'),
        (put("yeu_cau_dieu_kien", ["Có hộ khẩu"]), ": không # đã hỏi", ": # đã hỏi\n  - Có hộ khẩu"),
        (
            put("yeu_cau_dieu_kien", "không: có"),
            "yeu_cau_dieu_kien: không #",
            'yeu_cau_dieu_kien: "không: có" #',
        ),
        (
            put(
                "phi_le_phi",
                0,
                "ly_do",
                "Chỉ khi xin thêm bản sao Giấy khai sinh, theo Thông tư 281/2016/TT-BTC của Bộ Tài chính "
                "quy định mức thu, chế độ thu.",
            ),
            "mức thu và chế độ thu.",
            "mức thu, chế độ thu.",
        ),
        (lambda data: data["phi_le_phi"].pop(1), "  - loai: 'lệ phí'\n    muc_thu: 0\n", ""),
        (
            lambda data: data["phi_le_phi"].append({"loai": "phí", "muc_thu": "5"}),
            "    muc_thu: 0\n",
            "    muc_thu: 0\n  - loai: phí\n    muc_thu: 5\n",
        ),
        (
            lambda data: data["phi_le_phi"].insert(1, {"loai": "phí", "muc_thu": "5"}),
            "  # hai khoản",
            "  - loai: phí\n    muc_thu: 5\n  # hai khoản",
        ),
    ],
)
def test_only_the_changed_place_differs(change: Callable[[Any], None], old: str, new: str) -> None:
    assert FEES.count(old) == 1
    assert edited(FEES, change) == FEES.replace(old, new)


def test_comments_above_an_item_move_with_it() -> None:
    new = edited(FEES, lambda data: data["phi_le_phi"].reverse())
    assert new.index("# hai khoản") < new.index("'lệ phí'") < new.index("# một khoản") < new.index("loai: phí")
    assert sorted(new.split("\n")) == sorted(FEES.split("\n"))


def test_a_moved_and_changed_item_is_the_same_item_when_the_form_says_so() -> None:
    data = data_of(FEES, PROCEDURE)
    first, second = data["phi_le_phi"]
    data["phi_le_phi"] = Origin([second | {"muc_thu": "1"}, first | {"muc_thu": "2"}], [1, 0])
    new = rewrite(FEES, PROCEDURE, data)
    assert "# một khoản\n  - loai: phí   # loại\n    muc_thu: 2 # đồng" in new
    assert "# hai khoản\n  - loai: 'lệ phí'\n    muc_thu: 1" in new


@pytest.mark.parametrize("end", ["\r\n", "\n", "\r"])
@pytest.mark.parametrize("bom", [b"", b"\xef\xbb\xbf"])
def test_line_ends_and_byte_order_mark_stay(end: str, bom: bytes) -> None:
    raw = bom + FEES.replace("\n", end).encode()
    source = RecordText.of(raw)
    new = edited(source.text, put("phi_le_phi", 0, "don_vi_tinh", "bản"))
    expected = FEES.replace("8000 # đồng", "8000 # đồng\n    don_vi_tinh: bản")
    assert source.bytes_with(new) == bom + expected.replace("\n", end).encode()


def test_mixed_line_ends_stay_where_they_are() -> None:
    raw = b'ma_thu_tuc: "1.001193"\r\nten_thu_tuc: A\nphan_biet: B\r\nlinh_vuc: C\n'
    source = RecordText.of(raw)
    assert source.bytes_with(edited(source.text, put("phan_biet", "D"))) == raw.replace(b"B", b"D")


def test_a_file_without_a_last_line_break() -> None:
    text = "ma_thu_tuc: '1.001193'\ntu_khoa:\n  - một"
    assert edited(text, lambda data: data["tu_khoa"].append("hai")) == text + "\n  - hai"
    assert edited(text, put("mo_ta", "Lời")) == text + "\nmo_ta: Lời"


@pytest.mark.parametrize(
    ("text", "change", "new"),
    [
        ("tu_khoa: [a, 'b', c] # x\n", put("tu_khoa", ["a", "b", "d, e"]), "tu_khoa: [a, 'b', \"d, e\"] # x\n"),
        ("tu_khoa: [a, b]\n", put("tu_khoa", ["b", "a", "c"]), "tu_khoa: [b, a, c]\n"),
        ("tu_khoa: [a,\n  b]\n", put("tu_khoa", 1, "c"), "tu_khoa: [a,\n  c]\n"),
        ("tu_khoa: []\n", put("tu_khoa", ["a"]), "tu_khoa:\n  - a\n"),
        (
            "phi_le_phi: [{loai: phí, muc_thu: 5}]\n",
            put("phi_le_phi", 0, "don_vi_tinh", "bản"),
            "phi_le_phi: [{loai: phí, muc_thu: 5, don_vi_tinh: bản}]\n",
        ),  # noqa: E501
        ("hieu_luc: {tu: 2016-01-01}\n", put("hieu_luc", "tu", "2017-01-01"), "hieu_luc: {tu: 2017-01-01}\n"),
    ],
)
def test_brackets_and_braces(text: str, change: Callable[[Any], None], new: str) -> None:
    assert edited(text, change) == new


def test_front_matter_and_body() -> None:
    text = '---\nten: "Tin"  # tiêu đề\nngay: 2023-06-30\n---\n\n# Đầu\n\nLời.\n\n'
    new = edited(text, lambda data: data.update(ten="Tin mới", noi_dung="# Đầu\n\nLời khác."), NOTICE)
    assert new == text.replace('"Tin"', '"Tin mới"').replace("Lời.", "Lời khác.")
    assert edited("---\nten: A\n---\n", put("noi_dung", "Chữ"), NOTICE) == "---\nten: A\n---\nChữ\n"


def test_a_list_file() -> None:
    text = "# đầu tệp\n- ten: Hộ tịch\n  ma: ho-tich\n# đất\n- ten: Đất đai\n"
    assert edited(text, lambda data: data.pop(0), FIELD) == "# đầu tệp\n# đất\n- ten: Đất đai\n"
    assert (
        edited(text, lambda data: data.reverse(), FIELD)
        == "# đầu tệp\n# đất\n- ten: Đất đai\n- ten: Hộ tịch\n  ma: ho-tich\n"
    )  # noqa: E501


@pytest.mark.parametrize(("text", "kind"), [("chỉ là chữ\n", PROCEDURE), ("không có phần mở đầu\n", NOTICE)])
def test_what_is_no_record_is_refused(text: str, kind: Any) -> None:
    with pytest.raises(NotEditable):
        rewrite(text, kind, {"ten": "x"})
