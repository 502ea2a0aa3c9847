"""TT-022: has, has none: said outright."""

from tests.support.rule_samples import PROCEDURE, answer, fails, passes

FEES = PROCEDURE[PROCEDURE.index("phi_le_phi") : PROCEDURE.index("thanh_phan_ho_so")]
FORMS = PROCEDURE[PROCEDURE.index("bieu_mau:\n") : PROCEDURE.index("yeu_cau_dieu_kien")]
CONDITIONS = "yeu_cau_dieu_kien:\n  - Trẻ chưa được đăng ký khai sinh.\n"


def test_each_of_the_four_parts_left_open() -> None:
    fails("TT-022", PROCEDURE, {FEES: "phi_le_phi: ▶chưa rõ\n"})
    fails("TT-022", PROCEDURE, {FORMS: "bieu_mau: ▶chưa rõ\n"})
    fails("TT-022", PROCEDURE, {CONDITIONS: "yeu_cau_dieu_kien: ▶chưa rõ\n"})
    fails("TT-022", PROCEDURE, {"mau_ket_qua: không": "mau_ket_qua: ▶chưa rõ"})


def test_fees_that_nobody_states() -> None:
    fails("TT-022", PROCEDURE, {FEES: "", "ma_thu_tuc:": "▶ma_thu_tuc:"})
    fails("TT-022", PROCEDURE, {FEES: "▶phi_le_phi:\n"})


def test_fees_that_one_channel_states_and_the_other_does_not() -> None:
    fails(
        "TT-022",
        PROCEDURE,
        {
            FEES: "",
            "- hinh_thuc_nop: trực tiếp": "- hinh_thuc_nop: trực tiếp\n    phi_le_phi: không",
            "- hinh_thuc_nop: trực tuyến": "- ▶hinh_thuc_nop: trực tuyến",
        },
    )


def test_none_said_outright() -> None:
    passes("TT-022", PROCEDURE, {FEES: "phi_le_phi: không\n", CONDITIONS: "yeu_cau_dieu_kien: không\n"})


def test_a_list_of_nothing() -> None:
    said = fails("TT-022", PROCEDURE, {"  - Trẻ chưa được đăng ký khai sinh.": "  - ▶Không có"})
    assert "yeu_cau_dieu_kien: không" in said


def test_fees_unknown_for_an_answer() -> None:
    fails("TT-022", PROCEDURE, answer("phi_le_phi: ▶chưa rõ"))
