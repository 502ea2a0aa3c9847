"""The sample plan is whole: with nothing changed no rule reports an error."""

from tests.support.plan_samples import PLACES
from tests.support.rule_samples import problems


def test_the_unchanged_plan_has_no_errors() -> None:
    found = [
        problem for problem in problems(PLACES) if problem.path.startswith(("content/plan/", "content/processes/"))
    ]
    assert found == []
