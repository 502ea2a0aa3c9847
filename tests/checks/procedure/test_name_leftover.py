"""TT-247: another part's title inside the name."""

import pytest

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


@pytest.mark.parametrize(
    "name",
    [
        "Đăng ký khai sinh (1.001193)", "Đăng ký khai sinh - 1.001193", "I. Đăng ký khai sinh", "a) Đăng ký khai sinh",
        "Đăng ký khai sinh 03 ngày làm việc", "Đăng ký khai sinh lệ phí 8.000 đồng", "+ Đăng ký khai sinh",
        "Đăng ký khai sinh (có yếu tố nước ngoài", "Đăng ký khai sinh và", "Đăng ký khai sinh.",
    ],
)  # fmt: skip
def test_what_a_table_leaves_in_a_name(name: str) -> None:
    fails("TT-247", PROCEDURE, {"ten_thu_tuc: Đăng ký khai sinh": f'ten_thu_tuc: ▶"{name}"'})


@pytest.mark.parametrize("name", ["Xét tặng danh hiệu “Gia đình văn hóa”", "Trợ cấp 3 ngày lễ cho người già", "Y tế"])
def test_names_with_signs_and_numbers(name: str) -> None:
    passes("TT-247", PROCEDURE, {"ten_thu_tuc: Đăng ký khai sinh": f"ten_thu_tuc: {name}"})


def test_numbers_of_parts_and_labels_behind_the_name() -> None:
    for name in ("3.2. Đăng ký khai sinh", "II.3. Đăng ký khai sinh", "Đăng ký khai sinh (mức độ 4)"):
        fails("TT-247", PROCEDURE, {"ten_thu_tuc: Đăng ký khai sinh": f"ten_thu_tuc: ▶{name}"})
    label = '▶"Đăng ký khai sinh Lĩnh vực: Hộ tịch"'
    fails("TT-247", PROCEDURE, {"ten_thu_tuc: Đăng ký khai sinh": f"ten_thu_tuc: {label}"})
    name = "Xác định, xác định lại mức độ khuyết tật"
    passes("TT-247", PROCEDURE, {"ten_thu_tuc: Đăng ký khai sinh": f"ten_thu_tuc: {name}"})
