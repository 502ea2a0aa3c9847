"""TT-007: no endless nesting."""

from tests.support.rule_samples import PROCEDURE, passes, problems


def test_200_000_brackets() -> None:
    found = problems({"laws/1.yml": "ghi_chu: " + "[" * 200_000})
    assert [(p.id, p.line) for p in found if p.path == "content/laws/1.yml"] == [("TT-007", 1)]


def test_the_depth_of_a_record() -> None:
    passes("TT-007", PROCEDURE)
