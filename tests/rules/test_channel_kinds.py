"""TT-064: each kind of channel once, the counter among them."""

from tests.rules.sample import PROCEDURE, fails, passes


def test_a_kind_twice() -> None:
    fails("TT-064", PROCEDURE, {"- hinh_thuc_nop: trực tuyến": "- hinh_thuc_nop: ▶trực tiếp"}, severity="error")


def test_no_counter() -> None:
    fails("TT-064", PROCEDURE, {"- hinh_thuc_nop: trực tiếp": "▶- hinh_thuc_nop: bưu chính"}, severity="warning")


def test_three_kinds() -> None:
    passes("TT-064", PROCEDURE, {"  - hinh_thuc_nop: trực tuyến": "  - hinh_thuc_nop: bưu chính\n  - hinh_thuc_nop: trực tuyến"})
