"""TT-247: another part's title inside the name."""

from tests.support.rule_samples import PROCEDURE, fails, passes


def test_reported() -> None:
    fails(
        "TT-247",
        PROCEDURE,
        {"ten_thu_tuc: Đăng ký khai sinh": 'ten_thu_tuc: ▶"Đăng ký khai sinh (1) Trình tự thực hiện:"'},
    )


def test_not_reported() -> None:
    passes("TT-247", PROCEDURE, {"ten_thu_tuc: Đăng ký khai sinh": "ten_thu_tuc: Cấp lại hồ sơ (trường hợp bị mất)"})


def test_a_number_of_the_list() -> None:
    fails("TT-247", PROCEDURE, {"ten_thu_tuc: Đăng ký khai sinh": "ten_thu_tuc: ▶1. Đăng ký khai sinh"})
    passes("TT-247", PROCEDURE, {"ten_thu_tuc: Đăng ký khai sinh": "ten_thu_tuc: 2 con trở lên"})
