"""TT-206: one version a day."""

from tests.support.versions import CHANGED, VERSION, fails, passes


def test_two_endings() -> None:
    other = VERSION.replace(".yml", ".yaml")
    said = fails("TT-206", {other: CHANGED, VERSION: CHANGED.replace("tu: 2", "tu: ▶2")})
    assert other in said


def test_two_days() -> None:
    later = VERSION.replace("2025", "2026")
    text = CHANGED.replace("tu: 2025", "tu: 2026").replace("công xã", "công phường")
    passes("TT-206", {VERSION: CHANGED, later: text})
