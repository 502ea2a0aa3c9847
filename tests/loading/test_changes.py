"""What is said of a change, in the words a citizen would use."""

from __future__ import annotations

import copy
from typing import Any

import pytest

from generator.loading.diff.compare import compare
from generator.loading.diff.render import NOTHING, render

PROCEDURE: dict[str, Any] = {
    "ma_thu_tuc": "2.000815",
    "ten_thu_tuc": "Chứng thực bản sao từ bản chính",
    "mo_ta": "Chứng nhận bản sao đúng với bản chính.",
    "cach_thuc_thuc_hien": [{"hinh_thuc_nop": "trực tiếp"}, {"hinh_thuc_nop": "trực tuyến"}],
    "thoi_han_giai_quyet": {"so": 3, "don_vi": "ngày làm việc"},
    "phi_le_phi": [{"loai": "phí", "muc_thu": 8000}],
    "thanh_phan_ho_so": {
        "so_bo": 1,
        "giay_to_chung": [
            {"ten_giay_to": "Tờ khai", "nop_hay_xuat_trinh": "nộp", "ban_chinh": 1, "ban_sao": 0},
            {"ten_giay_to": "Giấy xác nhận cư trú", "ban_chinh": 1, "ban_sao": 0},
        ],
        "truong_hop": [
            {"ten": "Ủy quyền", "giay_to": [{"ten_giay_to": "Giấy ủy quyền", "ban_chinh": 1, "ban_sao": 0}]}
        ],
    },
    "trinh_tu_thuc_hien": [
        {"nguoi_thuc_hien": "người nộp", "noi_dung": "Nộp hồ sơ."},
        {"nguoi_thuc_hien": "cơ quan", "noi_dung": "Trả kết quả."},
    ],
    "yeu_cau_dieu_kien": ["Đủ 18 tuổi."],
    "tu_khoa": ["sao y"],
    "hieu_luc": {"tu": "2020-01-01"},
}


def said(*path_and_value: Any) -> list[str]:
    """The sentences for one change: path of keys, then the new value (None: take the key away)."""
    *path, last, value = path_and_value
    new = copy.deepcopy(PROCEDURE)
    place: Any = new
    for step in path:
        place = place[step]
    if value is None:
        del place[last]
    else:
        place[last] = value
    found = compare({"procedure/2.000815": PROCEDURE}, {"procedure/2.000815": new})
    return found[0].sentences if found else []


FEE = {"loai": "phí", "muc_thu": 0}
PAPERS = PROCEDURE["thanh_phan_ho_so"]["giay_to_chung"]


@pytest.mark.parametrize(
    ("change", "sentences"),
    [
        (("phi_le_phi", [FEE]), ["Phí: 8.000 → 0 đồng"]),
        (("cach_thuc_thuc_hien", 1, "phi_le_phi", [FEE]), ["Phí: 8.000 → 0 đồng (trực tuyến)"]),
        (("phi_le_phi", [{"loai": "phí", "muc_thu": "HĐND tỉnh quy định"}]), ["Phí: 8.000 đồng → HĐND tỉnh quy định"]),
        (("phi_le_phi", "không"), ["Phí, lệ phí: phí 8.000 đồng → không"]),
        (
            ("phi_le_phi", [{"loai": "phí", "muc_thu": 8000, "don_vi_tinh": "bản"}]),
            ["Phí: phí 8.000 đồng → phí 8.000 đồng/bản"],
        ),
        (
            ("phi_le_phi", [{"loai": "phí", "muc_thu": 8000}, {"loai": "lệ phí", "muc_thu": 5000}]),
            ["Thêm khoản thu: lệ phí 5.000 đồng"],
        ),
        (("thoi_han_giai_quyet", {"so": 1, "don_vi": "ngày làm việc"}), ["Thời hạn giải quyết: 3 → 1 ngày làm việc"]),
        (("thoi_han_giai_quyet", {"so": 1, "don_vi": "giờ"}), ["Thời hạn giải quyết: 3 ngày làm việc → 1 giờ"]),
        (
            ("cach_thuc_thuc_hien", 1, "thoi_han_giai_quyet", {"so": 1, "don_vi": "ngày làm việc"}),
            ["Thời hạn giải quyết: 3 → 1 ngày làm việc (trực tuyến)"],
        ),
        (("thanh_phan_ho_so", "giay_to_chung", PAPERS[:1]), ["Bỏ giấy tờ: Giấy xác nhận cư trú"]),
        (("thanh_phan_ho_so", "giay_to_chung", [*PAPERS, {"ten_giay_to": "Ảnh 4×6"}]), ["Thêm giấy tờ: Ảnh 4×6"]),
        (
            ("thanh_phan_ho_so", "giay_to_chung", 0, "ten_giay_to", "Tờ khai mới"),
            ["Đổi tên giấy tờ: Tờ khai → Tờ khai mới"],
        ),
        (("thanh_phan_ho_so", "giay_to_chung", 0, "ban_chinh", 2), ["Giấy tờ “Tờ khai”: bản chính 1 → 2"]),
        (
            ("thanh_phan_ho_so", "giay_to_chung", 0, "nop_hay_xuat_trinh", "xuất trình"),
            ["Giấy tờ “Tờ khai”: nộp → xuất trình"],
        ),
        (("thanh_phan_ho_so", "truong_hop", 0, "giay_to", []), ["Bỏ giấy tờ: Giấy ủy quyền (trường hợp “Ủy quyền”)"]),
        (("thanh_phan_ho_so", "so_bo", 2), ["Số bộ hồ sơ: 1 → 2"]),
        (("cach_thuc_thuc_hien", PROCEDURE["cach_thuc_thuc_hien"][:1]), ["Bỏ cách nộp: trực tuyến"]),
        (
            ("cach_thuc_thuc_hien", [*PROCEDURE["cach_thuc_thuc_hien"], {"hinh_thuc_nop": "bưu chính"}]),
            ["Thêm cách nộp: bưu chính"],
        ),
        (
            (
                "cach_thuc_thuc_hien",
                [
                    *PROCEDURE["cach_thuc_thuc_hien"],
                    {
                        "hinh_thuc_nop": "bưu chính",
                        "thoi_han_giai_quyet": {"so": 5, "don_vi": "ngày"},
                        "phi_le_phi": [FEE],
                    },
                ],
            ),
            ["Thêm cách nộp: bưu chính (5 ngày; phí 0 đồng)"],
        ),
        (
            (
                "phi_le_phi",
                [
                    {"loai": "phí", "muc_thu": 2000, "don_vi_tinh": "trang"},
                    {"loai": "phí", "muc_thu": 1000, "don_vi_tinh": "bản", "ly_do": "từ trang 3"},
                ],
            ),
            ["Phí: 8.000 đồng → 2.000 đồng/trang; 1.000 đồng/bản"],
        ),
        (
            ("trinh_tu_thuc_hien", 1, "noi_dung", "Nhận kết quả."),
            ["Trình tự thực hiện › mục 2 › Nội dung bước: Trả kết quả. → Nhận kết quả."],
        ),
        (
            ("yeu_cau_dieu_kien", ["Đủ 16 tuổi."]),
            ["Yêu cầu, điều kiện thực hiện: bỏ Đủ 18 tuổi.", "Yêu cầu, điều kiện thực hiện: thêm Đủ 16 tuổi."],
        ),
        (("hieu_luc", "den", "2024-06-30"), ["Áp dụng đến hết ngày 30/06/2024"]),
        (
            ("bai_bo", {"ngay": "2024-07-01", "van_ban": "12/2024/NĐ-CP"}),
            ["Bãi bỏ từ ngày 01/07/2024 theo 12/2024/NĐ-CP"],
        ),
        (("ten_thu_tuc", "Sao y bản chính"), ["Tên thủ tục: Chứng thực bản sao từ bản chính → Sao y bản chính"]),
        (("tu_khoa", ["photo"]), []),  # how it is found is no change for citizens
        (("cau_hoi", [{"hoi": "Bạn nộp thay ai?"}]), ["Trường hợp của bạn: thêm Bạn nộp thay ai?"]),
    ],
)
def test_each_change_has_its_sentence(change: tuple, sentences: list[str]) -> None:
    assert said(*change) == sentences


def test_a_way_of_filing_that_goes_is_no_change_of_its_fee() -> None:
    old = copy.deepcopy(PROCEDURE)
    old["cach_thuc_thuc_hien"].append(
        {"hinh_thuc_nop": "bưu chính", "thoi_han_giai_quyet": {"so": 5, "don_vi": "ngày"}, "phi_le_phi": [FEE]}
    )
    found = compare({"procedure/1": old}, {"procedure/1": PROCEDURE})
    assert found[0].sentences == ["Bỏ cách nộp: bưu chính"]


def test_several_fees_become_one_online() -> None:
    old = copy.deepcopy(PROCEDURE)
    old["phi_le_phi"] = [
        {"loai": "phí", "muc_thu": 2000, "don_vi_tinh": "trang"},
        {"loai": "phí", "muc_thu": 1000, "don_vi_tinh": "trang", "ly_do": "từ trang 3"},
    ]
    new = copy.deepcopy(old)
    new["cach_thuc_thuc_hien"][1]["phi_le_phi"] = [FEE]
    assert compare({"procedure/1": old}, {"procedure/1": new})[0].sentences == [
        "Phí: 2.000 đồng/trang; 1.000 đồng/trang → 0 đồng (trực tuyến)"
    ]


def test_records_that_come_and_go() -> None:
    unit = {"unit/an-thanh": {"ten": "An Thanh", "loai": "xã"}}
    assert [(change.what, change.title) for change in compare({}, unit)] == [("mới", "xã An Thanh")]
    assert [(change.what, change.title) for change in compare(unit, {})] == [("gỡ", "xã An Thanh")]
    assert compare(unit, unit) == []


def test_a_contact_of_a_unit() -> None:
    unit = {"ten": "An Thanh", "loai": "xã", "lien_he": {"dien_thoai": "chờ đơn vị bổ sung"}}
    new = unit | {"lien_he": {"dien_thoai": "0220 3747 000"}}
    assert compare({"unit/an-thanh": unit}, {"unit/an-thanh": new})[0].sentences == [
        "Liên hệ › Điện thoại: chờ đơn vị bổ sung → 0220 3747 000"
    ]


def test_procedures_come_first() -> None:
    new = {"law/1": {"ten": "A"}, "procedure/1": {"ten_thu_tuc": "B"}, "unit/x": {"ten": "C"}}
    assert [change.kind for change in compare({}, new)] == ["procedure", "unit", "law"]


def test_an_editors_words_are_no_markup_in_the_comment() -> None:
    from generator.loading.markdown import to_html

    words = "**Đậm** <img src=x> @ai-do #1 [bấm](https://a.vn) | `x` https://b.vn"
    shown = render(compare({}, {"notice/x": {"ten": words}}), "markdown")
    assert "\\@ai-do" in shown and "\\#1" in shown
    html = to_html(shown)
    assert "<img" not in html and "<a " not in html and "<code" not in html and "<strong>Đậm" not in html


def test_nothing_is_said_of_nothing() -> None:
    assert render([], "text") == render([], "markdown") == NOTHING
    assert render([], "json") == "[]"


def test_that_a_row_was_confirmed_changes_nothing_for_citizens() -> None:
    assert said("phi_le_phi", 0, "cho_doi_chieu", "Nghị quyết chưa tìm được.") == []
    assert said("thanh_phan_ho_so", "giay_to_chung", 0, "cho_doi_chieu", "Chưa chắc.") == []
