"""TT-115: the steps of a process add up to the time limit (1 working day in the sample)."""

from tests.support.plan_samples import fails, passes

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
