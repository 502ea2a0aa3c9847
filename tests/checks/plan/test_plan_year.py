"""TT-129: the year of a plan and its folder."""

import re

import pytest

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


@pytest.mark.parametrize(
    ("path", "key"),
    [
        ("results/quy-2", "tu"),
        ("events/tap-huan", "tu"),
        ("answers/gio", "ngay_nhan"),
        ("reviews/khai-sinh", "han"),
    ],
)
def test_a_register_of_another_year(path: str, key: str) -> None:
    """The whole file of another year, as when a register is copied and only its figures are changed."""
    name = f"plan/2023/{path}.yml"
    for year, count in (("2021", 1), ("2022", 1), ("2023", 0), ("2025", 1)):
        text = PLACES[name].replace("2023-", f"{year}-")
        found = [problem for problem in problems(PLACES | {name: text}) if problem.id == "TT-129"]
        assert len(found) == count, (year, found)
        if found:
            assert text.split("\n")[found[0].line - 1].startswith(f"{key}:")
            assert found[0].severity == "warning"


def test_around_the_turn_of_the_year() -> None:
    """The period of a first quarter begins in December, the answer of a December comes in January."""
    name = "plan/2023/answers/gio.yml"
    for year, month in (("2022", "12"), ("2024", "01")):
        text = re.sub(r"2023-\d\d", f"{year}-{month}", PLACES[name])
        assert not [one for one in problems(PLACES | {name: text}) if one.id == "TT-129"]


@pytest.mark.parametrize(
    ("path", "old", "year"),
    [("tasks/02", "", "2022"), ("targets", "ngay: 2023-06-14", "2022"), ("results/quy-2", "den: 2023-06-14", "2032")],
)
def test_one_day_of_another_year(path: str, old: str, year: str) -> None:
    name = f"plan/2023/{path}.yml"
    text = PLACES[name].replace("ky: Quý II/2023", "ky: Số liệu mới nhất")  # of a day outside the quarter: TT-123
    if not old:
        old = "ngay: 2023-05-31"
        text += "tien_do:\n  - ngay: 2023-05-31\n    trang_thai: đang thực hiện\n    nguon: Báo cáo 3\n"
    assert not [one for one in problems(PLACES | {name: text}) if one.id == "TT-129"]
    (found,) = [
        one for one in problems(PLACES | {name: text.replace(old, old.replace("2023", year))}) if one.id == "TT-129"
    ]
    assert year in found.message
