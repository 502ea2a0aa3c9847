"""TT-035: a paper's form is one of the procedure's forms."""

from tests.support.rule_samples import PROCEDURE, fails, passes


def test_a_form_that_is_not_listed() -> None:
    said = fails(
        "TT-035", PROCEDURE, {"      bieu_mau: Tờ khai đăng ký khai sinh": "      bieu_mau: ▶Tờ khai khai sinh"}
    )
    assert "Ý bạn là “Tờ khai đăng ký khai sinh”?" in said


def test_a_listed_form() -> None:
    passes("TT-035", PROCEDURE)
