"""TT-125: a register without a task of its area would be shown nowhere."""

from tests.support.plan_samples import PLACES, fails, passes

REVIEW, TASK = "plan/2023/reviews/khai-sinh.yml", "plan/2023/tasks/02.yml"


def test_no_task_of_that_area() -> None:
    plain = PLACES[TASK].replace("mang: rà soát\n", "")
    assert "mang: rà soát" in fails("TT-125", REVIEW, {"ma_thu_tuc": "▶ma_thu_tuc"}, others={TASK: plain})


def test_a_task_of_that_area() -> None:
    for place in PLACES:
        passes("TT-125", place)
