"""TT-034: the field of work is known."""

from tests.support.rule_samples import PROCEDURE, fails, passes


def test_a_near_miss_is_guessed() -> None:
    assert "Ý bạn là “Hộ tịch”?" in fails("TT-034", PROCEDURE, {"linh_vuc: Hộ tịch": "linh_vuc: ▶Hộ tich"})


def test_a_known_field() -> None:
    passes("TT-034", PROCEDURE)
