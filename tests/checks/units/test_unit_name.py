"""TT-261: the name of a unit without its kind."""

import pytest

from tests.support.rule_samples import UNIT, fails, passes


@pytest.mark.parametrize(
    ("name", "better"),
    [
        *(("Xã An Thanh", "An Thanh"), ("AN THANH", "An Thanh"), ("UBND xã An Thanh", "An Thanh")),
        *(("X. An Thanh", "An Thanh"), ("Thị trấn An Thanh", "An Thanh"), ("An Thanh, huyện Tứ Kỳ", "An Thanh")),
        *(("an thanh", "An Thanh"), ("An thanh", "An Thanh")),
    ],
)
def test_a_name_with_its_kind_or_in_capitals(name: str, better: str) -> None:
    assert f"Ý bạn là “{better}”?" in fails("TT-261", UNIT, {"ten: An Thanh": f"ten: ▶{name}"})


@pytest.mark.parametrize(
    "name", ["Ia O", "B'Lá", "Xà Bang", "Phường 1", "Nông trường Mộc Châu", "Chợ Mới", "Đắk R'lấp", "Xuân Tịnh"]
)
def test_names(name: str) -> None:
    passes("TT-261", UNIT, {"ten: An Thanh": f"ten: {name}"})
