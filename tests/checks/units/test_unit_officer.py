"""TT-063: every unit names its focal officer's post."""

from tests.support.rule_samples import UNIT, fails, passes

PART = UNIT[UNIT.index("can_bo_dau_moi") :]


def test_a_commune_without_an_officer() -> None:
    fails("TT-063", UNIT, {PART: "", "ma_don_vi": "▶ma_don_vi"}, severity="warning")


def test_with_one() -> None:
    passes("TT-063", UNIT)
