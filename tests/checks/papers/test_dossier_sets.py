"""TT-047: at least one set."""

from tests.support.rule_samples import PROCEDURE, fails, passes


def test_zero_sets() -> None:
    fails("TT-047", PROCEDURE, {"so_bo: 1": "so_bo: ▶0"})


def test_two_sets() -> None:
    passes("TT-047", PROCEDURE, {"so_bo: 1": "so_bo: 2"})


def test_a_hundred_sets() -> None:
    fails("TT-047", PROCEDURE, {"so_bo: 1": "so_bo: ▶100"}, severity="warning")
