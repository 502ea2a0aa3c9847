"""TT-267: a code and the name beside it are of one procedure."""

import pytest

from tests.support.rule_samples import PROCEDURE, fails, passes
from tests.support.versions import MARK, problems_of
from tests.support.versions import fails as fails_in

LIST = """\
nguon: Danh mục thử
ngay: 2023-12-01
ghi_chu: Để thử.
thu_tuc:
  - {ma_thu_tuc: "1.001193", ten_thu_tuc: Thủ tục đăng ký khai sinh, linh_vuc: Hộ tịch, cap_thuc_hien: [cấp xã]}
  - {ma_thu_tuc: "1.000894", ten_thu_tuc: Đăng ký kết hôn, linh_vuc: Hộ tịch, cap_thuc_hien: [cấp xã]}
  - {ma_thu_tuc: "1.013138", ten_thu_tuc: Đăng ký nghĩa vụ quân sự tạm vắng, linh_vuc: Quân sự, cap_thuc_hien: [cấp xã]}
"""
OTHERS = {"catalogue/thu.yml": LIST}
FATE = """\
- ma_thu_tuc: "1.001193"
  hien_nay: được thay
  thay_boi:
    - ma: "1.013138"
      ten: ▶Đăng ký nghĩa vụ quân sự tạm vắng
  nguon: Cơ sở dữ liệu quốc gia
  ngay: 2026-11-26
"""
RIGHT = "Đăng ký nghĩa vụ quân sự tạm vắng"


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Đăng ký kết hôn", "tên của 1.000894"),
        ("Cấp giấy phép xây dựng nhà ở", "không phải “Cấp giấy phép xây dựng nhà ở”"),
    ],
)
def test_a_successor_with_another_name(name: str, words: str) -> None:
    said = fails_in("TT-267", OTHERS | {"fates.yml": FATE.replace(RIGHT, name)}, "fates.yml")
    assert words in said
    assert RIGHT in said


@pytest.mark.parametrize("name", [RIGHT, f"Thủ tục {RIGHT.lower()}", f"{RIGHT} (thực hiện tại cấp xã)"])
def test_a_successor_with_its_name(name: str) -> None:
    files = OTHERS | {"fates.yml": FATE.replace(RIGHT, name).replace(MARK, "")}
    assert not [problem for problem in problems_of(files) if problem.id == "TT-267"]


def test_a_code_that_no_list_has() -> None:
    """Nothing is known of it, so nothing is said."""
    files = {"fates.yml": FATE.replace(RIGHT, "Đăng ký kết hôn").replace(MARK, "")}
    assert not [problem for problem in problems_of(files) if problem.id == "TT-267"]


def test_a_record_with_the_name_of_another() -> None:
    changes = {"ten_thu_tuc: Đăng ký khai sinh": "ten_thu_tuc: ▶Đăng ký kết hôn"}
    assert "tên của 1.000894" in fails("TT-267", PROCEDURE, changes, others=OTHERS)
    passes("TT-267", PROCEDURE, others=OTHERS)


def test_siblings_whose_names_differ_by_what_is_added() -> None:
    """The list calls 1.001193 by a longer name, and another code by that of the record."""
    added = LIST.replace("đăng ký khai sinh", "đăng ký khai sinh có yếu tố nước ngoài").replace(
        "Đăng ký kết hôn", "Đăng ký khai sinh"
    )
    passes("TT-267", PROCEDURE, others={"catalogue/thu.yml": added})
