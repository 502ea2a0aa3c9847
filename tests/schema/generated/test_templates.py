"""A blank record has nothing wrong but its blanks, and every needed field in the model's order."""

import pytest

from generator.checks.fixes._runner import fix
from generator.schema.generated.templates import template
from generator.schema.kinds import BY_NAME, KINDS
from tests.support.rule_samples import PLACES, change, problems

BLANKS = {"TT-010", "TT-020", "TT-021", "TT-022", "TT-023", "TT-074", "TT-270"}


@pytest.mark.parametrize("kind", sorted(PLACES))
def test_the_only_errors_are_the_blanks(kind: str) -> None:
    place = PLACES[kind]
    known = {"ma_thu_tuc": '"1.001193"'} if kind == "procedure" else {}
    found = [
        problem
        for problem in problems({place: template(BY_NAME[kind], known)})
        if problem.path == f"content/{place}" and problem.severity == "error"
    ]
    assert found
    assert {problem.id for problem in found} <= BLANKS
    assert all(
        "thiếu" in problem.message or "trống" in problem.message or "chưa" in problem.message for problem in found
    )


def test_every_blank_is_reported_once_and_in_its_place() -> None:
    text = template(BY_NAME["procedure"], {"ma_thu_tuc": '"1.001193"'})
    found = [problem for problem in problems({PLACES["procedure"]: text}) if problem.path.endswith("1.001193.yml")]
    assert len({problem.line for problem in found}) == len(found)
    lines = text.split("\n")
    assert all(not lines[problem.line - 1].lstrip().startswith("#") for problem in found)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_it_is_already_as_a_careful_editor_writes(kind) -> None:
    text = template(kind)
    assert fix(text, kind) == (text, [])
    assert max(map(len, text.split("\n"))) <= 130


def test_a_filled_blank_has_nothing_wrong() -> None:
    text = template(BY_NAME["field"])
    filled = change(text, {"ten:": "ten: Hộ tịch", "slug:": "slug: ho-tich"})
    assert [problem for problem in problems({"fields.yml": filled}) if problem.severity == "error"] == []
