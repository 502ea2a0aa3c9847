"""TT-261: the name of a unit without its kind."""

import pytest

from tests.support.rule_samples import UNIT, fails, passes


@pytest.mark.parametrize(("name", "better"), [("Xã An Thanh", "An Thanh"), ("AN THANH", "An Thanh")])
def test_a_name_with_its_kind_or_in_capitals(name: str, better: str) -> None:
    assert f"Ý bạn là “{better}”?" in fails("TT-261", UNIT, {"ten: An Thanh": f"ten: ▶{name}"})


@pytest.mark.parametrize("name", ["Ia O", "B'Lá", "Xà Bang", "Phường 1"])
def test_names(name: str) -> None:
    passes("TT-261", UNIT, {"ten: An Thanh": f"ten: {name}"})
