"""TT-211: a version does not end the procedure before its own day, nor begin it later."""

import pytest

from tests.support.rule_samples import PROCEDURE
from tests.support.versions import BASE, CHANGED, VERSION, fails, passes

ABOLISHED = CHANGED + "bai_bo:\n  van_ban: 120/2025/NĐ-CP\n  ngay: {}\n"


@pytest.mark.parametrize(
    ("version", "words"),
    [
        (ABOLISHED.format("▶2025-03-01"), "Ghi 2025-07-01"),
        (CHANGED + "hieu_luc:\n  tu: 2016-01-01\n  den: ▶2025-06-01\n", "Ghi 2025-06-30"),
        (CHANGED + "hieu_luc:\n  tu: ▶2025-08-01\n", "như bản trước"),
    ],
)
def test_another_day_than_the_version_s(version: str, words: str) -> None:
    assert words in fails("TT-211", {VERSION: version})


def test_the_day_itself_or_one_that_is_announced() -> None:
    for day in ("2025-07-01", "2025-12-01"):
        passes("TT-211", {VERSION: ABOLISHED.format(day)})
    passes("TT-211", {VERSION: CHANGED + "hieu_luc:\n  tu: 2016-01-01\n  den: 2025-06-30\n"})
    passes("TT-211", {VERSION: CHANGED + "hieu_luc:\n  tu: 2025-07-01\n"})


def test_what_had_ended_is_told_by_tt_204() -> None:
    ended = PROCEDURE.replace("  tu: 2016-01-01\n", "  tu: 2016-01-01\n  den: 2024-12-31\n")
    passes("TT-211", {BASE: ended, VERSION: ABOLISHED.format("2025-03-01")})
