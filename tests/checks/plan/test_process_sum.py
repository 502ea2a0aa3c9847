"""TT-115: the steps of a process add up to the time limit (1 working day in the sample)."""

import pytest

from tests.support.plan_samples import PLACES, fails, passes

PROCESS = "processes/1-001193.yml"


def test_too_long() -> None:
    assert "10 giờ làm việc" in fails("TT-115", PROCESS, {"buoc:": "▶buoc:", "so: 6": "so: 8"})


def test_too_short() -> None:
    fails("TT-115", PROCESS, {"buoc:": "▶buoc:", "so: 6": "so: 5"})


def test_days_that_cannot_be_added_to_working_hours() -> None:
    fails("TT-115", PROCESS, {"so: 6\n    don_vi: giờ làm việc": "so: 1\n    don_vi: ▶ngày"})


def test_a_limit_of_its_own_that_is_longer_than_the_law_allows() -> None:
    assert "dài hơn" in fails(
        "TT-115", PROCESS, {"buoc:": "thoi_han:\n  ▶so: 2\n  don_vi: ngày làm việc\nbuoc:", "so: 6": "so: 14"}
    )


def test_it_adds_up() -> None:
    passes("TT-115", PROCESS)
    passes("TT-115", PROCESS, {"buoc:": "thoi_han:\n  so: 4\n  don_vi: giờ làm việc\nbuoc:", "so: 6": "so: 2"})


@pytest.mark.parametrize("actor", ["Bà Nguyễn Thị Hoa", "NGUYỄN THỊ HOA", "Công chức Trần Văn Bình", "Người dân"])
def test_a_step_of_a_named_person_or_of_the_citizen(actor: str) -> None:
    fails("TT-115", PROCESS, {"nguoi_lam: Lãnh đạo UBND": f"nguoi_lam: ▶{actor}"})


def test_a_level_that_the_procedure_does_not_have() -> None:
    fails("TT-115", PROCESS, {"cap: cấp xã": "cap: ▶cấp huyện"})


def test_a_second_file_of_the_same_procedure_and_level() -> None:
    others = {"processes/0.yml": PLACES[PROCESS]}
    fails("TT-115", PROCESS, {'ma_thu_tuc: "': 'ma_thu_tuc: ▶"'}, others=others)
