"""TT-064: each kind of channel once, not the post alone."""

from tests.support.rule_samples import PROCEDURE, fails, passes


def test_a_kind_twice() -> None:
    fails("TT-064", PROCEDURE, {"- hinh_thuc_nop: trực tuyến": "- hinh_thuc_nop: ▶trực tiếp"}, severity="warning")


ONLINE = "  - hinh_thuc_nop: trực tuyến\n    mo_ta: Nộp trên Cổng dịch vụ công.\n"


def test_the_post_alone() -> None:
    fails(
        "TT-064",
        PROCEDURE,
        {"- hinh_thuc_nop: trực tiếp": "▶- hinh_thuc_nop: bưu chính", ONLINE: ""},
        severity="warning",
    )


def test_online_alone() -> None:
    passes("TT-064", PROCEDURE, {"  - hinh_thuc_nop: trực tiếp\n": ""})


def test_three_kinds() -> None:
    passes(
        "TT-064",
        PROCEDURE,
        {"  - hinh_thuc_nop: trực tuyến": "  - hinh_thuc_nop: bưu chính\n  - hinh_thuc_nop: trực tuyến"},
    )
