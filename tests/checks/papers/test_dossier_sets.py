"""TT-047: at least one set."""

from tests.support.rule_samples import PROCEDURE, UNIT, fails, passes


def test_zero_sets() -> None:
    fails("TT-047", PROCEDURE, {"so_bo: 1": "so_bo: ▶0"})


def test_two_sets() -> None:
    passes("TT-047", PROCEDURE, {"so_bo: 1": "so_bo: 2"})


def test_a_hundred_sets() -> None:
    fails("TT-047", PROCEDURE, {"so_bo: 1": "so_bo: ▶100"}, severity="warning")


def test_the_sets_that_a_desk_takes() -> None:
    hours = "gio_tiep_nhan: Giờ hành chính"
    for sets in (0, 100):
        fails("TT-047", UNIT, {hours: f"{hours}\n  so_bo_ho_so: ▶{sets}"})
    passes("TT-047", UNIT, {hours: f"{hours}\n  so_bo_ho_so: 1"})
