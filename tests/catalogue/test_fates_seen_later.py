"""What the national register says, seen after the day of the present edition."""

from __future__ import annotations

import pytest

from generator.catalogue.builder import build_catalogue
from generator.catalogue.edition import editions
from generator.reporting.quality.facts import Facts
from tests.support.editions import FATES, edition_files
from tests.support.versions import store_of

CODE = "1.001193"
REPLACED = FATES.replace("tiếp tục", "được thay\n  thay_boi:\n    - ma: '2.000001'\n      ten: Đăng ký khai sinh mới")


@pytest.mark.parametrize("seen", ["2026-11-26", "2027-02-01"])
def test_the_present_knows_what_was_seen_since_and_the_past_does_not(seen: str) -> None:
    store = store_of(edition_files({"fates.yml": REPLACED.replace("2026-11-26", seen)}))
    views = editions(store.of("site")[0].record)
    states = [build_catalogue(store, view.day, [], view).procedures[CODE] for view in views]
    assert [one.in_force for one in states] == [True, False]
    assert states[0].fate is None and states[1].fate and str(states[1].fate.date) == seen
    counted = [[entry.record.code for entry in Facts(store, view.day, []).in_force] for view in views]
    assert [CODE in codes for codes in counted] == [True, False]
