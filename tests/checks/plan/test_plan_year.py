"""TT-129: the year of a plan and its folder."""

from tests.support.plan_samples import PLACES, fails, passes
from tests.support.rule_samples import SITE, TASK, problems

PLAN = "plan/2023/plan.yml"


def test_another_year_than_the_folder() -> None:
    assert "2022" in fails("TT-129", PLAN, {"nam: 2023": "nam: ▶2022"})


def test_a_year_without_a_plan() -> None:
    found = [problem for problem in problems(PLACES | {"plan/2024/tasks/01.yml": TASK}) if problem.id == "TT-129"]
    assert [(problem.path, problem.line) for problem in found] == [("content/plan/2024/tasks/01.yml", 1)]
    assert "tthc new plan 2024 --from 2023" in found[0].hint


def test_the_same_year() -> None:
    passes("TT-129", PLAN)


def test_a_site_that_shows_a_plan_that_is_not_there() -> None:
    files = PLACES | {"site.yml": SITE + "ke_hoach: 2022\n"}
    found = [problem for problem in problems(files) if problem.id == "TT-129"]
    assert [(problem.path, problem.line) for problem in found] == [("content/site.yml", len(SITE.splitlines()) + 1)]
