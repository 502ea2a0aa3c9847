"""TT-280: pictures of the handbook that do not exist."""

from __future__ import annotations

from tests.support.rule_samples import HANDBOOK, fails, passes

WITH = {"thu_tu: 1\n": "thu_tu: 1\nhinh:\n  - ten: %s\n    chu_thich: Sửa một khoản phí.\n"}


def picture(name: str) -> dict[str, str]:
    return {old: new % name for old, new in WITH.items()}


def test_a_picture_that_exists() -> None:
    passes("TT-280", HANDBOOK, picture("sua-phi"))


def test_a_picture_that_does_not() -> None:
    fails("TT-280", HANDBOOK, picture("▶sua-phi.png"))
    fails("TT-280", HANDBOOK, picture("▶../assets/icon"))
