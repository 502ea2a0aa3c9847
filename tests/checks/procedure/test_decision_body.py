"""TT-051: only ministers and provincial chairs announce procedures."""

from tests.support.rule_samples import PROCEDURE, fails, passes


def test_a_decision_of_the_district() -> None:
    fails("TT-051", PROCEDURE, {"co_quan: Bộ Tư pháp": "co_quan: ▶UBND huyện Tứ Kỳ"})


def test_a_decision_of_the_commune_by_its_chair() -> None:
    fails("TT-051", PROCEDURE, {"co_quan: Bộ Tư pháp": "co_quan: ▶Chủ tịch UBND xã An Thanh"})


def test_the_province() -> None:
    passes("TT-051", PROCEDURE, {"co_quan: Bộ Tư pháp": "co_quan: Chủ tịch UBND tỉnh Hải Dương"})
