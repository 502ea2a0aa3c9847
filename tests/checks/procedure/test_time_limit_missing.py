"""TT-021: a time limit, common or of every channel."""

from tests.support.rule_samples import PROCEDURE, answer, fails, passes

COMMON = "thoi_han_giai_quyet:\n  so: 1\n  don_vi: ngày làm việc\n"
OWN = "\n    thoi_han_giai_quyet:\n      so: 1\n      don_vi: ngày làm việc"


def test_none_at_all() -> None:
    fails("TT-021", PROCEDURE, {COMMON: "", "ma_thu_tuc:": "▶ma_thu_tuc:"})


def test_one_channel_has_its_own_and_the_other_none() -> None:
    fails(
        "TT-021",
        PROCEDURE,
        {
            COMMON: "",
            "- hinh_thuc_nop: trực tiếp": "- hinh_thuc_nop: trực tiếp" + OWN,
            "- hinh_thuc_nop: trực tuyến": "- ▶hinh_thuc_nop: trực tuyến",
        },
    )


def test_left_open() -> None:
    fails("TT-021", PROCEDURE, {COMMON: "thoi_han_giai_quyet: ▶chưa rõ\n"})


def test_every_channel_has_its_own() -> None:
    passes(
        "TT-021",
        PROCEDURE,
        {
            COMMON: "",
            "- hinh_thuc_nop: trực tiếp": "- hinh_thuc_nop: trực tiếp" + OWN,
            "- hinh_thuc_nop: trực tuyến": "- hinh_thuc_nop: trực tuyến" + OWN,
        },
    )


def test_the_law_sets_none() -> None:
    passes("TT-021", PROCEDURE, {COMMON: "thoi_han_giai_quyet: không quy định\n"})


def test_unknown_for_an_answer() -> None:
    fails("TT-021", PROCEDURE, answer("thoi_han_giai_quyet: ▶chưa rõ"))
