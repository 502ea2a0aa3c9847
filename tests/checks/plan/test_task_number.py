"""TT-111: the numbers of tasks."""

from tests.support.plan_samples import fails, passes

FIFTH = "plan/2023/tasks/05.yml"


def test_a_number_twice() -> None:
    assert "tasks/02.yml" in fails("TT-111", FIFTH, {"so: 5": "so: ▶2"}, severity="error")


def test_a_number_left_out() -> None:
    assert "không có nhiệm vụ 6" in fails("TT-111", FIFTH, {"so: 5": "so: ▶7"}, severity="warning")


def test_one_after_the_other() -> None:
    passes("TT-111", FIFTH)
