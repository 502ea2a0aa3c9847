"""TT-082: names do not begin with “Thủ tục”."""

from tests.support.rule_samples import PROCEDURE, fails, passes


def test_the_prefix() -> None:
    assert "Ý bạn là “Đăng ký khai sinh”?" in fails(
        "TT-082", PROCEDURE, {"ten_thu_tuc: Đăng ký": "ten_thu_tuc: ▶Thủ tục đăng ký"}
    )


def test_capitals_only() -> None:
    assert "Ý bạn là “Đăng ký khai sinh”?" in fails(
        "TT-082", PROCEDURE, {"ten_thu_tuc: Đăng ký khai sinh": "ten_thu_tuc: ▶ĐĂNG KÝ KHAI SINH"}
    )


def test_a_plain_name() -> None:
    passes("TT-082", PROCEDURE)


def test_other_beginnings() -> None:
    said = fails("TT-082", PROCEDURE, {"ten_thu_tuc: Đ": "ten_thu_tuc: ▶Thủ tục hành chính đ"})
    assert "“Đăng ký khai sinh”" in said
    assert "“Đăng ký khai sinh”" in fails("TT-082", PROCEDURE, {"ten_thu_tuc: Đ": "ten_thu_tuc: ▶đ"})
