"""TT-020: every part that the law or the site needs."""

from tests.support.rule_samples import PROCEDURE, fails, passes

LAWS = {
    "ten_thu_tuc: Đăng ký khai sinh\n": "NĐ 63/2010 Đ8 k2 a",
    "khong_phu_thuoc_dia_gioi: false\n": "Kế hoạch 2023 mục II.5",
    "doi_tuong_thuc_hien:\n  - Công dân Việt Nam\n": "NĐ 63/2010 Đ8 k2 e",
    "ket_qua_thuc_hien:\n  - ten: Giấy khai sinh\n    mau_ket_qua: không\n": "NĐ 63/2010 Đ8 k2 h",
    "yeu_cau_dieu_kien:\n  - Trẻ chưa được đăng ký khai sinh.\n": "NĐ 63/2010 Đ8 k2 i",
    "can_cu_phap_ly:\n  - so_ky_hieu: 123/2015/NĐ-CP\n    dieu_khoan: Điều 15\n": "NĐ 63/2010 Đ15 k1",
}


def test_each_part_that_is_absent_is_named_with_its_article() -> None:
    for part, article in LAWS.items():
        said = fails("TT-020", PROCEDURE, {part: "", "ma_thu_tuc:": "▶ma_thu_tuc:"})
        assert article in said


def test_a_part_that_is_there_but_empty_is_reported_where_it_stands() -> None:
    fails("TT-020", PROCEDURE, {"ten_thu_tuc: Đăng ký khai sinh": "▶ten_thu_tuc:"})


def test_counts_of_a_paper() -> None:
    fails(
        "TT-020",
        PROCEDURE,
        {
            "    - ten_giay_to: Tờ khai đăng ký khai sinh": "    ▶- ten_giay_to: Tờ khai đăng ký khai sinh".replace(
                "▶- ", "- ▶"
            ),
            "      ban_chinh: 1\n": "",
        },
    )


def test_an_abolished_procedure_keeps_name_code_document_and_date() -> None:
    rest = PROCEDURE[PROCEDURE.index("phan_biet") :]
    stone = "linh_vuc: Hộ tịch\nbai_bo:\n  van_ban: 123/2015/NĐ-CP\n  ngay: 2016-01-01\n"
    passes("TT-020", PROCEDURE, {rest: stone})
    fails("TT-020", PROCEDURE, {rest: stone.replace("bai_bo", "▶bai_bo").replace("  ngay: 2016-01-01\n", "")})


def test_a_whole_record() -> None:
    passes("TT-020", PROCEDURE)


def test_a_value_behind_a_hash_is_said_to_be_a_comment() -> None:
    said = fails("TT-020", PROCEDURE, {"mo_ta: Ghi": "▶mo_ta: #Ghi"})
    assert "Dấu “#” sau “mo_ta:”" in said


IMPORTED = {"  ngay: 2023-11-02\n": "  ngay: 2023-11-02\n  loi_van: CSDL quốc gia\n"}


def test_what_a_source_leaves_open_is_a_reminder_while_the_words_are_the_source_s() -> None:
    fails(
        "TT-020",
        PROCEDURE,
        {"khong_phu_thuoc_dia_gioi: false\n": "", "ma_thu_tuc:": "▶ma_thu_tuc:", **IMPORTED},
        severity="warning",
    )
    fails(
        "TT-020",
        PROCEDURE,
        {"ten_thu_tuc: Đăng ký khai sinh": "▶ten_thu_tuc:", **IMPORTED},
        severity="error",
    )
