"""TT-111: the numbers of tasks."""

from tests.support.plan_samples import around, fails, passes
from tests.support.rule_samples import problems

FIFTH = "plan/2023/tasks/05.yml"


def test_a_number_twice() -> None:
    assert "tasks/02.yml" in fails("TT-111", FIFTH, {"so: 5": "so: ▶2"}, severity="error")


def test_a_number_left_out() -> None:
    assert "không có nhiệm vụ 6" in fails("TT-111", FIFTH, {"so: 5": "so: ▶7"}, severity="warning")


def test_one_after_the_other() -> None:
    passes("TT-111", FIFTH)


def test_what_belongs_to_a_missing_task_is_reported_there_alone() -> None:
    """The first task is gone, and with it the only one of the review's area."""
    files = around(FIFTH, None)
    assert "so: 2" in files["plan/2023/tasks/02.yml"]
    del files["plan/2023/tasks/02.yml"]
    found = [one for one in problems(files) if one.id in ("TT-111", "TT-113", "TT-125")]
    assert [(one.id, one.severity) for one in found] == [("TT-111", "error")]
